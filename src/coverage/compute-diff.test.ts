import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySchedules } from '#test/support/arbitrary-schedules.ts';
import { roster, type SheetPlan, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { computeReaderChanges, timelineOf } from './compute-diff.ts';

const clock = zoneClock('America/New_York');
const SHEETS = [
  sheet('Mid 17:00-00:00', { 'Ashby CT Body': 'MidC', 'Brook US': 'MidC' }),
  sheet('Mid 00:00-01:00', { 'Ashby CT Body': 'MidC' }),
];

/** The changes between two evenings: `label from-to who > who (kind)`. */
function changes(
  before: string | null,
  after: string | null,
  sheets: [SheetPlan[], SheetPlan[]] = [SHEETS, SHEETS],
): string[] {
  const [was, is] = [before, after].map((holder, side) =>
    timelineOf(
      scheduleFacts({
        ...{ from: '2026-04-09', to: '2026-04-09', sheets: sheets[side] ?? [] },
        entries: holder === null ? [] : roster('2026-04-09', { MidC: holder }),
      }),
    ),
  );
  if (!was || !is) return [];
  return computeReaderChanges(was, is).map((change) => {
    const hours = `${clock.timeAt(change.from)}-${clock.timeAt(change.to)}`;
    const [left, right] = [change.before, change.after].map(
      ({ name, cause }) => name ?? cause ?? 'not listed',
    );
    return `${change.label} ${hours} ${left} > ${right} (${change.kind})`;
  });
}

describe('which studies change reader', () => {
  it.each<[string, Parameters<typeof changes>, string[]]>([
    ['nothing changes', ['Ames', 'Ames'], []],
    [
      'another person, in every window of the study at once',
      ['Ames', 'Cole'],
      ['Ashby CT Body 17:00-01:00 Ames > Cole (changed)', 'Brook US 17:00-00:00 Ames > Cole (changed)'],
    ],
    [
      'somebody goes home early',
      ['Ames', 'Ames 17:00-23:00, --- 23:00-01:00'],
      [
        'Ashby CT Body 23:00-01:00 Ames > POSITION_EMPTY (uncovered)',
        'Brook US 23:00-00:00 Ames > POSITION_EMPTY (uncovered)',
      ],
    ],
    [
      'a vacancy is filled',
      [null, 'Ames'],
      [
        'Ashby CT Body 17:00-01:00 POSITION_EMPTY > Ames (covered)',
        'Brook US 17:00-00:00 POSITION_EMPTY > Ames (covered)',
      ],
    ],
    [
      'by somebody who may not read it all',
      ['---', 'Nash'],
      [
        'Ashby CT Body 17:00-01:00 POSITION_EMPTY > SPECIALTY_MISMATCH (cause)',
        'Brook US 17:00-00:00 POSITION_EMPTY > Nash (covered)',
      ],
    ],
    [
      'two changes in one evening',
      ['Ames 17:00-20:00, Drew 20:00-01:00', 'Cole'],
      [
        'Ashby CT Body 17:00-20:00 Ames > Cole (changed)',
        'Brook US 17:00-20:00 Ames > Cole (changed)',
        'Ashby CT Body 20:00-01:00 Drew > Cole (changed)',
        'Brook US 20:00-00:00 Drew > Cole (changed)',
      ],
    ],
    [
      'hours that only the later matrix lists',
      ['Ames', 'Ames', [SHEETS.slice(0, 1), SHEETS]],
      ['Ashby CT Body 00:00-01:00 not listed > Ames (covered)'],
    ],
    [
      'hours that only the earlier matrix lists',
      ['Ames', 'Ames', [SHEETS, SHEETS.slice(1)]],
      [
        'Ashby CT Body 17:00-00:00 Ames > not listed (uncovered)',
        'Brook US 17:00-00:00 Ames > not listed (uncovered)',
      ],
    ],
    [
      'studies that only the later matrix lists',
      ['Ames', 'Ames', [[], SHEETS.slice(1)]],
      ['Ashby CT Body 00:00-01:00 not listed > Ames (covered)'],
    ],
    [
      'the mark is gone',
      ['---', '---', [SHEETS.slice(1), [sheet('Mid 00:00-01:00', { 'Ashby CT Body': null })]]],
      ['Ashby CT Body 00:00-01:00 POSITION_EMPTY > NO_RULE (cause)'],
    ],
  ])('%s', (_, given, expected) => {
    expect(changes(...given)).toEqual(expected);
  });
});

it('a schedule does not differ from itself, and from another as that one from it', () => {
  fc.assert(
    fc.property(arbitrarySchedules('matrix', 15, 2), (facts) => {
      const before = timelineOf(facts);
      const after = timelineOf({ ...facts, entries: facts.entries.slice(0, -3) });
      expect(computeReaderChanges(before, before)).toEqual([]);
      const hours = (changed: ReturnType<typeof computeReaderChanges>): number =>
        changed.reduce((sum, { from, to }) => sum + to - from, 0);
      expect(hours(computeReaderChanges(before, after))).toBe(hours(computeReaderChanges(after, before)));
    }),
    { numRuns: 40 },
  );
});
