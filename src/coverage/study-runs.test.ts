import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { timelineOf } from './compute-diff.ts';
import type { StudyCell } from './study-cell.ts';
import { buildListedRuns, buildStudyRuns, runAt, type StudyRun } from './study-runs.ts';

const facts = scheduleFacts({
  ...{ from: '2026-04-09', to: '2026-04-09' },
  sheets: [
    sheet('Mid 17:00-00:00', { 'Ashby CT Neuro': 'MidC', 'Ashby US': 'MidC' }),
    sheet('ON Neuro 01:00-08:00', { 'Ashby CT Neuro': 'ON1' }),
  ],
  entries: roster('2026-04-09', { MidC: 'Ames', ON1: 'Ames' }),
});
const [neuro] = [...timelineOf(facts).values()];
const [pattern] = neuro ?? [];

/** A cell of a person from one minute to another; the wider window is of the evening. */
function cell(from: number, to: number, name: string | null, wide = false): StudyCell {
  if (!pattern) throw new Error('The pattern has no cell');
  const window = wide ? { start: '17:00', end: '00:00' } : { start: '17:00', end: '18:00' };
  const source =
    'rule' in pattern.demand.source ? { rule: { ...pattern.demand.source.rule, ...window } } : null;
  const person = name === null ? null : { ...pattern.person, id: name, name };
  const cause = name === null ? ('POSITION_EMPTY' as const) : null;
  return { ...pattern, demand: { ...pattern.demand, source }, from, to, person, cause } as StudyCell;
}

const says = ({ cell: found, unlisted }: StudyRun): string =>
  found?.person?.name ?? found?.cause ?? unlisted ?? '';
const brief = (runs: readonly StudyRun[]): string[] =>
  runs.map(
    (run) =>
      `${run.from} ${says(run)} until ${run.until}${run.next ? ` then ${run.next.name ?? run.next.cause}` : ''}`,
  );

describe('a study laid out in time', () => {
  it('tells when its answer changes, over windows that the same person reads', () => {
    const cells = [cell(10, 20, 'Ames'), cell(20, 30, 'Ames'), cell(30, 40, 'Cole')];
    expect(brief(buildStudyRuns(cells, buildListedRuns([cells])))).toEqual([
      '-Infinity NO_WINDOW until 10 then Ames',
      '10 Ames until 30 then Cole',
      '20 Ames until 30 then Cole',
      '30 Cole until 40 then NO_WINDOW',
      '40 NO_WINDOW until null',
    ]);
  });

  it('is NOT_LISTED while another study is listed, and NO_WINDOW while none is', () => {
    const other = [cell(5, 15, 'Ames'), cell(25, 35, 'Ames')];
    const cells = [cell(20, 30, null)];
    expect(brief(buildStudyRuns(cells, buildListedRuns([cells, other])))).toEqual([
      '-Infinity NO_WINDOW until 5 then NOT_LISTED',
      '5 NOT_LISTED until 15 then NO_WINDOW',
      '15 NO_WINDOW until 20 then POSITION_EMPTY',
      '20 POSITION_EMPTY until 30 then NOT_LISTED',
      '30 NOT_LISTED until 35 then NO_WINDOW',
      '35 NO_WINDOW until null',
    ]);
  });

  it('is decided by the narrower window where two versions meet, on a tie by the first', () => {
    const cells = [cell(0, 30, 'Ames', true), cell(10, 20, 'Cole'), cell(10, 20, 'Drew')];
    const runs = buildStudyRuns(cells, buildListedRuns([cells]));
    expect(runs.map((run) => `${run.from} ${says(run)}`)).toEqual([
      ...['-Infinity NO_WINDOW', '0 Ames', '10 Cole', '20 Ames', '30 NO_WINDOW'],
    ]);
  });

  it('that nothing lists changes with whether anything is listed', () => {
    expect(brief(buildStudyRuns([], buildListedRuns([])))).toEqual(['-Infinity NO_WINDOW until null']);
    expect(brief(buildStudyRuns([], buildListedRuns([[cell(1, 2, 'Ames')]])))).toEqual([
      ...[
        '-Infinity NO_WINDOW until 1 then NOT_LISTED',
        '1 NOT_LISTED until 2 then NO_WINDOW',
        '2 NO_WINDOW until null',
      ],
    ]);
  });

  it('says at every minute what a look at all cells says, and changes when it says', () => {
    const span = fc.record({
      from: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 1, max: 20 }),
      name: fc.constantFrom('Ames', 'Cole', null),
      wide: fc.boolean(),
    });
    const some = fc
      .array(span, { maxLength: 8 })
      .map((spans) =>
        spans
          .map(({ from, length, name, wide }) => cell(from, from + length, name, wide))
          .sort((a, b) => a.from - b.from),
      );
    fc.assert(
      fc.property(some, some, (cells, others) => {
        const runs = buildStudyRuns(cells, buildListedRuns([cells, others]));
        const naive = (minute: number): string => {
          const open = cells.filter(({ from, to }) => from <= minute && minute < to);
          const narrow = open.find((each) => !isWide(each)) ?? open[0];
          if (narrow) return narrow.person?.name ?? narrow.cause ?? '';
          return others.some(({ from, to }) => from <= minute && minute < to) ? 'NOT_LISTED' : 'NO_WINDOW';
        };
        for (let minute = -2; minute < 90; minute++) {
          const run = runAt(runs, minute);
          expect(says(run)).toBe(naive(minute));
          const change = Array.from({ length: 90 }, (_, i) => minute + i).find(
            (later) => naive(later) !== naive(minute),
          );
          expect(run.until).toBe(change ?? null);
          if (change !== undefined) expect(run.next?.name ?? run.next?.cause).toBe(naive(change));
        }
      }),
    );
  });
});

const isWide = ({ demand: { source } }: StudyCell): boolean =>
  'rule' in source && source.rule.end === '00:00';
