import { expect, it } from 'vitest';
import { builtInShape, parseNumberShape, serialValue } from './xlsx-date.ts';

it.each([
  ['yyyy-mm-dd', 'date'],
  ['d/m/yy h:mm', 'date'],
  ['mmm', 'date'],
  ['[$-409]d\\-mmm\\-yy', 'date'],
  ['h:mm', 'time'],
  ['[h]:mm:ss', 'time'],
  ['h:mm AM/PM', 'time'],
  ['0.00', 'number'],
  ['General', 'number'],
  ['"days" 0', 'number'],
  ['[Red]#,##0', 'number'],
])('the format %s shows a %s', (code, shape) => {
  expect(parseNumberShape(code)).toBe(shape);
});

it.each([
  [0, 'number'],
  [14, 'date'],
  [20, 'time'],
  [22, 'date'],
  [46, 'time'],
  [49, 'number'],
  [57, 'date'],
])('the built-in format %i shows a %s', (id, shape) => {
  expect(builtInShape(id)).toBe(shape);
});

it.each([
  ['the first day of 1900', 1, 'date', false, '1900-01-01'],
  ['the day before the one that never was', 59, 'date', false, '1900-02-28'],
  ['the day after it', 61, 'date', false, '1900-03-01'],
  ['a day of 2026', 46082, 'date', false, '2026-03-01'],
  ['the first day of 1904', 0, 'date', true, '1904-01-01'],
  ['noon of a day', 46082.5, 'date', false, '2026-03-01T12:00:00'],
  ['a time with a day', 46082.75, 'time', false, '2026-03-01T18:00:00'],
  ['a time', 0.75, 'time', false, 64_800],
  ['a time that binary fractions miss', 0.291_666_666_666_666_7, 'time', false, 25_200],
  ['the end of a day', 1, 'time', false, 86_400],
  ['a day before the calendar', -1, 'date', false, -1],
  ['a day after the calendar', 1e9, 'date', false, 1e9],
] as const)('%s', (_, serial, shape, from1904, value) => {
  expect(serialValue(serial, shape, from1904).value).toBe(value);
});
