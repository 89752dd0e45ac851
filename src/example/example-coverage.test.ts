import { expect, test } from 'vitest';
import { dayOfWeek, eachDate, type LocalDate } from '#src/domain/local-date.ts';
import { mayRead, type Specialty } from '#src/domain/specialty.ts';
import { collapseSpaces, parseStudy } from '#src/domain/study.ts';
import { EXAMPLE_DEPARTMENT, EXAMPLE_HOSPITALS, EXAMPLE_PERIOD } from './hospitals.ts';
import { exampleMatrix } from './matrix.ts';
import type { OdsCell } from './ods-workbook.ts';
import { EXAMPLE_PEOPLE } from './people.ts';
import { type ExampleAssignment, exampleRoster } from './roster.ts';

/*
 * Laid over each other in the simplest way (whole shifts, no rule of overlap), do the example's two documents fit? Who
 * is rostered may read what the matrix gives, but for the two planned misfits.
 */
const specialties = new Map<string, Specialty>(
  EXAMPLE_PEOPLE.map((person) => [person.rosterName, person.specialty]),
);
const { assignments } = exampleRoster();
const textOf = (cell: OdsCell | undefined): string => (typeof cell === 'string' ? cell : '');

/** Header and study type of every mark of the main grid. */
const sheets = exampleMatrix().map(({ name, rows }) => {
  const [header = [], ...body] = [...rows];
  const marks = body.flatMap((row) => {
    const label = collapseSpaces(textOf(row[0]));
    const hospital = EXAMPLE_HOSPITALS.find(({ code }) => label.startsWith(`${code} `));
    const { studyType } = parseStudy(label.slice((hospital?.code ?? '').length));
    const column = row.findIndex((cell, index) => index > 0 && cell !== null);
    return column < 1 || column > 3
      ? []
      : [{ position: textOf(header[column]).replace('Mid 3', 'Mid3'), studyType, hospital: hospital?.code }];
  });
  return { name, marks };
});

const rowsOn = (date: LocalDate, type: string): ExampleAssignment[] =>
  assignments.filter((row) => row.date === date && row.name.replace('Overnight 2', 'ON2') === type);
const holdersOf = (date: LocalDate, type: string): string[] => rowsOn(date, type).map((row) => row.staffName);
const isBodyOnly = (name: string): boolean => specialties.get(name) === 'BODY_ONLY';

/** Names on a column of a sheet: the re-cut positions go to the body-only holder and to the other one. */
function holdersOfPosition(date: LocalDate, position: string): string[] {
  const pair = position.startsWith('Mid ')
    ? ['MidC', 'MidL']
    : position.startsWith('ON ')
      ? ['ON1', 'ON2']
      : null;
  if (!pair) return holdersOf(date, position);
  const names = pair.flatMap((type) => holdersOf(date, type));
  return names.filter((name) => isBodyOnly(name) === position.endsWith(' Body'));
}

function applies(name: string, date: LocalDate): boolean {
  const weekend = dayOfWeek(date) > 5 || EXAMPLE_DEPARTMENT.holidays.includes(date);
  if (name.includes(weekend ? 'Weekday' : 'Weekend')) return false;
  const pair = name.startsWith('Mid') ? ['MidC', 'MidL'] : ['ON1', 'ON2'];
  const body = pair.some((type) => holdersOf(date, type).some(isBodyOnly));
  return !name.includes(body ? 'Neuro' : 'Body');
}

test('every label names a hospital of the example', () => {
  expect(sheets.flatMap(({ marks }) => marks).filter(({ hospital }) => hospital === undefined)).toEqual([]);
});

test('on whole shifts only the two planned days have a reader who may not read', () => {
  const misfits = new Set<string>();
  for (const date of eachDate(EXAMPLE_PERIOD.from, EXAMPLE_PERIOD.to)) {
    for (const { marks } of sheets.filter((sheet) => applies(sheet.name, date))) {
      for (const { position, studyType } of marks) {
        for (const holder of holdersOfPosition(date, position)) {
          const specialty = specialties.get(holder);
          if (specialty && !mayRead(specialty, studyType)) misfits.add(`${date} ${position} ${holder}`);
        }
      }
    }
  }
  expect([...misfits].sort()).toEqual([
    '2026-10-14 Day Hallowfield, Sunniva',
    '2026-11-18 MidL Ivanhall, Petra',
  ]);
});

test('only the vacancy and the open cell leave a position in force to nobody for a whole shift', () => {
  const empty = new Set<string>();
  for (const date of eachDate(EXAMPLE_PERIOD.from, EXAMPLE_PERIOD.to)) {
    for (const { marks } of sheets.filter((sheet) => applies(sheet.name, date))) {
      for (const { position } of marks) {
        const held = holdersOfPosition(date, position).filter((holder) => holder !== '---');
        if (held.length === 0) empty.add(`${date} ${position}`);
      }
    }
  }
  expect([...empty].sort()).toEqual(['2026-11-24 ON2', '2026-12-10 MidC']);
});
