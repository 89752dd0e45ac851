import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockSpan, ClockTime } from '../../domain/clock-time.ts';
import type { RosterEntry } from '../../domain/coverage-facts.ts';
import type { PersonId, RosterEntryId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ShiftType } from '../../domain/shift-type.ts';
import {
  assignShift,
  type EntryDraft,
  type HeldShift,
  listHolders,
  swapShifts,
  unassignShift,
} from './change-entries.ts';

const ROLLOVER = 8 * 60;
const person = (name: string): PersonId => name as PersonId;

/** `Grantham 22:00-07:00`, `--- 01:00-04:00`, or a name alone for an entry without hours. */
function entry(text: string, shiftType: ShiftType, line: number): RosterEntry {
  const [name = '', hours] = text.split(' ');
  const [start, end] = (hours?.split('-') ?? []) as ClockTime[];
  return {
    id: `${shiftType}-${line}` as RosterEntryId,
    date: '2026-04-18' as LocalDate,
    shiftType,
    personId: name === '---' ? null : person(name),
    start: start ?? null,
    end: end ?? null,
    source: 'AMION',
    report: 'april.csv',
    line,
    text: null,
    reason: null,
  };
}

const span = (text: string): ClockSpan => {
  const [start, end] = text.split('-') as [ClockTime, ClockTime];
  return { start, end };
};

function held(rows: string[], shiftType: ShiftType = 'ON1', hours = '22:00-08:00'): HeldShift {
  return {
    date: '2026-04-18' as LocalDate,
    shiftType,
    entries: rows.map((row, line) => entry(row, shiftType, line)),
    hours: span(hours),
  };
}

const words = (drafts: readonly EntryDraft[]): string[] =>
  drafts.map((d) => `${d.personId ?? '---'}${d.hours ? ` ${d.hours.start}-${d.hours.end}` : ''}`).sort();

const gone = (removed: readonly RosterEntry[]): string[] =>
  removed.map((e) => `${e.personId ?? '---'}${e.start ? ` ${e.start}-${e.end}` : ''}`).sort();

describe('somebody is assigned', () => {
  it.each([
    ['to the whole shift', ['Grantham 22:00-07:00'], null, ['Grantham 22:00-07:00'], ['Dunmore']],
    ['to an open shift', [], null, [], ['Dunmore']],
    ['to a vacant shift', ['---'], null, ['---'], ['Dunmore']],
    [
      'to the middle hours: the holder keeps both ends',
      ['Grantham 22:00-07:00'],
      '01:00-04:00',
      ['Grantham 22:00-07:00'],
      ['Dunmore 01:00-04:00', 'Grantham 04:00-07:00', 'Grantham 22:00-01:00'],
    ],
    [
      'to the first hours',
      ['Grantham 22:00-07:00'],
      '22:00-01:00',
      ['Grantham 22:00-07:00'],
      ['Dunmore 22:00-01:00', 'Grantham 01:00-07:00'],
    ],
    [
      'to one part of a split shift: the others stay as they are',
      ['Grantham 22:00-01:00', 'Wu 01:00-04:00', 'Fair 04:00-07:00'],
      '01:00-04:00',
      ['Wu 01:00-04:00'],
      ['Dunmore 01:00-04:00'],
    ],
    [
      'across two parts',
      ['Grantham 22:00-02:00', 'Wu 02:00-07:00'],
      '01:00-04:00',
      ['Grantham 22:00-02:00', 'Wu 02:00-07:00'],
      ['Dunmore 01:00-04:00', 'Grantham 22:00-01:00', 'Wu 04:00-07:00'],
    ],
    [
      'to a part of a shift held without hours: the shift’s own hours are cut',
      ['Grantham'],
      '22:00-01:00',
      ['Grantham'],
      ['Dunmore 22:00-01:00', 'Grantham 01:00-08:00'],
    ],
    ['to hours behind the row’s own', ['Grantham 22:00-07:00'], '07:00-08:00', [], ['Dunmore 07:00-08:00']],
    [
      'to a part of an open shift: the other hours stay open',
      [],
      '01:00-04:00',
      [],
      ['--- 04:00-08:00', '--- 22:00-01:00', 'Dunmore 01:00-04:00'],
    ],
  ])('%s', (_, rows, hours, removed, added) => {
    const change = assignShift(held(rows), person('Dunmore'), hours === null ? null : span(hours), ROLLOVER);
    expect(gone(change.removed)).toEqual(removed);
    expect(words(change.added)).toEqual(added);
  });
});

describe('somebody is taken off', () => {
  it.each([
    ['a whole shift', ['Grantham 22:00-07:00'], null, ['Grantham 22:00-07:00'], ['---']],
    [
      'a part that they hold',
      ['Grantham 22:00-01:00', 'Wu 01:00-07:00'],
      null,
      ['Grantham 22:00-01:00'],
      ['--- 22:00-01:00'],
    ],
    [
      'some hours of it',
      ['Grantham 22:00-07:00'],
      '04:00-07:00',
      ['Grantham 22:00-07:00'],
      ['--- 04:00-07:00', 'Grantham 22:00-04:00'],
    ],
    ['a shift that they do not hold', ['Wu 22:00-07:00'], null, [], []],
    ['hours that they do not hold', ['Grantham 22:00-01:00', 'Wu 01:00-07:00'], '02:00-03:00', [], []],
  ])('%s', (_, rows, hours, removed, added) => {
    const change = unassignShift(
      held(rows),
      person('Grantham'),
      hours === null ? null : span(hours),
      ROLLOVER,
    );
    expect(gone(change.removed)).toEqual(removed);
    expect(words(change.added)).toEqual(added);
  });
});

it('two people change places, each in the hours that the other held', () => {
  const change = swapShifts(
    held(['Grantham 22:00-07:00']),
    person('Grantham'),
    held(['Wu 23:00-08:00'], 'ON2'),
    person('Wu'),
    null,
    ROLLOVER,
  );
  expect(gone(change.removed)).toEqual(['Grantham 22:00-07:00', 'Wu 23:00-08:00']);
  expect(change.added.map((d) => [d.shiftType, d.personId, d.hours?.start])).toEqual([
    ['ON1', 'Wu', '22:00'],
    ['ON2', 'Grantham', '23:00'],
  ]);
});

it.each([
  [
    'in the middle of the night',
    '01:00-04:00',
    ['Grantham 04:00-07:00', 'Grantham 22:00-01:00', 'Wu 01:00-04:00'],
    ['Grantham 01:00-04:00', 'Wu 04:00-08:00', 'Wu 23:00-01:00'],
  ],
  [
    'each only what the other held of them',
    '21:00-00:00',
    ['Grantham 00:00-07:00', 'Wu 22:00-00:00'],
    ['Grantham 23:00-00:00', 'Wu 00:00-08:00'],
  ],
  ['one has none of them', '22:00-23:00', ['Grantham 23:00-07:00', 'Wu 22:00-23:00'], []],
])('two people change places for some hours: %s', (_, hours, on1, on2) => {
  const shifts = [held(['Grantham 22:00-07:00']), held(['Wu 23:00-08:00'], 'ON2')] as const;
  const { added } = swapShifts(shifts[0], person('Grantham'), shifts[1], person('Wu'), span(hours), ROLLOVER);
  expect(words(added.filter((d) => d.shiftType === 'ON1'))).toEqual(on1);
  expect(words(added.filter((d) => d.shiftType === 'ON2'))).toEqual(on2);
});

it.each([
  [null, ['Grantham', 'Wu']],
  ['22:00-01:00', ['Grantham']],
  ['00:30-01:30', ['Grantham', 'Wu']],
  ['05:00-06:00', []],
])('the holders of %s of a split shift', (hours, names) => {
  const shift = held(['Grantham 22:00-01:00', 'Wu 01:00-04:00', '--- 04:00-06:00', 'Grantham 06:00-07:00']);
  expect(listHolders(shift, hours === null ? null : span(hours), ROLLOVER)).toEqual(names.map(person));
});

it('assigning a part never loses or doubles an hour of a day shift', () => {
  const two = (n: number): string =>
    `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
  const cut = fc.tuple(fc.integer({ min: 480, max: 1019 }), fc.integer({ min: 1, max: 120 }));
  fc.assert(
    fc.property(fc.integer({ min: 500, max: 1000 }), cut, (middle, [from, length]) => {
      const to = Math.min(from + length, 1020);
      const rows = [`Grantham 08:00-${two(middle)}`, `Wu ${two(middle)}-17:00`];
      const shift = held(rows, 'DAY', '08:00-17:00');
      const change = assignShift(shift, person('Dunmore'), span(`${two(from)}-${two(to)}`), ROLLOVER);
      const kept = shift.entries.filter((e) => !change.removed.includes(e));
      const hours = [
        ...kept.map((e) => ({ start: e.start, end: e.end })),
        ...change.added.map((d) => d.hours),
      ];
      const minutes = hours.flatMap((h) => {
        const [a, b] = [h?.start, h?.end].map((t) => Number(t?.slice(0, 2)) * 60 + Number(t?.slice(3)));
        return Array.from({ length: (b ?? 0) - (a ?? 0) }, (_, i) => (a ?? 0) + i);
      });
      expect(new Set(minutes).size).toBe(minutes.length);
      expect(minutes.length).toBe(540);
    }),
  );
});
