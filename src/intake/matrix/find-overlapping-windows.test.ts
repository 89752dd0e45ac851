import { expect, it } from 'vitest';
import { type ClockTime, toClockTime } from '#src/domain/clock-time.ts';
import type { ListedStudy, MatrixSheet } from '#src/domain/matrix.ts';
import { findOverlappingWindows } from './find-overlapping-windows.ts';
import { parseSheetName } from './parse-sheet-name.ts';

const ROLLOVER = toClockTime(480);

function overlaps(
  names: string[],
  studies: string[][] = names.map(() => ['US']),
  rollover: ClockTime = ROLLOVER,
): string[] {
  const sheets = names.map((name, index): MatrixSheet => {
    const title = parseSheetName(name);
    if ('reason' in title) throw new Error(title.reason);
    return { name, index, ...title, positions: [], studies: 1, marks: 1 };
  });
  const listed = studies.flatMap((own, sheetIndex) =>
    own.map(
      (study): ListedStudy => ({
        sheet: names[sheetIndex] ?? '',
        sheetIndex,
        cell: 'B2',
        hospital: 'CPMC',
        study,
        label: `CPMC ${study}`,
        studyType: 'GENERAL',
        position: null,
      }),
    ),
  );
  return [...findOverlappingWindows(sheets, listed, rollover)].map(({ context }) =>
    String(context['decides']),
  );
}

it.each([
  [
    'a window inside another',
    'Mid Weekend 5 pm - 12 am',
    'Mid Weekend 10pm-Midnight',
    'Mid Weekend 10pm-Midnight',
  ],
  [
    'the same hours: the earlier sheet',
    'Mid Weekend 5 pm - 12 am',
    'Mid Weekend 17:00-24:00',
    'Mid Weekend 5 pm - 12 am',
  ],
  ['every day and weekdays', 'Mid 5 pm - 8 pm', 'Mid Weekday 7 pm - 12 am', 'Mid 5 pm - 8 pm'],
  [
    'both scenarios and one',
    'Mid Weekday 5 pm - 8 pm',
    'Mid Weekday Body 7 pm - 8 pm',
    'Mid Weekday Body 7 pm - 8 pm',
  ],
  [
    'scenarios of two categories',
    'Mid Weekday Body 10 pm - 2 am',
    'ON Weekday Neuro 1 am - 8 am',
    'Mid Weekday Body 10 pm - 2 am',
  ],
  [
    'a night and the next morning',
    'ON Weekday 1 am - 8 am',
    'Day Weekday 7 am - 5 pm',
    'ON Weekday 1 am - 8 am',
  ],
  [
    'a night and the morning of another day type',
    'ON Weekday 1 am - 8 am',
    'Day Weekend 7 am - 5 pm',
    'ON Weekday 1 am - 8 am',
  ],
])('%s overlap', (_, first, second, decides) => {
  expect(overlaps([first, second])).toEqual([decides]);
});

it.each([
  ['hours that follow each other', 'Mid Weekday 5 pm - 6 pm', 'Mid Weekday 6 pm - 12 am'],
  ['weekdays and weekends', 'Mid Weekday 5 pm - 6 pm', 'Mid Weekend 5 pm - 6 pm'],
  ['the two scenarios', 'Mid Weekday Neuro 5 pm - 6 pm', 'Mid Weekday Body 5 pm - 6 pm'],
  ['midnight and the hour after it', 'Mid 5 pm - 12 am', 'Mid  12am-1am'],
  ['a night and the day after', 'ON Weekday 1 am - 8 am', 'Day Weekday 8 am - 5 pm'],
])('%s do not', (_, first, second) => {
  expect(overlaps([first, second])).toEqual([]);
});

it('sheets without a common study do not overlap', () => {
  const names = ['Mid Weekend 5 pm - 12 am', 'Mid Weekend 10pm-Midnight'];
  expect(
    overlaps(names, [
      ['US', 'CT'],
      ['MR', 'DX'],
    ]),
  ).toEqual([]);
  expect(
    overlaps(names, [
      ['US', 'CT', 'MR'],
      ['DX', 'mr'],
    ]),
  ).toHaveLength(1);
  expect(overlaps(names, [[], []])).toEqual([]);
});

it('the rollover hour tells which morning is part of the night before', () => {
  const names = ['ON Weekday 6 am - 8 am', 'ON Weekend 6 am - 7 am'];
  expect(overlaps(names)).toEqual([]);
  expect(overlaps(names, undefined, toClockTime(420))).toEqual([]);
});
