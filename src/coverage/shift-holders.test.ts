import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, roster, time } from '#test/support/schedule-facts.ts';
import type { ShiftType } from '../domain/shift-type.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { shiftHolders } from './shift-holders.ts';

const clock = zoneClock('America/New_York');
const EIGHT = 8 * 60;

/** Who holds a shift type between two clock times, in words: `22:00 Ames, 01:00 nobody`. Times from 12:00 on are of the date itself. */
function during(
  on: string,
  type: ShiftType,
  parts: string,
  from: string,
  to: string,
  reverse = false,
): string {
  const entries = roster(on, { [type]: parts }).map((entry, index) => ({ ...entry, line: index + 1 }));
  const holders = shiftHolders(reverse ? entries.toReversed() : entries, EIGHT, clock);
  const at = (text: string) =>
    clock.instantOf(date(on), time(text), text < '12:00' && type !== 'DAY' ? 1 : 0);
  return holders
    .during(date(on), type, at(from), at(to))
    .map((run) => `${clock.timeAt(run.from)} ${run.entry?.personId ?? 'nobody'}`)
    .join(', ');
}

const THREE = 'Ames 22:00-01:00, Cole 01:00-04:00, Drew 04:00-07:00';

describe('who holds a shift type during a window', () => {
  it.each<[string, ShiftType, string, string, string, string]>([
    [
      'a single row holds the whole window, whatever its hours',
      'ON1',
      'Ames 22:00-02:00',
      '01:00',
      '08:00',
      '01:00 Ames',
    ],
    ['a single row without hours too', 'ON1', 'Ames', '01:00', '08:00', '01:00 Ames'],
    ['a single vacancy is nobody', 'ON1', '--- 22:00-02:00', '01:00', '08:00', '01:00 nobody'],
    [
      'three parts over midnight; the last hour is the nearest part’s',
      'ON1',
      THREE,
      '01:00',
      '08:00',
      '01:00 Cole, 04:00 Drew',
    ],
    ['the hour before the first part is the first part’s', 'ON1', THREE, '21:00', '23:00', '21:00 Ames'],
    [
      'a vacant part is nobody',
      'ON1',
      'Ames 22:00-01:00, --- 01:00-04:00, Drew 04:00-07:00',
      '00:00',
      '08:00',
      '00:00 Ames, 01:00 nobody, 04:00 Drew',
    ],
    [
      'a vacant part holds the hours nearest to it',
      'ON1',
      'Ames 22:00-01:00, --- 01:00-06:00',
      '05:00',
      '08:00',
      '05:00 nobody',
    ],
    [
      'a hole belongs to the nearer part, its middle minute to the earlier',
      'ON1',
      'Ames 22:00-01:00, Drew 03:00-07:00',
      '01:00',
      '08:00',
      '01:00 Ames, 02:01 Drew',
    ],
    [
      'a hole with an odd length',
      'ON1',
      'Ames 22:00-01:00, Drew 01:15-07:00',
      '01:00',
      '08:00',
      '01:00 Ames, 01:08 Drew',
    ],
    [
      'overlapping parts: the earlier start',
      'ON1',
      'Drew 00:00-07:00, Ames 22:00-03:00',
      '22:00',
      '07:00',
      '22:00 Ames, 03:00 Drew',
    ],
    [
      'the same start: the earlier line',
      'ON1',
      'Drew 22:00-07:00, Ames 22:00-03:00',
      '22:00',
      '07:00',
      '22:00 Drew',
    ],
    [
      'a row without hours beside others holds everything',
      'ON1',
      'Ames 22:00-03:00, Drew',
      '22:00',
      '07:00',
      '22:00 Drew',
    ],
    [
      'two rows of one person are one holder until somebody else comes',
      'ON1',
      'Ames 22:00-23:00, Cole 23:00-00:00',
      '22:00',
      '07:00',
      '22:00 Ames, 23:00 Cole',
    ],
    [
      'a day shift that begins early does not roll over',
      'DAY',
      'Ames 06:00-12:00, Cole 12:00-18:00',
      '07:00',
      '17:00',
      '07:00 Ames, 12:00 Cole',
    ],
    [
      'an evening part after midnight lies on the next day',
      'Mid3',
      'Ames 17:00-00:00, Cole 00:00-01:00',
      '23:00',
      '01:00',
      '23:00 Ames, 00:00 Cole',
    ],
    [
      'equal start and end are 24 hours',
      'ON2',
      'Ames 22:00-22:00, Cole 23:00-01:00',
      '22:00',
      '08:00',
      '22:00 Ames',
    ],
  ])('%s', (_, type, parts, from, to, expected) => {
    expect(during('2026-04-18', type, parts, from, to)).toBe(expected);
  });

  it('in any order of the rows', () => {
    expect(during('2026-04-18', 'ON1', THREE, '01:00', '08:00', true)).toBe('01:00 Cole, 04:00 Drew');
  });

  it('covers the hour that happens twice twice', () => {
    const parts = 'Ames 22:00-01:30, Cole 01:30-07:00';
    // Cole begins at the first 01:30; the second one is his too.
    expect(during('2026-10-31', 'ON1', parts, '01:00', '08:00')).toBe('01:00 Ames, 01:30 Cole');
  });

  it('gives the hour that does not exist to nobody', () => {
    const parts = 'Ames 22:00-02:00, Bell 02:00-03:00, Cole 03:00-07:00';
    expect(during('2026-03-07', 'ON1', parts, '01:00', '08:00')).toBe('01:00 Ames, 03:00 Cole');
  });

  it('is nobody, once, where the roster has no row', () => {
    const holders = shiftHolders([], EIGHT, clock);
    const [from, to] = [
      clock.instantOf(date('2026-04-18'), time('17:00')),
      clock.instantOf(date('2026-04-18'), time('18:00')),
    ];
    expect(holders.during(date('2026-04-18'), 'MidC', from, to)).toEqual([{ from, to, entry: null }]);
    expect(holders.entriesOf(date('2026-04-18'), 'MidC')).toEqual([]);
  });
});

it('knows on which dates a shift is split', () => {
  const entries = [
    ...roster('2026-04-18', { ON1: THREE }),
    ...roster('2026-04-19', { ON1: 'Ames', ON2: 'Cole' }),
  ];
  const holders = shiftHolders(entries, EIGHT, clock);
  expect([holders.isSplit(date('2026-04-18')), holders.isSplit(date('2026-04-19'))]).toEqual([true, false]);
  expect(holders.entriesOf(date('2026-04-18'), 'ON1')).toHaveLength(3);
});

it('holdings cover what is asked without hole or overlap, and neighbours differ', () => {
  const clockTime = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
  });
  const part = fc
    .tuple(fc.constantFrom('Ames', 'Cole', '---'), clockTime, clockTime)
    .map(([name, start, end]) => `${name} ${start}-${end}`);
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), clockTime, (parts, end) => {
      const holders = shiftHolders(roster('2026-03-07', { ON1: parts.join(', ') }), EIGHT, clock);
      const from = clock.instantOf(date('2026-03-07'), time('17:00'));
      const to = clock.instantOf(date('2026-03-07'), time(end), 1);
      const runs = holders.during(date('2026-03-07'), 'ON1', from, to);
      expect([runs[0]?.from, runs.at(-1)?.to]).toEqual([from, to]);
      runs.slice(1).forEach((run, i) => {
        expect(run.from).toBe(runs[i]?.to);
        expect(run.entry).not.toBe(runs[i]?.entry);
      });
    }),
  );
});
