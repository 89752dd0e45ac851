import { describe, expect, it } from 'vitest';
import { date, READERS, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import type { Reader, RosterEntry } from '../domain/coverage-facts.ts';
import { type EpochMinute, zoneClock } from '../domain/zone-clock.ts';
import type { Admission } from './compute-admission.ts';
import { type Candidate, computeCandidates } from './compute-candidates.ts';
import { computeDuties } from './compute-duties.ts';

const clock = zoneClock('America/New_York');
const at = (text: string): EpochMinute => (Date.parse(`${text}:00-04:00`) / 60_000) as EpochMinute;
const NIGHT = {
  ...{ date: date('2026-04-09'), shiftType: 'ON1' as const },
  ...{ from: at('2026-04-09T22:00'), to: at('2026-04-10T08:00') },
};
const FITS: Admission = { reads: ['Ashby US'], unfit: [], uncovered: [] };
const sheets = [sheet('ON 01:00-08:00', { 'Ashby US': 'ON1' })];

const people = (...names: string[]): Reader[] =>
  names.flatMap((name) => [...READERS.values()].filter((reader) => reader.name === name));

function candidates(
  entries: readonly RosterEntry[],
  names: readonly string[],
  over: { shift?: typeof NIGHT; admission?: (reader: Reader) => Admission } = {},
): Candidate[] {
  const facts = scheduleFacts({ from: '2026-03-25', to: '2026-05-05', sheets, entries });
  const { shift = NIGHT, admission = () => FITS } = over;
  return computeCandidates(shift, people(...names), computeDuties(facts), admission, clock);
}
const reasonsOf = (entries: readonly RosterEntry[], shift = NIGHT): string[] =>
  candidates(entries, ['Ames'], { shift }).flatMap(({ reasons }) =>
    reasons.map(({ code, text }) => `${code}: ${text}`),
  );

describe('what stands against taking the night of 9 April, 22:00 to 08:00', () => {
  it.each<[string, RosterEntry[], string[]]>([
    ['nothing', [], []],
    ['the night before until 08:00: 14 hours of rest', roster('2026-04-08', { ON1: 'Ames 22:00-08:00' }), []],
    [
      'the night before until noon: 10 hours of rest',
      roster('2026-04-08', { ON2: 'Ames 22:00-12:00' }),
      ['JUST_OFF_A_NIGHT: Ames comes off ON2 at 2026-04-09 12:00, 10 h before.'],
    ],
    [
      'the night before until 11:00: 11 hours of rest are enough',
      roster('2026-04-08', { ON2: 'Ames 22:00-11:00' }),
      [],
    ],
    [
      'a day shift until 17:00',
      roster('2026-04-09', { DAY: 'Ames 08:00-17:00' }),
      ['SHORT_REST: Ames comes off DAY at 2026-04-09 17:00, 5 h before.'],
    ],
    [
      'the next night, from 18:30: 10 and a half hours later',
      roster('2026-04-10', { ON2: 'Ames 18:30-08:00' }),
      ['NIGHT_AFTER: Ames goes on ON2 at 2026-04-10 18:30, 10.5 h after.'],
    ],
    [
      'MidC until midnight',
      roster('2026-04-09', { MidC: 'Ames 17:00-00:00' }),
      ['DOUBLE_BOOKED: Ames is on MidC from 2026-04-09 17:00 to 2026-04-10 00:00.'],
    ],
    [
      'MidC until 22:00, when the night begins',
      roster('2026-04-09', { MidC: 'Ames 15:00-22:00' }),
      ['SHORT_REST: Ames comes off MidC at 2026-04-09 22:00, 0 h before.'],
    ],
    [
      'a day shift from 18:59',
      roster('2026-04-10', { DAY: 'Ames 18:59-23:00' }),
      ['SHORT_REST: Ames goes on DAY at 2026-04-10 18:59, 11 h after.'],
    ],
    [
      'the shift itself',
      roster('2026-04-09', { ON1: 'Ames 22:00-08:00' }),
      ['HOLDS_IT_ALREADY: Ames holds ON1 on 2026-04-09 already.'],
    ],
  ])('%s', (_, entries, expected) => {
    expect(reasonsOf(entries)).toEqual(expected);
  });

  it('another part of the same shift is no other shift', () => {
    const early = roster('2026-04-09', { ON1: 'Ames 22:00-01:00, Cole 01:00-08:00' });
    const rest = { ...NIGHT, from: at('2026-04-10T01:00') };
    expect(reasonsOf(early, rest)).toEqual([]);
    expect(candidates(early, ['Ames'], { shift: rest })).toMatchObject([
      { free: true, restHours: { before: null, after: null }, shiftsInMonth: 1 },
    ]);
  });

  it('studies that they may not read, or would leave to nobody', () => {
    const [ames] = candidates([], ['Ames'], {
      admission: () => ({ reads: [], unfit: ['Ashby CT Body'], uncovered: ['Ashby CT Neuro', 'Brook US'] }),
    });
    expect(ames).toMatchObject({ admitted: false, free: true });
    expect(ames?.reasons).toEqual([
      { code: 'NOT_ADMITTED', text: 'Ames (BOTH) may not read Ashby CT Body.' },
      {
        code: 'LEAVES_GAPS',
        text: 'Ames on this shift leaves nobody to read Ashby CT Neuro, Brook US.',
      },
    ]);
  });
});

it('rest is counted in hours that pass, to the nearest shift on either side', () => {
  const entries = [
    ...roster('2026-04-07', { ON1: 'Ames 22:00-08:00' }),
    ...roster('2026-04-09', { DAY: 'Ames 08:00-17:00' }),
    ...roster('2026-04-11', { DAY: 'Ames 08:00-17:00' }),
  ];
  expect(candidates(entries, ['Ames', 'Cole']).map(({ restHours }) => restHours)).toEqual([
    { before: null, after: null },
    { before: 5, after: 24 },
  ]);
});

it('of the night in which the clocks skip an hour rest is one hour less', () => {
  const day = { date: date('2026-03-08'), shiftType: 'DAY' as const };
  const shift = { ...day, from: at('2026-03-08T08:00'), to: at('2026-03-08T17:00') };
  const entries = roster('2026-03-07', { MidC: 'Ames 17:00-00:00' });
  const facts = scheduleFacts({ from: '2026-03-07', to: '2026-03-08', sheets, entries });
  const [ames] = computeCandidates(shift, people('Ames'), computeDuties(facts), () => FITS, clock);
  expect(ames?.restHours.before).toBe(7);
});

it('counts the shifts of the calendar month, each once, and the nights among them', () => {
  const entries = [
    ...roster('2026-03-31', { ON1: 'Ames 22:00-08:00' }),
    ...roster('2026-04-01', { ON1: 'Ames 22:00-02:00, Cole 02:00-04:00, Ames 04:00-08:00' }),
    ...roster('2026-04-03', { MidC: 'Ames 17:00-00:00' }),
    ...roster('2026-04-30', { ON2: 'Ames 22:00-08:00' }),
    ...roster('2026-05-01', { MidC: 'Ames 17:00-00:00' }),
  ];
  expect(candidates(entries, ['Ames'])).toMatchObject([{ shiftsInMonth: 3, nightsInMonth: 2 }]);
});

it('the best come first: admitted, free and rested, then few shifts, then the name', () => {
  const entries = [
    ...roster('2026-04-01', { DAY: 'Cole 08:00-17:00' }),
    ...roster('2026-04-08', { ON2: 'Drew 22:00-13:00' }),
    ...roster('2026-04-09', { MidC: 'Ellis 17:00-00:00', ON1: 'Finch 22:00-08:00' }),
  ];
  const names = ['Finch', 'Nash', 'Ellis', 'Drew', 'Cole', 'Gray', 'Ames'];
  const found = candidates(entries, names, {
    admission: ({ name }) => (name === 'Nash' ? { ...FITS, unfit: ['Ashby CT Body'] } : FITS),
  });
  expect(found.map(({ person, admitted, free }) => [person.name, admitted, free])).toEqual([
    ['Ames', true, true],
    ['Gray', true, true],
    ['Cole', true, true],
    ['Drew', true, true],
    ['Ellis', true, false],
    ['Nash', false, true],
    ['Finch', true, false],
  ]);
});
