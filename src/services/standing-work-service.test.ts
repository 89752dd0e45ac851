import { beforeEach, describe, expect, it } from 'vitest';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices, TEST_CONFIG, wire } from '#test/support/services.ts';
import { STANDING_ACTOR } from './standing-work-service.ts';

const test = await openTestServices();
const { database, standingWork } = test;

const ask = () => standingWork.requestDueWork(STANDING_ACTOR);
const endAll = (minutesAgo: number) =>
  runSql(
    database.db,
    `update job_queue set status = 'COMPLETE', created_at = '${test.clock.now}'::timestamptz - interval '${minutesAgo} minutes'`,
  );
const login = async (code: string, pullMinutes = 30): Promise<void> => {
  await test.departments.set(code, { amionLogin: 'the login of the ward' }, test.actor);
  await runSql(
    database.db,
    `update department_settings set amion_pull_minutes = ${pullMinutes} where hospital_id = (select id from hospitals where code = '${code}')`,
  );
};
const pulled = async () =>
  (await test.jobs.list({ type: 'AMION_PULL', status: 'PENDING' }, {})).items.map(
    (job) => (job.payload as { department: string }).department,
  );

beforeEach(async () => {
  await runSql(database.db, 'delete from job_queue');
});

describe('standing work', () => {
  it('is asked for by one of many processes', async () => {
    const { code } = await test.openDepartment();
    await login(code);
    const asked = await Promise.all(Array.from({ length: 6 }, ask));
    expect(asked.flat().sort()).toEqual(['AMION_PULL', 'CLEAN_UP']);
    expect(await pulled()).toEqual([code]);
    await login(code, 1440);
  });

  it('comes again when its time is over: a clean-up each hour, a pull as often as the department wants', async () => {
    const { code } = await test.openDepartment();
    await login(code, 45);
    await ask();
    await endAll(44);
    expect(await ask()).toEqual([]);
    await endAll(46);
    expect(await ask()).toEqual(['AMION_PULL']);
    expect(await pulled()).toEqual([code]);
    await endAll(61);
    expect((await ask()).sort()).toEqual(['AMION_PULL', 'CLEAN_UP']);
    await login(code, 1440);
  });

  it('does not queue up behind a pull that still waits or runs', async () => {
    const { code } = await test.openDepartment();
    await login(code);
    await ask();
    await runSql(database.db, `update job_queue set status = 'RETRY', created_at = now() - interval '1 day'`);
    expect(await ask()).toEqual([]);
    await login(code, 1440);
  });

  it('with the common login pulls for departments that have a schedule in force', async () => {
    const [staged, produced] = [await test.openDepartment(), await test.openDepartment()];
    await test.stage(staged, { roster: null });
    await test.produce(produced);
    const common = wire({ ...TEST_CONFIG, amionLogin: 'the common login' }, database, () => test.clock.now);
    await common.standingWork.requestDueWork(STANDING_ACTOR);
    expect(await pulled()).toContain(produced.code);
    expect(await pulled()).not.toContain(staged.code);
    await runSql(database.db, 'delete from job_queue');
    const later = wire(
      { ...TEST_CONFIG, amionLogin: 'the common login' },
      database,
      () => '2026-06-01T12:00:00Z',
    );
    await later.standingWork.requestDueWork(STANDING_ACTOR);
    expect(await pulled()).not.toContain(produced.code);
  });

  it('ends batches whose importer was killed', async () => {
    const { id } = await test.openDepartment();
    const batch = `insert into scrape_batches (id, hospital_id, window_start_date, window_end_date, scraped_at, created_by)
      values (gen_random_uuid(), '${id}', '2026-04-01', '2026-04-30', now(), '${test.actor.userId}') returning id`;
    const [row] = (await runSql(database.db, batch)) as { id: string }[];
    await ask();
    expect(await runSql(database.db, `select state from scrape_batches where id = '${row?.id}'`)).toEqual([
      { state: 'FAILED' },
    ]);
  });

  it('never pulls more often than every five minutes', async () => {
    const { code } = await test.openDepartment();
    await login(code);
    await expect(login(code, 4)).rejects.toThrow(/amion_pull_minutes/);
  });
});
