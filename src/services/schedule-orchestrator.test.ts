import { describe, expect, it } from 'vitest';
import { newId } from '#src/outside/new-id.ts';
import { listCalculations } from '#src/repositories/coverage-calculations.ts';
import { listRosterEntries } from '#src/repositories/roster-entries.ts';
import { getBatch, listBatches } from '#src/repositories/scrape-batches.ts';
import type { Workflow } from '#src/services/schedule-orchestrator.ts';
import { openTestServices, TEST_CONFIG, wire } from '#test/support/services.ts';
import { SMALL_LOGIN, startSmallAmion } from '#test/support/small-amion.ts';
import {
  HOSPITALS,
  INSTANCES_A_DATE,
  matrixFile,
  PEOPLE,
  rosterFile,
  rosterLine,
  rosterLines,
  SHEETS,
  textFile,
  WEEK,
} from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { db } = test.database;
let wards = 0;
/** An order for a department that nobody has seen yet. */
const order = (over: Partial<Workflow> = {}): Workflow => ({
  ...{
    department: `New${++wards}`,
    ...WEEK,
    matrix: matrixFile(),
    roster: [rosterFile()],
    people: PEOPLE,
    hospitals: null,
    holidays: null,
  },
  ...{ timeZone: null, createHospitals: true, allowPartial: false, promote: null, actor: test.actor },
  ...over,
});
const run = (over: Partial<Workflow> = {}) => test.orchestrator.executeFullWorkflow(order(over));
type Result = Awaited<ReturnType<typeof run>>;
const states = ({ phases }: Result): string[] => phases.map(({ phase, state }) => `${phase} ${state}`);
const codes = ({ validation }: Result): string[] =>
  validation.messages.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code);

const UNKNOWN_PERSON = rosterFile(
  rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Nobody, Known')] }),
);
const GAP = rosterFile(rosterLines(WEEK, { '2026-04-07 ON1': [] }));
describe('how a workflow ends', () => {
  it('all well: everything COMPLETE, a STAGING version', async () => {
    const result = await run();
    expect(result.outcome).toBe('done');
    expect(states(result)).toEqual(['ODS_IMPORT COMPLETE', 'AMION_IMPORT COMPLETE', 'COVERAGE COMPLETE']);
    expect(result).toMatchObject({
      version: { status: 'STAGING', ...WEEK },
      coverage: { shiftInstances: 7 * INSTANCES_A_DATE, full: 42, queryCount: 3 },
      validation: { canImport: true, canPromote: true },
      refusal: null,
    });
    const version = result.version?.id ?? newId();
    expect((await listCalculations(db, { versionId: version })).items).toHaveLength(1);
    expect((await listRosterEntries(db, version)).length).toBe(28);
    for (const { phase, batchId, accounting } of result.phases) {
      if (phase === 'COVERAGE') expect([batchId, accounting]).toEqual([null, null]);
      else
        expect(await getBatch(db, batchId as never)).toMatchObject({
          state: 'COMPLETE',
          accounting,
          versionId: version,
        });
    }
  });

  it('all well with gaps: the same', async () => {
    const result = await run({ roster: [GAP] });
    expect([result.outcome, ...states(result)]).toEqual([
      'done',
      'ODS_IMPORT COMPLETE',
      'AMION_IMPORT COMPLETE',
      'COVERAGE COMPLETE',
    ]);
    expect(result.version?.status).toBe('STAGING');
    expect(codes(result)).toEqual(['MANDATORY_UNCOVERED']);
    expect(result.coverage?.gaps).toHaveLength(2);
  });

  it('the matrix has an ERROR: FAILED, the rest SKIPPED, no version', async () => {
    const result = await run({ matrix: matrixFile([{ name: 'Notes', rows: [['read me']] }]) });
    expect([result.outcome, ...states(result)]).toEqual([
      'input-errors',
      'ODS_IMPORT FAILED',
      'AMION_IMPORT SKIPPED',
      'COVERAGE SKIPPED',
    ]);
    expect(result).toMatchObject({ version: null, coverage: null, validation: { canImport: false } });
    expect(codes(result)).toEqual(['NO_VALID_SHEETS']);
    expect(
      (await listBatches(db, { hospitalId: (await test.departments.get(`New${wards}`)).id })).items,
    ).toMatchObject([{ state: 'FAILED', source: 'MATRIX' }]);
  });

  it.each([
    ['somebody unknown', [UNKNOWN_PERSON], 'UNKNOWN_PEOPLE'],
    ['a report that is none', [textFile('roster.csv', ['hello'])], 'AMION_UNEXPECTED_RESPONSE'],
    ['a refused login', [textFile('roster.csv', ['NOFI=Bad password'])], 'AMION_REJECTED_LOGIN'],
    ['no login at all', 'feed' as const, 'AMION_REJECTED_LOGIN'],
  ])(
    'the roster has an ERROR, %s: FAILED; the version is STAGING and says so, with its coverage',
    async (_, roster, code) => {
      const result = await run({ roster });
      expect([result.outcome, ...states(result)]).toEqual([
        'input-errors',
        'ODS_IMPORT COMPLETE',
        'AMION_IMPORT FAILED',
        'COVERAGE COMPLETE',
      ]);
      expect(codes(result)).toEqual(expect.arrayContaining([code, 'MANDATORY_UNCOVERED']));
      expect(result).toMatchObject({ version: { status: 'STAGING' }, coverage: { full: 0, uncovered: 42 } });
      const { validation } = await test.versions.viewVersion(result.version?.id as never);
      expect(validation.messages.map((message) => message.code)).toContain(code);
    },
  );

  it('the roster is out of reach: FAILED, but no fault of the input', async () => {
    const ward = order();
    await test.registry.createHospitals([ward.department], 'America/New_York', test.actor);
    const services = wire({ ...TEST_CONFIG, amionLogin: 'login' }, test.database, () => test.clock.now);
    const result = await services.orchestrator.executeFullWorkflow({ ...ward, roster: 'feed' });
    expect([result.outcome, ...states(result)]).toEqual([
      'unreachable',
      'ODS_IMPORT COMPLETE',
      'AMION_IMPORT FAILED',
      'COVERAGE COMPLETE',
    ]);
    expect(result.version?.status).toBe('STAGING');
    expect(codes(result)).toContain('AMION_UNREACHABLE');
  });

  it('promotion asked for and granted: PRODUCTION', async () => {
    const result = await run({ promote: { overrideReason: null } });
    expect([result.outcome, result.version?.status, result.refusal]).toEqual(['done', 'PRODUCTION', null]);
  });

  it('promotion asked for and refused: STAGING, with the reason', async () => {
    const result = await run({ roster: [GAP], promote: { overrideReason: null } });
    expect([result.outcome, ...states(result)]).toEqual([
      'refused',
      'ODS_IMPORT COMPLETE',
      'AMION_IMPORT COMPLETE',
      'COVERAGE COMPLETE',
    ]);
    expect(result).toMatchObject({
      version: { status: 'STAGING' },
      refusal: expect.stringContaining('1 errors'),
    });
  });

  it('promotion in spite of errors: PRODUCTION', async () => {
    const result = await run({ roster: [GAP], promote: { overrideReason: 'the locum comes' } });
    expect([result.outcome, result.version?.status]).toEqual(['done', 'PRODUCTION']);
  });

  it('promotion with an override never puts a schedule in force whose roster could not be imported', async () => {
    const result = await run({
      matrix: matrixFile([SHEETS.NIGHT, SHEETS.BODY_NIGHT]),
      roster: [UNKNOWN_PERSON],
      promote: { overrideReason: 'whatever' },
    });
    expect([result.outcome, result.version?.status]).toEqual(['input-errors', 'STAGING']);
    expect(result.refusal).toContain('roster');
  });

  it('a partial import that is allowed: COMPLETE, the rejected rows vacant', async () => {
    const result = await run({ roster: [UNKNOWN_PERSON], allowPartial: true });
    expect([result.outcome, ...states(result)]).toEqual([
      'done',
      'ODS_IMPORT COMPLETE',
      'AMION_IMPORT COMPLETE',
      'COVERAGE COMPLETE',
    ]);
    expect(result.phases[1]).toMatchObject({
      accounting: { read: 28, accepted: 27, rejected: 1, stored: 27 },
    });
    expect(codes(result)).toEqual(expect.arrayContaining(['UNKNOWN_PEOPLE', 'MANDATORY_UNCOVERED']));
  });
});

describe('what a workflow brings along', () => {
  it('hospitals, people, holidays and a zone are set first', async () => {
    const result = await run({
      department: 'Ashby',
      hospitals: HOSPITALS,
      timeZone: 'America/Chicago',
      holidays: textFile('h.txt', ['2026-04-08']),
      createHospitals: false,
    });
    expect(result.outcome).toBe('done');
    const department = await test.departments.get('Ashby');
    expect(department).toMatchObject({ timeZone: 'America/Chicago', holidays: ['2026-04-08'] });
    expect(await test.registry.listPeople(department.id)).toHaveLength(6);
    expect(result.coverage?.gaps).toEqual([]);
  });

  it.each<[string, Partial<Workflow>, string]>([
    ['people', { people: textFile('p.csv', ['name,email,specialty', 'A,b,both']) }, 'INVALID_EMAIL'],
    [
      'hospitals',
      { hospitals: textFile('h.csv', ['code,name,location,time_zone', 'A,,,Mars/Olympus']) },
      'INVALID_TIME_ZONE',
    ],
    ['holidays', { holidays: textFile('h.txt', ['2026-02-30']) }, 'INVALID_DATE'],
  ])('%s with an ERROR end it before anything is read', async (_, over, code) => {
    const result = await run(over);
    expect([result.outcome, ...states(result)]).toEqual([
      'input-errors',
      'ODS_IMPORT SKIPPED',
      'AMION_IMPORT SKIPPED',
      'COVERAGE SKIPPED',
    ]);
    expect(result.version).toBeNull();
    expect(codes(result)).toEqual([code]);
  });

  it.each<[string, Partial<Workflow>]>([
    ['a period that ends before it begins', { from: WEEK.to, to: WEEK.from }],
    ['a department that nobody knows', { createHospitals: false }],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }],
  ])('%s is BAD_REQUEST', async (_, over) => {
    await expect(run(over)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('on the way', () => {
  it('it tells how far it is', async () => {
    const steps: string[] = [];
    await run({ onProgress: ({ phase, message }) => steps.push(`${phase}: ${message}`) });
    expect(steps).toEqual([
      'ODS_IMPORT: reading matrix.ods',
      'ODS_IMPORT: storing 42 shifts',
      'ODS_IMPORT: 42 shifts stored',
      'AMION_IMPORT: reading roster.csv',
      'AMION_IMPORT: storing 42 assignments',
      'AMION_IMPORT: 42 assignments stored',
      'COVERAGE: calculating coverage',
      'COVERAGE: coverage calculated',
    ]);
  });

  it('warnings that the department has accepted are known to be', async () => {
    const matrix = matrixFile([
      SHEETS.EVENING,
      SHEETS.NIGHT,
      SHEETS.BODY_NIGHT,
      { name: 'Notes', rows: [['read me']] },
    ]);
    const first = await run({ matrix });
    expect(first.validation.canPromote).toBe(false);
    await test.warnings.accept(first.version?.id as never, 'all', 'known', test.actor);
    const again = await run({
      matrix,
      department: first.version?.department ?? '',
      promote: { overrideReason: null },
    });
    expect(again).toMatchObject({
      outcome: 'done',
      version: { status: 'PRODUCTION' },
      validation: { canPromote: true },
    });
  });

  it('the feed is fetched like files are read', async () => {
    const amion = await startSmallAmion();
    const services = wire(
      { ...TEST_CONFIG, amionBaseUrl: amion.base, amionLogin: SMALL_LOGIN },
      test.database,
      () => test.clock.now,
    );
    const result = await services.orchestrator.executeFullWorkflow(order({ roster: 'feed' }));
    expect(result).toMatchObject({ outcome: 'done', coverage: { full: 42 } });
    expect(result.phases[1]?.accounting).toEqual({
      read: 28,
      accepted: 28,
      rejected: 0,
      ignored: 0,
      stored: 28,
    });
  });
});
