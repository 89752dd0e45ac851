import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, dayOfWeek, eachDate, type LocalDate } from '#src/domain/local-date.ts';
import { EXAMPLE_DEPARTMENT, EXAMPLE_PERIOD } from './hospitals.ts';
import { EXAMPLE_PEOPLE } from './people.ts';
import { PLANNED_ODDITIES } from './planned-oddities.ts';
import { type ExampleAssignment, exampleRoster } from './roster.ts';

const { staff, assignments } = exampleRoster();
const dates = eachDate(EXAMPLE_PERIOD.from, EXAMPLE_PERIOD.to);
const NIGHT_NAMES = ['ON1', 'ON2', 'Overnight 2'];
const specialties = new Map<string, string>(
  EXAMPLE_PEOPLE.map((person) => [person.rosterName, person.specialty]),
);

const rowsOf = (date: string, ...names: string[]): ExampleAssignment[] =>
  assignments.filter((row) => row.date === date && names.includes(row.name));
const linesOf = (date: string, ...names: string[]): string[] =>
  rowsOf(date, ...names).map((row) => `${row.staffName} ${row.start}-${row.end}`);

/** Local instants of a row: a night's part that begins before 08:00 lies on the next day. */
function spanOf(row: ExampleAssignment): { from: string; to: string } {
  const rolls = row.name !== 'Day' && row.type === 'o' && row.start < '0800';
  const date = rolls ? addDays(row.date, 1) : row.date;
  return { from: `${date} ${row.start}`, to: `${row.end > row.start ? date : addDays(date, 1)} ${row.end}` };
}

const personRows = (): ExampleAssignment[][] =>
  EXAMPLE_PEOPLE.map((person) =>
    assignments
      .filter((row) => row.staffName === person.rosterName && row.type !== 'r')
      .toSorted((a, b) => (spanOf(a).from < spanOf(b).from ? -1 : 1)),
  );

describe('everybody’s duty is one that people could work', () => {
  test('nobody is in two places at once', () => {
    for (const rows of personRows()) {
      rows.slice(1).forEach((row, i) => {
        const before = rows[i] as ExampleAssignment;
        expect(spanOf(row).from >= spanOf(before).to, `${row.staffName} ${row.date} ${row.name}`).toBe(true);
      });
    }
  });

  test('eight hours at least lie between two duties, so that no day follows a night', () => {
    const at = (text: string): Temporal.PlainDateTime =>
      Temporal.PlainDateTime.from(text.replace(/ (\d\d)(\d\d)$/, 'T$1:$2'));
    for (const rows of personRows()) {
      rows.slice(1).forEach((row, i) => {
        const rest = at(spanOf(rows[i] as ExampleAssignment).to).until(at(spanOf(row).from));
        expect(rest.total('hours'), `${row.staffName} ${row.date} ${row.name}`).toBeGreaterThanOrEqual(8);
      });
    }
  });

  test('nobody works in a vacation', () => {
    const vacation = assignments.filter((row) => row.type === 'r');
    expect(new Set(vacation.map((row) => row.staffName)).size).toBe(EXAMPLE_PEOPLE.length);
    for (const { date, staffName } of vacation) {
      const others = assignments.filter(
        (row) => row.date === date && row.staffName === staffName && row.type !== 'r',
      );
      expect(others, `${staffName} ${date}`).toEqual([]);
    }
  });
});

describe('three months of feed', () => {
  test('go from 1 October to 31 December, by date', () => {
    expect([assignments[0]?.date, assignments.at(-1)?.date]).toEqual(['2026-10-01', '2026-12-31']);
    expect(assignments.map((row) => row.date)).toEqual(assignments.map((row) => row.date).toSorted());
  });

  test('have the evening and night shifts on every date but the open cell, Day on working days', () => {
    const odd = new Set<string>(['2026-12-10 MidC', '2026-11-26 Day']);
    for (const date of dates) {
      const workday = dayOfWeek(date) < 6 && !EXAMPLE_DEPARTMENT.holidays.includes(date);
      for (const name of ['MidC', 'MidL', 'Mid3', 'ON1', 'ON2', 'Day']) {
        const expected = (name !== 'Day' || workday) !== odd.has(`${date} ${name}`);
        const names = name === 'ON2' ? ['ON2', 'Overnight 2'] : [name];
        expect(rowsOf(date, ...names).length > 0, `${date} ${name}`).toBe(expected);
      }
    }
  });

  test('name only staff of the list', () => {
    const known = new Map(staff.map((member) => [member.uniqueId, member.name]));
    for (const row of assignments) expect(known.get(row.staffUniqueId)).toBe(row.staffName);
  });

  test('are the same each time', () => {
    expect(exampleRoster()).toEqual({ staff, assignments });
  });
});

test.each([
  ['a text id', (name: string, id: string) => name === 'Hallowfield, Sunniva' && id === 'EPICID:X441008'],
  ['an apostrophe', (name: string) => name === "O'Quillan, Fergus"],
  ['a hyphen', (name: string) => name === 'Dunnock-Reyes, Paloma'],
  ['a Jr', (name: string) => name === 'Greavesend Jr, Ambrose'],
  ['accents', (name: string) => name === 'Béranger, Odélie'],
])('the staff list has somebody with %s', (_, fits) => {
  expect(staff.filter((member) => fits(member.name, member.uniqueId)).length).toBe(1);
});

test('the staff list lacks some pagers, phones and emails, and has a starred type', () => {
  const people = staff.filter((member) => member.staffType !== 'Services');
  for (const field of ['pager', 'phone', 'email'] as const) {
    expect(
      people.some((member) => member[field] === ''),
      field,
    ).toBe(true);
  }
  expect(people.some((member) => member.staffType === 'MSK*')).toBe(true);
});

describe('the planned oddities', () => {
  test('are all in the feed as planned', () => {
    for (const oddity of PLANNED_ODDITIES) {
      const names = oddity.shiftType === 'DAY' ? ['Day'] : [oddity.shiftType];
      const holders = rowsOf(oddity.date, ...names).map((row) => row.staffName.replace(/,.*/, ''));
      expect(holders, oddity.what).toEqual(oddity.parts.map((part) => part.holder));
    }
  });

  test.each([
    [
      'a split night over midnight',
      '2026-12-12',
      'ON1',
      ['Crowhurst, Idris 0100-0400', 'Ashgrove, Marit 2200-0100', 'Quistholm, Liv 0400-0700'],
    ],
    ['a vacancy', '2026-11-24', 'ON2', ['--- 2300-0800']],
    ['a sick gap', '2026-10-21', 'MidL', ['Hallowfield, Sunniva 1600-1930', '--- 1930-0000']],
    ['an open cell', '2026-12-10', 'MidC', []],
    ['unusual hours', '2026-11-11', 'MidL', ['Dunnock-Reyes, Paloma 1730-2130']],
    ['a day of 24 hours', '2026-11-26', 'Day', ['Thackwell, Rufus B 0700-0700']],
    ['a body-only night when the clocks go back', '2026-10-31', 'ON2', ['Hallowfield, Sunniva 2300-0800']],
    [
      'half days under a name with a comma',
      '2026-10-22',
      'Conf, am',
      ['Quistholm, Liv 0800-1200', 'Greavesend Jr, Ambrose 0800-1200'],
    ],
  ])('%s', (_, date, name, lines) => {
    expect(linesOf(date, name)).toEqual(lines);
  });

  test('ON2 has another name from December on, under the same id', () => {
    const nights = assignments.filter((row) => row.uniqueId === '406');
    expect(nights.length).toBe(dates.length);
    for (const row of nights) expect(row.name).toBe(row.date < '2026-12-01' ? 'ON2' : 'Overnight 2');
  });

  test('the pool of residents is no person', () => {
    const pool = staff.find((member) => member.name === 'Resident pool');
    expect(pool?.staffType).toBe('Services');
    expect(assignments.filter((row) => row.staffUniqueId === pool?.uniqueId).length).toBe(13);
  });
});

describe('scenarios', () => {
  const holdersOf = (date: LocalDate, ...names: string[]): (string | undefined)[] =>
    rowsOf(date, ...names).map((row) => specialties.get(row.staffName));

  test.each([
    ['evenings', ['MidC', 'MidL']],
    ['nights', NIGHT_NAMES],
  ])('%s: both scenarios, on weekdays and on weekends', (_, names) => {
    for (const weekend of [false, true]) {
      const some = dates.filter((date) => dayOfWeek(date) > 5 === weekend);
      const body = some.filter((date) => holdersOf(date, ...names).includes('BODY_ONLY'));
      expect(body.length).toBeGreaterThanOrEqual(8);
      expect(some.length - body.length).toBeGreaterThanOrEqual(8);
    }
  });

  test('never two body-only readers on one pair at once', () => {
    for (const date of dates.filter((candidate) => candidate !== '2026-12-12')) {
      for (const names of [['MidC', 'MidL'], NIGHT_NAMES]) {
        const body = holdersOf(date, ...names).filter((specialty) => specialty === 'BODY_ONLY');
        expect(body.length, `${date} ${names}`).toBeLessThan(2);
      }
    }
  });

  test('a neuro-only reader is on ON2 on some of the nights that are re-cut', () => {
    const nights = dates.filter((date) => holdersOf(date, ...NIGHT_NAMES).includes('NEURO_ONLY'));
    expect(nights.length).toBeGreaterThanOrEqual(10);
    for (const date of nights) expect(holdersOf(date, 'ON1')).toContain('BODY_ONLY');
  });
});
