import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, REMOTE } from '#test/support/http.ts';
import { form, type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';
import { startHttpWorker } from '#test/support/http-worker.ts';
import { everyPage, runSql } from '#test/support/open-test-database.ts';
import {
  HOSPITALS,
  matrixFile,
  PEOPLE,
  rosterFile,
  SHEETS,
  textFile,
  WEEK,
} from '#test/support/small-schedule.ts';

let wards: HttpWards;

interface JobDocument {
  id: string;
  type: string;
  status: string;
  result: Record<string, unknown> | null;
  error: { code: string } | null;
}

beforeAll(async () => {
  wards = await openHttpWards();
  await startHttpWorker(wards.services);
});

async function send(
  browser: Browser,
  what: 'matrix' | 'amion' | 'workflow',
  parts: Parameters<typeof form>[0],
  headers: Record<string, string> = {},
) {
  const { payload, headers: own } = form({ department: wards.own.code, ...parts });
  return await browser.call('POST', `/api/imports/${what}`, undefined, {
    payload,
    headers: { ...own, ...headers },
  });
}

async function ended(id: string): Promise<JobDocument> {
  for (const deadline = Date.now() + 45_000; ; await sleep(20)) {
    const { job } = json<{ job: JobDocument }>(await wards.viewer.call('GET', `/api/jobs/${id}`));
    if (job.status === 'COMPLETE' || job.status === 'FAILED') return job;
    if (Date.now() > deadline) throw new Error(`Job ${id} is ${job.status}`);
  }
}

const jobOf = (answer: Awaited<ReturnType<typeof send>>): JobDocument =>
  json<{ job: JobDocument }>(answer, 202).job;

describe('an upload', () => {
  it('becomes a job that makes a version, and then one that brings its roster', async () => {
    const asked = await send(wards.scheduler, 'matrix', { ...WEEK, file: matrixFile() });
    const job = jobOf(asked);
    expect(asked.headers['location']).toBe(`/api/jobs/${job.id}`);
    const matrix = await ended(job.id);
    expect(matrix).toMatchObject({ type: 'ODS_IMPORT', status: 'COMPLETE', error: null });
    const version = String(matrix.result?.['versionId']);

    const reports = [rosterFile()];
    const roster = await ended(jobOf(await send(wards.scheduler, 'amion', { version, file: reports })).id);
    expect(roster).toMatchObject({
      type: 'AMION_IMPORT',
      status: 'COMPLETE',
      result: { versionId: version },
    });

    type Imports = { imports: { id: string; source: string; state: string; accounting: { read: number } }[] };
    const { imports } = json<Imports>(await wards.viewer.call('GET', `/api/imports?version=${version}`));
    expect(imports.map(({ source, state }) => `${source} ${state}`)).toEqual([
      'ROSTER COMPLETE',
      'MATRIX COMPLETE',
    ]);
    const audit = await wards.admin.call('GET', `/api/audit?resource=scrape_batch:${imports[1]?.id}`);
    expect(json(audit)).toMatchObject({
      entries: [{ action: 'BATCH_IMPORTED', userEmail: 'chief@ashby.test', ipAddress: REMOTE }],
    });
    const one = await wards.viewer.call('GET', `/api/imports/${imports[1]?.id}`);
    expect(json(one)).toMatchObject({
      import: { sourceName: 'matrix.ods', version, validation: { canImport: true } },
      files: [{ fileName: 'matrix.ods', kept: true }],
    });
    const { viewer, user, stranger } = wards;
    expect(await statuses({ viewer, user, stranger }, 'GET', `/api/imports/${imports[1]?.id}`)).toEqual({
      ...{ viewer: 200, user: 403, stranger: 404 },
    });
  });

  it('is judged by its content, whatever its name: what is no workbook fails with its reason', async () => {
    const file = textFile('matrix.ods', ['%PDF-1.7']);
    const job = await ended(jobOf(await send(wards.scheduler, 'matrix', { ...WEEK, file })).id);
    expect(job).toMatchObject({ status: 'FAILED', error: { code: 'INVALID_FILE_TYPE' } });
    const renamed = { ...matrixFile(), name: 'picture.png' };
    const other = await ended(jobOf(await send(wards.scheduler, 'matrix', { ...WEEK, file: renamed })).id);
    expect(other.status).toBe('COMPLETE');
  });

  it('is a whole workflow with its people', async () => {
    const parts = {
      ...WEEK,
      matrix: matrixFile(),
      amion: [rosterFile()],
      people: PEOPLE,
      holidays: '2026-04-10',
    };
    const job = await ended(jobOf(await send(wards.scheduler, 'workflow', parts)).id);
    expect(job).toMatchObject({
      ...{ type: 'WORKFLOW', status: 'COMPLETE' },
      result: {
        version: { status: 'STAGING', ...WEEK },
        phases: [{ state: 'COMPLETE' }, { state: 'COMPLETE' }, {}],
      },
    });
    const withHospitals = { ...parts, hospitals: HOSPITALS };
    expect((await send(wards.scheduler, 'workflow', withHospitals)).statusCode).toBe(403);
  });

  it('asked for twice under one key is one job, and the key is good for nothing else', async () => {
    const key = { 'idempotency-key': 'april matrix' };
    const parts = { ...WEEK, file: matrixFile() };
    const answers = await Promise.all([1, 2, 3].map(() => send(wards.scheduler, 'matrix', parts, key)));
    expect(new Set(answers.map((answer) => jobOf(answer).id)).size).toBe(1);
    const other = { ...WEEK, file: matrixFile([SHEETS.EVENING]) };
    const count = () => runSql(wards.services.database.db, 'select count(*) from source_files');
    const before = await count();
    expect(json(await send(wards.scheduler, 'matrix', other, key), 409)).toMatchObject({ code: 'CONFLICT' });
    expect(await count()).toEqual(before);
    expect(jobOf(await send(wards.admin, 'matrix', other, key)).id).not.toBe(
      jobOf(await send(wards.scheduler, 'matrix', parts, key)).id,
    );
  });

  it('asked for again under its key is the same job, also when its version takes no imports any more', async () => {
    const key = { 'idempotency-key': 'into a version' };
    const version = await wards.services.stage(wards.own, { roster: null });
    const parts = { version, file: rosterFile() };
    const first = jobOf(await send(wards.scheduler, 'amion', parts, key));
    await ended(first.id);
    await wards.services.versions.archive(version, wards.services.actor);
    expect(jobOf(await send(wards.scheduler, 'amion', parts, key)).id).toBe(first.id);
    expect(json(await send(wards.scheduler, 'amion', parts), 409)).toMatchObject({
      detail: expect.stringContaining('ARCHIVED'),
    });
  });

  it('of the same reports in any order, at once, is taken', async () => {
    const version = await wards.services.stage(wards.own, { roster: null });
    const reports = Array.from({ length: 6 }, (_, n) =>
      textFile(`part-${n}.csv`, [`nothing of report ${n}`, 'x'.repeat(200_000)]),
    );
    const answers = await Promise.all(
      [reports, reports.toReversed(), reports, reports.toReversed()].map((file) =>
        send(wards.scheduler, 'amion', { version, file }),
      ),
    );
    expect(new Set(answers.map((answer) => jobOf(answer).id)).size).toBe(4);
  });

  it('goes into a STAGING version only', async () => {
    const version = await wards.services.produce(wards.other);
    const body = { department: wards.other.code, version };
    json(await wards.admin.call('POST', '/api/imports/amion', body), 409);
    const parts = { department: wards.other.code, version, file: matrixFile() };
    json(await send(wards.admin, 'matrix', parts), 409);
  });

  it('stores nothing where it is too large, cut short, or no form', async () => {
    const { database } = wards.services;
    const count = () =>
      runSql(database.db, 'select (select count(*) from source_files) f, (select count(*) from job_queue) j');
    const before = await count();
    const large = { name: 'matrix.ods', bytes: Buffer.alloc(1024 * 1024 + 1) };
    expect((await send(wards.scheduler, 'matrix', { ...WEEK, file: large })).statusCode).toBe(413);
    const { payload, headers } = form({ department: wards.own.code, ...WEEK, file: matrixFile() });
    const cut = { payload: payload.subarray(0, payload.length - 200), headers };
    expect((await wards.scheduler.call('POST', '/api/imports/matrix', undefined, cut)).statusCode).toBe(400);
    expect(
      (await wards.scheduler.call('POST', '/api/imports/matrix', { department: wards.own.code })).statusCode,
    ).toBe(415);
    expect((await send(wards.scheduler, 'matrix', WEEK)).statusCode).toBe(400);
    expect(
      (await send(wards.scheduler, 'matrix', { from: '2026-04-31', to: '2026-05-01', file: matrixFile() }))
        .statusCode,
    ).toBe(400);
    expect((await send(wards.scheduler, 'matrix', { file: matrixFile() })).statusCode).toBe(400);
    expect(
      (await send(wards.scheduler, 'matrix', { ...WEEK, layout: 'x\0', file: matrixFile() })).statusCode,
    ).toBe(400);
    expect(await count()).toEqual(before);
  });

  it('is for schedulers of the department', async () => {
    for (const [browser, status] of [
      [wards.viewer, 403],
      [wards.user, 403],
      [wards.stranger, 404],
    ] as const) {
      expect((await send(browser, 'matrix', { ...WEEK, file: matrixFile() })).statusCode).toBe(status);
      expect((await send(browser, 'workflow', { ...WEEK, matrix: matrixFile() })).statusCode).toBe(status);
      const body = { department: wards.own.code, months: 1 };
      expect((await browser.call('POST', '/api/imports/amion', body)).statusCode).toBe(status);
    }
    const version = await wards.services.stage(wards.other, { roster: null });
    expect((await send(wards.scheduler, 'amion', { version })).statusCode).toBe(404);
    expect((await send(wards.admin, 'amion', { version })).statusCode).toBe(404);
  });
});

describe('jobs', () => {
  it('are followed by events that end with them', async () => {
    const { id } = jobOf(await send(wards.scheduler, 'matrix', { ...WEEK, file: matrixFile() }));
    const stream = await wards.viewer.call('GET', `/api/jobs/${id}/events`);
    expect(stream.headers['content-type']).toBe('text/event-stream');
    const events = stream.body.trim().split('\n\n');
    expect(events.every((event) => /^event: (state|progress)\ndata: \{.*\}$/.test(event))).toBe(true);
    const last = JSON.parse(events.at(-1)?.split('data: ')[1] ?? '') as { job: JobDocument };
    expect(last.job).toMatchObject({ id, status: 'COMPLETE' });
  });

  it('that failed are tried again, those that wait are stopped', async () => {
    const { database } = wards.services;
    const file = textFile('matrix.ods', ['no workbook']);
    const { id } = await ended(jobOf(await send(wards.scheduler, 'matrix', { ...WEEK, file })).id);
    expect((await wards.scheduler.call('POST', `/api/jobs/${id}/cancel`)).statusCode).toBe(409);
    const again = json<{ job: JobDocument }>(await wards.scheduler.call('POST', `/api/jobs/${id}/retry`));
    expect(again.job.status).toBe('PENDING');
    await ended(id);
    await runSql(
      database.db,
      `update job_queue set status = 'PENDING', run_after = now() + interval '1 hour' where id = '${id}'`,
    );
    const stopped = json<{ job: JobDocument }>(await wards.scheduler.call('POST', `/api/jobs/${id}/cancel`));
    expect(stopped.job).toMatchObject({ status: 'FAILED', error: { code: 'CANCELLED' } });
  });

  it('are listed for the department, page by page', async () => {
    type Jobs = { jobs: JobDocument[]; nextCursor: string | null };
    const pages = await everyPage(async (cursor) => {
      const url = `/api/jobs?type=ODS_IMPORT&limit=2${cursor ? `&cursor=${cursor}` : ''}`;
      const { jobs, nextCursor } = json<Jobs>(await wards.viewer.call('GET', url));
      return { items: jobs, nextCursor };
    });
    const ids = pages.flat().map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(json(await wards.stranger.call('GET', '/api/jobs'))).toEqual({ jobs: [], nextCursor: null });
    const { viewer, user, stranger } = wards;
    for (const path of ['', '/events']) {
      expect(await statuses({ user, stranger }, 'GET', `/api/jobs/${ids[0]}${path}`)).toEqual({
        user: 403,
        stranger: 404,
      });
    }
    expect(await statuses({ viewer, user, stranger }, 'POST', `/api/jobs/${ids[0]}/retry`)).toEqual({
      ...{ viewer: 403, user: 403, stranger: 404 },
    });
  });
});
