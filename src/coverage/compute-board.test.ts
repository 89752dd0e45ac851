import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySchedules } from '#test/support/arbitrary-schedules.ts';
import { date, listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import type { ScheduleFacts } from '../domain/coverage-facts.ts';
import { type ZoneClock, zoneClock } from '../domain/zone-clock.ts';
import { type BoardRun, computeBoard } from './compute-board.ts';
import { computeCoverage } from './compute-coverage.ts';

const NEW_YORK = zoneClock('America/New_York');

function shown(run: BoardRun, clock: ZoneClock = NEW_YORK): string {
  const hours = `${clock.dateAt(run.from).slice(5)} ${clock.timeAt(run.from)}-${clock.timeAt(run.to)}`;
  return [hours, run.position, run.person?.name, run.cause, `(${run.window})`].filter(Boolean).join(' ');
}

const rowsOf = (facts: ScheduleFacts): Record<string, string[]> =>
  Object.fromEntries(
    computeBoard(facts, facts.from, facts.to).rows.map(({ label, runs }) => [
      label,
      runs.map((run) => shown(run)),
    ]),
  );

describe('a Saturday evening and its night', () => {
  const sheets = [
    sheet('Mid Weekend 17:00-00:00', { 'Brook US': 'MidL', 'Ashby CT Neuro': 'MidC' }),
    sheet('Mid Weekend 22:00-00:00', { 'Brook US': 'MidC', 'Brook CT Chest': null }),
    sheet('ON Neuro 01:00-08:00', { 'Brook US': 'ON1', 'Ashby CT Neuro': 'ON2' }),
    sheet('ON Body 01:00-08:00', { 'Brook US': 'ON Body', 'Ashby CT Neuro': 'ON Neuro' }),
    sheet('Day Weekday 08:00-17:00', { 'Ashby CT Chest': 'DAY' }),
  ];
  const facts = scheduleFacts({
    ...{ from: '2026-04-11', to: '2026-04-11', sheets },
    entries: roster('2026-04-11', { MidC: 'Ames', MidL: 'Cole', ON1: 'Drew', ON2: 'Bell' }),
  });

  it('is in the order of the matrix, hospital by hospital, with the studies that nothing lists that day', () => {
    expect(Object.keys(rowsOf(facts))).toEqual([
      ...['Brook US', 'Brook CT Chest', 'Ashby CT Neuro', 'Ashby CT Chest'],
    ]);
  });

  it('has a run for each reader, window and cause', () => {
    expect(rowsOf(facts)).toEqual({
      'Brook US': [
        '04-11 17:00-22:00 MidL Cole (17:00-00:00)',
        '04-11 22:00-00:00 MidC Ames (22:00-00:00)',
        '04-12 01:00-08:00 ON Body Bell (01:00-08:00)',
      ],
      'Brook CT Chest': ['04-11 22:00-00:00 NO_RULE (22:00-00:00)'],
      'Ashby CT Neuro': [
        '04-11 17:00-00:00 MidC Ames (17:00-00:00)',
        '04-12 01:00-08:00 ON Neuro Drew (01:00-08:00)',
      ],
      'Ashby CT Chest': [],
    });
  });

  it('names the scenario, and the shift by which a position is held', () => {
    const [us] = computeBoard(facts, facts.from, facts.to).rows;
    expect(us?.runs.map(({ scenario, shiftType }) => [scenario, shiftType])).toEqual([
      ...[
        ['NEURO', 'MidL'],
        ['NEURO', 'MidC'],
        ['BODY', 'ON2'],
      ],
    ]);
  });

  it('names everybody who stands in a run once', () => {
    const { people } = computeBoard(facts, facts.from, facts.to);
    expect(people.map(({ name }) => name)).toEqual(['Ames', 'Bell', 'Cole', 'Drew']);
  });
});

it('parts of one shift are one run only while the person stays', () => {
  const sheets = [sheet('ON 22:00-08:00', { 'Ashby CT Neuro': 'ON1' })];
  const entries = roster('2026-04-09', {
    ON1: 'Ames 22:00-01:00, Ames 01:00-03:00, --- 03:00-04:00, Birch 04:00-08:00',
  });
  expect(rowsOf(scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets, entries }))).toEqual({
    'Ashby CT Neuro': [
      '04-09 22:00-03:00 ON1 Ames (22:00-08:00)',
      '04-10 03:00-04:00 ON1 POSITION_EMPTY (22:00-08:00)',
      '04-10 04:00-08:00 ON1 Birch SPECIALTY_MISMATCH (22:00-08:00)',
    ],
  });
});

it('a run ends where the scenario changes, and where the schedule date does, though the reader stays', () => {
  const sheets = [
    sheet('ON 01:00-08:00', { 'Ashby US': 'ON2' }),
    sheet('Day 08:00-08:00', { 'Brook US': 'DAY' }),
  ];
  const entries = [
    ...roster('2026-04-09', { ON1: 'Bell 22:00-04:00, Ames 04:00-08:00', ON2: 'Drew', DAY: 'Cole' }),
    ...roster('2026-04-10', { DAY: 'Cole' }),
  ];
  const facts = scheduleFacts({ from: '2026-04-09', to: '2026-04-10', sheets, entries });
  const rows = computeBoard(facts, facts.from, facts.to).rows.map(({ runs }) =>
    runs.filter(({ person }) => person).map((run) => `${shown(run)} ${run.scenario}`),
  );
  expect(rows).toEqual([
    ['04-10 01:00-04:00 ON2 Drew (01:00-08:00) BODY', '04-10 04:00-08:00 ON2 Drew (01:00-08:00) NEURO'],
    ['04-09 08:00-08:00 DAY Cole (08:00-08:00) NEURO', '04-10 08:00-08:00 DAY Cole (08:00-08:00) NEURO'],
  ]);
});

it('a date at the edge is decided by the windows of the date before, where the facts have them', () => {
  const sheets = [
    sheet('ON 01:00-08:00', { 'Ashby US': 'ON1' }),
    sheet('Day 07:00-17:00', { 'Ashby US': 'Day' }),
  ];
  const entries = [
    ...roster('2026-04-08', { ON1: 'Ames', DAY: 'Drew' }),
    ...roster('2026-04-09', { DAY: 'Cole' }),
  ];
  const facts = scheduleFacts({ from: '2026-04-08', to: '2026-04-10', sheets, entries });
  const [us] = computeBoard(facts, date('2026-04-09'), date('2026-04-09')).rows;
  expect(us?.runs.map((run) => shown(run))).toEqual([
    '04-09 08:00-17:00 DAY Cole (07:00-17:00)',
    '04-10 01:00-08:00 ON1 POSITION_EMPTY (01:00-08:00)',
  ]);
});

it('the night of a clock change keeps its instants: one hour less on the wall', () => {
  const sheets = [sheet('ON 01:00-08:00', { 'Ashby US': 'ON1' })];
  const facts = scheduleFacts({
    ...{ from: '2026-03-07', to: '2026-03-07', sheets },
    entries: roster('2026-03-07', { ON1: 'Ames' }),
  });
  const [us] = computeBoard(facts, facts.from, facts.to).rows;
  expect(us?.runs.map(({ from, to }) => [NEW_YORK.present(from), NEW_YORK.present(to)])).toEqual([
    ['2026-03-08T01:00:00-05:00', '2026-03-08T08:00:00-04:00'],
  ]);
});

it('of a flat list the rows stand as in the file', () => {
  const list = [
    listRow('2026-04-10 ON1 19:00-07:00 Brook NEURO'),
    listRow('2026-04-09 DAY 07:00-17:00 Ashby BODY'),
    listRow('2026-04-09 DAY 07:00-17:00 Brook BODY'),
  ];
  const entries = [...roster('2026-04-09', { DAY: 'Ames' }), ...roster('2026-04-10', { ON1: 'Birch' })];
  const facts = scheduleFacts({ from: '2026-04-09', to: '2026-04-10', list, entries });
  expect(rowsOf({ ...facts, instances: facts.instances.toReversed() })).toEqual({
    'Brook NEURO': ['04-10 19:00-07:00 ON1 Birch SPECIALTY_MISMATCH (19:00-07:00)'],
    'Brook BODY': ['04-09 07:00-17:00 DAY Ames (07:00-17:00)'],
    'Ashby BODY': ['04-09 07:00-17:00 DAY Ames (07:00-17:00)'],
  });
});

it('shows exactly the hours and gaps of the coverage', () => {
  for (const layout of ['matrix', 'list'] as const) {
    fc.assert(
      fc.property(arbitrarySchedules(layout, 15, 2), (facts) => {
        const { studyHours, gaps } = computeCoverage(facts);
        const runs = computeBoard(facts, facts.from, facts.to).rows.flatMap((row) => row.runs);
        const hours = (of: readonly BoardRun[]): number =>
          of.reduce((sum, run) => sum + run.to - run.from, 0) / 60;
        expect(hours(runs)).toBeCloseTo(studyHours.required, 6);
        expect(hours(runs.filter((run) => run.cause === null))).toBeCloseTo(studyHours.covered, 6);
        const open = runs.filter((run) => run.cause !== null);
        for (const gap of gaps) expect(open.some(({ from }) => from === gap.from)).toBe(true);
      }),
      { numRuns: 40 },
    );
  }
});
