import { afterAll, describe, expect, it } from 'vitest';
import type { JobType } from '#src/domain/job.ts';
import type { JobRequest } from '#src/services/job-payloads.ts';
import { watchJob } from '#src/services/watch-job.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { QUICK_PACE, SILENT_LOG } from '#test/support/queue.ts';
import { openTestServices, TEST_CONFIG, wire } from '#test/support/services.ts';
import { SMALL_LOGIN, startSmallAmion } from '#test/support/small-amion.ts';
import { matrixFile, rosterFile, rosterLine, rosterLines, WEEK } from '#test/support/small-schedule.ts';
import { JOB_HANDLERS } from './job-handlers.ts';
import { pgBossEngine } from './pg-boss-engine.ts';
import { startWorker } from './worker.ts';

const amion = await startSmallAmion();
const test = await openTestServices({ amionBaseUrl: amion.base, amionLogin: SMALL_LOGIN });
const { database, actor, ...services } = test;

const engine = pgBossEngine(database.pool.options, () => undefined);
const config = { ...TEST_CONFIG, amionBaseUrl: amion.base, amionLogin: SMALL_LOGIN };
const now = (): string => test.clock.now;
const worker = await startWorker({
  ...{ db: database.db, engine, handlers: JOB_HANDLERS, name: 'north:1', concurrency: 2, log: SILENT_LOG },
  // A client of its own for each attempt: what one has fetched, the next fetches again.
  servicesFor: (attempt) => wire(config, database, now, attempt),
  pace: { ...QUICK_PACE, retryMs: () => 200 },
});
afterAll(async () => {
  await worker.stop(0);
  await engine.close();
});

async function run<T extends JobType>(type: T, payload: JobRequest<T>) {
  const { id } = await services.jobs.request(type, payload, actor);
  return await watchJob(services.jobs, id, () => undefined, AbortSignal.timeout(45_000));
}
const count = async (text: string) => (await runSql(database.db, text))[0];

describe('a workflow', () => {
  it('ends COMPLETE with three phases, its files kept', async () => {
    const { code: department } = await test.openDepartment();
    const matrix = await services.jobs.keepFile(matrixFile(), actor);
    const roster = [await services.jobs.keepFile(rosterFile(), actor)];
    const job = await run('WORKFLOW', { department, ...WEEK, matrix, roster });
    expect(job).toMatchObject({ status: 'COMPLETE', errorCode: null, progress: { phase: 'COVERAGE' } });
    expect(job.result).toMatchObject({
      outcome: 'done',
      version: { status: 'STAGING', department },
      phases: ['ODS_IMPORT', 'AMION_IMPORT', 'COVERAGE'].map((phase) => ({ phase, state: 'COMPLETE' })),
      coverage: { percentage: 100 },
    });
    expect(JSON.stringify(job.payload)).toContain(matrix.checksum);
    expect(job.hospitalId).toBe((await services.departments.get(department)).id);
  });

  it('with a matrix that nobody can read is FAILED, with what was found', async () => {
    const { code: department } = await test.openDepartment();
    const matrix = await services.jobs.keepFile(
      { name: 'm.ods', bytes: Buffer.from('no spreadsheet') },
      actor,
    );
    const job = await run('WORKFLOW', { department, ...WEEK, matrix, roster: 'feed' });
    expect(job).toMatchObject({
      status: 'FAILED',
      retryCount: 0,
      errorCode: expect.stringMatching(/^[A-Z_]+$/),
    });
    expect(job.result).toMatchObject({
      version: null,
      phases: [{ state: 'FAILED' }, { state: 'SKIPPED' }, { state: 'SKIPPED' }],
    });
  });

  it('whose Amion is away for a while is tried again: the matrix is not stored again, the coverage is that of the roster', async () => {
    const { code: department, id: hospitalId } = await test.openDepartment();
    const matrix = await services.jobs.keepFile(matrixFile(), actor);
    let asked = 0;
    amion.plan = () => (++asked <= 1 ? { kind: 'status', status: 503 } : null);
    const job = await run('WORKFLOW', { department, ...WEEK, matrix, roster: 'feed' });
    amion.plan = () => null;
    expect(job).toMatchObject({
      status: 'COMPLETE',
      attempt: 2,
      retryCount: 1,
      result: { coverage: { percentage: 100 } },
    });
    expect(
      await count(`select count(*)::int as n from schedule_versions where hospital_id = '${hospitalId}'`),
    ).toEqual({ n: 1 });
    const batches = await runSql(
      database.db,
      `select source, state, count(*)::int as n from scrape_batches where job_id = '${job.id}' group by 1, 2 order by 1, 2`,
    );
    expect(batches).toEqual([
      { source: 'MATRIX', state: 'COMPLETE', n: 1 },
      { source: 'ROSTER', state: 'COMPLETE', n: 1 },
      { source: 'ROSTER', state: 'FAILED', n: 1 },
    ]);
    const stored = await runSql(
      database.db,
      `select coverage_summary->>'percentage' as p from coverage_calculations where job_id = '${job.id}'`,
    );
    expect(stored).toEqual([{ p: '100' }]);
  });
});

describe('single steps', () => {
  it('a matrix, a roster and a coverage, one after the other', async () => {
    const { code: department } = await test.openDepartment();
    const file = await services.jobs.keepFile(matrixFile(), actor);
    const imported = await run('ODS_IMPORT', { department, versionId: null, ...WEEK, file });
    expect(imported).toMatchObject({
      status: 'COMPLETE',
      result: { state: 'COMPLETE', accounting: { read: 9 } },
    });
    const { versionId } = imported.result as { versionId: never };
    const roster = await run('AMION_IMPORT', { department, versionId, roster: 'feed' });
    expect(roster).toMatchObject({ status: 'COMPLETE', result: { accounting: { accepted: 28 } } });
    const covered = await run('COVERAGE', { versionId });
    expect(covered).toMatchObject({ status: 'COMPLETE', result: { percentage: 100, gaps: 0 } });
    const again = await run('ODS_IMPORT', { department, versionId, ...WEEK, file });
    expect(again).toMatchObject({ status: 'COMPLETE', result: { accounting: { stored: 0 } } });
  });

  it('a roster with unknown names is FAILED and not tried again; nothing of it is stored', async () => {
    const { code: department, ...ward } = await test.openDepartment();
    const versionId = await test.stage({ code: department, ...ward }, { roster: null });
    const lines = rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Nobody, Known')] });
    const roster = [await services.jobs.keepFile(rosterFile(lines), actor)];
    const job = await run('AMION_IMPORT', { department, versionId, roster });
    expect(job).toMatchObject({ status: 'FAILED', retryCount: 0, errorCode: 'UNKNOWN_PEOPLE' });
    expect(job.result).toMatchObject({ state: 'FAILED', accounting: { stored: 0 } });
  });

  it('a file past its retention time is FAILED, and says what to do', async () => {
    const { code: department } = await test.openDepartment();
    const file = { name: 'gone.ods', checksum: 'a'.repeat(64) };
    const job = await run('ODS_IMPORT', { department, versionId: null, ...WEEK, file });
    expect(job).toMatchObject({ status: 'FAILED', errorCode: 'NOT_FOUND', retryCount: 0 });
  });
});

describe('standing work', () => {
  it('a pull records what differs from production, and leaves production as it is', async () => {
    const department = await test.openDepartment();
    const versionId = await test.produce(department);
    const changed = { '2026-04-09 ON1': [rosterLine('2026-04-09', 'ON1', 'Hollis, Mei')] };
    amion.serve(rosterLines(WEEK, changed));
    const before = await services.versions.viewVersion(versionId);
    const job = await run('AMION_PULL', { department: department.code, months: 1 });
    amion.serve(rosterLines(WEEK));
    expect(job).toMatchObject({ status: 'COMPLETE', result: { drifted: 1, batch: { state: 'COMPLETE' } } });
    expect(await services.versions.viewVersion(versionId)).toEqual(before);
    const [drift] = (await runSql(
      database.db,
      `select differences, reader_changes from roster_drifts where schedule_version_id = '${versionId}'`,
    )) as { differences: unknown[]; reader_changes: { study: string }[] }[];
    expect(drift?.differences).toHaveLength(1);
    expect(drift?.reader_changes.map((change) => change.study)).toContain('CT Body');
  });

  it('the clean-up removes files past their retention time', async () => {
    const { checksum } = await services.jobs.keepFile({ name: 'old.csv', bytes: Buffer.from('old') }, actor);
    await runSql(
      database.db,
      `update source_files set created_at = '2025-01-01T00:00:00Z' where checksum = '${checksum}'`,
    );
    expect(await run('CLEAN_UP', {})).toMatchObject({ status: 'COMPLETE', result: { filesRemoved: 1 } });
    await expect(services.jobs.takeFile(checksum)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
