import { expect, it } from 'vitest';
import type { CellContent, WorkbookCell } from '#src/sources/matrix/workbook-event.ts';
import { parseListDate } from './parse-list-date.ts';
import {
  parseListCoverage,
  parseListFlag,
  parseListSpecialty,
  parseListStudyType,
  parseListTime,
} from './parse-list-values.ts';

const cell = (content: CellContent): WorkbookCell => ({ ...content, column: 0, span: 1 });
const text = (shown: string): WorkbookCell => cell({ kind: 'text', text: shown });
const number = (value: number): WorkbookCell => cell({ kind: 'number', value, text: String(value) });
const date = (value: string): WorkbookCell => cell({ kind: 'date', value, text: value });
const time = (value: number): WorkbookCell => cell({ kind: 'time', value, text: 'as shown' });
const flag = (value: boolean): WorkbookCell => cell({ kind: 'boolean', value, text: String(value) });

it.each([
  [text('2026-03-01'), '2026-03-01'],
  [text(' 2026-03-01T00:00:00 '), '2026-03-01'],
  [text('3/1/2026'), '2026-03-01'],
  [text('03/01/2026'), '2026-03-01'],
  [text('3/1/26'), '2026-03-01'],
  [text('03/01/2026 00:00:00'), '2026-03-01'],
  [text('3/1/26 12:00 AM'), '2026-03-01'],
  [text('2026/3/1'), '2026-03-01'],
  [text('2026-3/1'), null],
  [text('3/1/126'), null],
  [text('1-Mar-26'), '2026-03-01'],
  [text('1-Mar-2026'), '2026-03-01'],
  [text('01 march 2026'), '2026-03-01'],
  [text('Mar 1, 2026'), '2026-03-01'],
  [text('Sept. 1 2026'), '2026-09-01'],
  [date('2026-03-01'), '2026-03-01'],
  [date('2026-03-01T19:00:00'), '2026-03-01'],
  [date('2024-02-29'), '2024-02-29'],
  [text('2026-02-29'), null],
  [text('13/1/2026'), null],
  [text('1.3.2026'), null],
  [text('1-Foo-2026'), null],
  [text('Total'), null],
  [date('soon'), null],
  [date('1026-03-01'), null],
  [text('2926-03-01'), null],
  [number(46082), null],
  [time(3600), null],
  [flag(true), null],
])('a date cell %j is %s', (written, expected) => {
  expect(parseListDate(written)).toBe(expected);
});

it.each([
  [text('7:00 PM'), 1140],
  [text('7 pm'), 1140],
  [text('7p'), 1140],
  [text('7:30 p.m.'), 1170],
  [text('Noon'), 720],
  [text(' midnight '), 0],
  [text('12:00 AM'), 0],
  [text('12 pm'), 720],
  [text('19:00'), 1140],
  [text('19:00:00'), 1140],
  [text('1900'), 1140],
  [text('700'), 420],
  [text('0000'), 0],
  [text('24:00'), 1440],
  [number(1900), 1140],
  [number(0), 0],
  [time(68_400), 1140],
  [time(86_400), 1440],
  [date('2026-03-01T07:30:00'), 450],
  [text('24:01'), null],
  [text('25:00'), null],
  [text('19:60'), null],
  [text('19:00:61'), null],
  [text('13:00 PM'), null],
  [text('0:30 am'), null],
  [text('7'), null],
  [text('seven'), null],
  [number(0.5), null],
  [number(7), null],
  [time(90_000), null],
  [date('2026-03-01'), null],
  [flag(true), null],
])('a time cell %j is minute %s', (written, expected) => {
  expect(parseListTime(written)).toBe(expected);
});

it.each([
  ['neuro', 'NEURO'],
  [' Body ', 'BODY'],
  ['GENERAL', 'GENERAL'],
  ['CT Neuro', 'NEURO'],
  ['Chest/Abd', 'BODY'],
  ['US', 'GENERAL'],
  ['dx bone', 'GENERAL'],
  ['Bone', 'GENERAL'],
  ['Banana', null],
  ['7', null],
])('the study type %s is %s', (written, expected) => {
  expect(parseListStudyType(written)).toBe(expected);
});

it.each([
  [number(2), 2],
  [number(0), 0],
  [text(' 3 '), 3],
  [text('2.0'), 2],
  [number(1.5), null],
  [number(-1), null],
  [number(1_000), null],
  [text('two'), null],
  [text('0x1'), null],
  [flag(true), null],
])('a coverage cell %j is %s', (written, expected) => {
  expect(parseListCoverage(written)).toBe(expected);
});

it.each([
  [text('Yes'), true],
  [text('y'), true],
  [text('TRUE'), true],
  [text('x'), true],
  [number(1), true],
  [flag(true), true],
  [text('no'), false],
  [text('N'), false],
  [number(0), false],
  [flag(false), false],
  [text('maybe'), null],
  [number(2), null],
])('a flag cell %j is %s', (written, expected) => {
  expect(parseListFlag(written)).toBe(expected);
});

it.each([
  ['BODY', 'BODY_ONLY'],
  ['body_only', 'BODY_ONLY'],
  ['Neuro only', 'NEURO_ONLY'],
  ['NEURO-ONLY', 'NEURO_ONLY'],
  ['both', 'BOTH'],
  ['BOTH_ONLY', 'BOTH'],
  ['only', null],
  ['cardiac', null],
])('the specialty %s is %s', (written, expected) => {
  expect(parseListSpecialty(written)).toBe(expected);
});
