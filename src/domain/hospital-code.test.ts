import { expect, it } from 'vitest';
import { parseHospitalCode } from './hospital-code.ts';

it.each([
  ['CPMC', 'CPMC'],
  [" St. Anne's ", "St. Anne's"],
  ['A & B - 2', 'A & B - 2'],
  ['...', '...'],
  ['.', null],
  ['..', null],
  [' .. ', null],
  ['', null],
  [' \u00a0', null],
  ['\u200b\u200b', null],
  ['A/B', null],
  ['A\\B', null],
  ['A?', null],
  ['A#', null],
  ['A\u0000', null],
  ['A\nB', null],
  ['A\u0085B', null],
  ['A\ud800', null],
  ['x'.repeat(50), 'x'.repeat(50)],
  ['x'.repeat(51), null],
])('the code in %j is %j', (text, expected) => {
  expect(parseHospitalCode(text)).toBe(expected);
});
