import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '#test/support/http.ts';
import { form, type HttpWards, json, openHttpWards } from '#test/support/http-wards.ts';
import { startHttpWorker } from '#test/support/http-worker.ts';
import {
  matrixFile,
  rosterFile,
  rosterLine,
  rosterLines,
  SHEETS,
  textFile,
  WEEK,
} from '#test/support/small-schedule.ts';

let wards: HttpWards;

interface JobDocument {
  id: string;
  status: string;
  attempt: number;
  payload: { like: string | null; matrix: { name: string }; from: string; allowPartial: boolean };
  result: { version: { id: string } | null; phases: { state: string }[] } | null;
  error: { code: string } | null;
  requestedByEmail?: string;
}

beforeAll(async () => {
  wards = await openHttpWards();
  await startHttpWorker(wards.services);
});

const send = async (browser: Browser, parts: Parameters<typeof form>[0]) => {
  const { payload, headers } = form({ department: wards.own.code, ...parts });
  return await browser.call('POST', '/api/imports/workflow', undefined, { payload, headers });
};
const jobOf = (answer: Awaited<ReturnType<typeof send>>): JobDocument =>
  json<{ job: JobDocument }>(answer, 202).job;

async function ended(id: string): Promise<JobDocument> {
  for (const deadline = Date.now() + 45_000; ; await sleep(20)) {
    const { job } = json<{ job: JobDocument }>(await wards.viewer.call('GET', `/api/jobs/${id}`));
    if (job.status === 'COMPLETE' || job.status === 'FAILED') return job;
    if (Date.now() > deadline) throw new Error(`Job ${id} is ${job.status}`);
  }
}
const states = ({ result }: JobDocument) => result?.phases.map(({ state }) => state);

/** `T. Eskildsen` is nobody's name until somebody adds the alias. */
const SHORTENED = rosterFile(
  rosterLines(WEEK, { '2026-04-07 MidC': [rosterLine('2026-04-07', 'MidC', 'Eskildsen, T')] }),
);
const PEOPLE_OF_TWO = textFile('people.csv', [
  'name,email,specialty,aliases',
  'Tamsin Eskildsen,eskildsen@ashby.test,both,',
]);

async function addAlias(): Promise<void> {
  type People = { people: { id: string; email: string; aliases: string[] }[] };
  const { people } = json<People>(await wards.scheduler.call('GET', '/api/people?search=Eskildsen'));
  const [person] = people;
  json(await wards.scheduler.call('PATCH', `/api/people/${person?.id}`, { aliases: ['T Eskildsen'] }));
}
const removeAlias = async (): Promise<void> => {
  const { people } = json<{ people: { id: string }[] }>(
    await wards.scheduler.call('GET', '/api/people?search=Eskildsen'),
  );
  json(await wards.scheduler.call('PATCH', `/api/people/${people[0]?.id}`, { aliases: [] }));
};

describe('a workflow run again', () => {
  it('like one before takes its files, dates and options, and makes a version of its own', async () => {
    const first = await ended(
      jobOf(
        await send(wards.scheduler, {
          ...{ ...WEEK, matrix: matrixFile(), amion: [rosterFile()] },
          allowPartial: 'true',
        }),
      ).id,
    );
    expect(first).toMatchObject({ status: 'COMPLETE', requestedByEmail: 'chief@ashby.test' });
    const again = await ended(jobOf(await send(wards.scheduler, { like: first.id })).id);
    expect(again).toMatchObject({
      status: 'COMPLETE',
      payload: { ...WEEK, like: first.id, matrix: { name: 'matrix.ods' }, allowPartial: true },
    });
    expect(states(again)).toEqual(['COMPLETE', 'COMPLETE', 'COMPLETE']);
    expect(again.result?.version?.id).not.toBe(first.result?.version?.id);
    type Imports = { imports: { jobId: string; createdByEmail: string; version: string }[] };
    const { imports } = json<Imports>(await wards.viewer.call('GET', '/api/imports?limit=2'));
    expect(imports.map(({ jobId, createdByEmail }) => [jobId, createdByEmail])).toEqual([
      [again.id, 'chief@ashby.test'],
      [again.id, 'chief@ashby.test'],
    ]);
  });

  it('with a corrected workbook keeps the roster and the dates', async () => {
    const nothing = matrixFile([{ name: 'Notes', rows: [['read me']] }], 'faulty.ods');
    const parts = { ...WEEK, matrix: nothing, amion: [rosterFile()] };
    const failed = await ended(jobOf(await send(wards.scheduler, parts)).id);
    expect(states(failed)).toEqual(['FAILED', 'SKIPPED', 'SKIPPED']);
    const corrected = { like: failed.id, matrix: matrixFile([SHEETS.EVENING, SHEETS.NIGHT], 'mended.ods') };
    const again = await ended(jobOf(await send(wards.scheduler, corrected)).id);
    expect(again).toMatchObject({ status: 'COMPLETE', payload: { matrix: { name: 'mended.ods' }, ...WEEK } });
  });

  it.each(['retried', 'like it'])(
    'after its people were corrected, %s, leaves the registers as they are now',
    async (how) => {
      await removeAlias();
      const parts = { ...WEEK, matrix: matrixFile(), amion: [SHORTENED], people: PEOPLE_OF_TWO };
      const failed = await ended(jobOf(await send(wards.scheduler, parts)).id);
      expect(failed).toMatchObject({ status: 'FAILED', error: { code: 'UNKNOWN_PEOPLE' } });
      await addAlias();
      const { id } =
        how === 'retried'
          ? json<{ job: JobDocument }>(await wards.scheduler.call('POST', `/api/jobs/${failed.id}/retry`)).job
          : jobOf(await send(wards.scheduler, { like: failed.id }));
      expect(states(await ended(id))).toEqual(['COMPLETE', 'COMPLETE', 'COMPLETE']);
    },
  );

  it('like nothing, like another kind of job or another department’s: refused, and nothing is asked for', async () => {
    const { payload, headers } = form({ department: wards.own.code, ...WEEK, file: matrixFile() });
    const upload = { payload, headers };
    const matrix = jobOf(await wards.scheduler.call('POST', '/api/imports/matrix', undefined, upload));
    expect((await send(wards.scheduler, { like: matrix.id })).statusCode).toBe(400);
    expect((await send(wards.scheduler, { ...WEEK })).statusCode).toBe(400);
    const own = jobOf(await send(wards.scheduler, { ...WEEK, matrix: matrixFile(), amion: [rosterFile()] }));
    const theirs = await send(wards.stranger, { like: own.id, department: wards.other.code });
    expect([theirs.statusCode, (await send(wards.viewer, { like: own.id })).statusCode]).toEqual([404, 403]);
    expect((await send(wards.scheduler, { like: own.id, from: '2026-05-01' })).statusCode).toBe(400);
  });
});
