import { describe, expect, it } from 'vitest';
import type { JobId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { beatJob, claimJob, completeJob, failJob } from '#src/repositories/job-claims.ts';
import { insertJob } from '#src/repositories/job-queue.ts';
import { commandLine } from './command-line.ts';

const schedcu = await commandLine();
const { db } = schedcu.database;

async function aJob(type = 'CLEAN_UP'): Promise<JobId> {
  return (await insertJob(db, { id: newId<JobId>(), type, payload: {} })).id;
}

const PHASES = ['ODS_IMPORT', 'AMION_IMPORT', 'COVERAGE'].map((phase) => ({
  phase,
  state: 'COMPLETE',
  accounting: null,
  ms: 12,
}));

async function doneWorkflow(): Promise<JobId> {
  const id = await aJob('WORKFLOW');
  await claimJob(db, id, 'north:1');
  await completeJob(db, { id, attempt: 1 }, { phases: PHASES });
  return id;
}

async function failedJob(code: string): Promise<JobId> {
  const id = await aJob();
  await claimJob(db, id, 'north:1');
  await failJob(db, { id, attempt: 1 }, { code, message: `It met ${code}.`, retryInMs: null });
  return id;
}

describe('schedcu jobs list', () => {
  it('shows jobs newest first, a workflow with its three phases', async () => {
    const ids = [await doneWorkflow(), await failedJob('UNAVAILABLE'), await aJob()];
    const { stdout, status } = await schedcu(['jobs', 'list']);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`${ids[2]}.*${ids[1]}.*${ids[0]}`, 's'));
    expect(stdout).toContain('Matrix import COMPLETE, Roster import COMPLETE, Coverage COMPLETE');
    const document = await schedcu.json(['jobs', 'list', '--status', 'failed', '--type', 'CLEAN_UP']);
    expect(document).toMatchObject({
      jobs: [
        { id: ids[1], status: 'FAILED', error: { code: 'UNAVAILABLE', message: 'It met UNAVAILABLE.' } },
      ],
      nextCursor: null,
    });
  });

  it('goes on page by page', async () => {
    await Promise.all([aJob(), aJob(), aJob()]);
    const first = await schedcu.json(['jobs', 'list', '--limit', '2']);
    expect(first['jobs']).toHaveLength(2);
    const next = await schedcu.json([
      'jobs',
      'list',
      '--limit',
      '2',
      '--cursor',
      String(first['nextCursor']),
    ]);
    expect(next['jobs']).not.toEqual(first['jobs']);
  });

  it.each([
    ['--status', 'LOST'],
    ['--type', 'LAUNDRY'],
  ])('refuses %s %s and says which there are', async (option, value) => {
    const { status, stderr } = await schedcu(['jobs', 'list', option, value]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Write one of')]);
  });
});

describe('schedcu jobs show', () => {
  it('shows phases, worker and times', async () => {
    const { stdout } = await schedcu(['jobs', 'show', await doneWorkflow()]);
    expect(stdout).toMatch(
      /Workflow · COMPLETE[\s\S]*by worker north:1[\s\S]*Matrix +COMPLETE[\s\S]*Roster +COMPLETE[\s\S]*Coverage +COMPLETE/,
    );
  });

  it('--watch draws a bar at a terminal until the job has ended, and takes it away', async () => {
    const id = await aJob('COVERAGE');
    await claimJob(db, id, 'north:1');
    const drawn: string[] = [];
    const watching = schedcu(['jobs', 'show', id, '--watch'], {
      columns: 60,
      redraw: (line) => void drawn.push(line),
    });
    await expect.poll(() => drawn.at(-1)).toBe('Coverage: started …');
    const progress = { phase: 'COVERAGE', step: 'calculating', done: 3, total: 6 } as const;
    await beatJob(db, { id, attempt: 1 }, { ...progress, message: 'half of the nights' });
    await expect
      .poll(() => drawn.at(-1))
      .toBe(`[${'#'.repeat(15)}${'-'.repeat(15)}]  50 % Coverage: half of th`);
    await completeJob(db, { id, attempt: 1 }, null);
    expect((await watching).status).toBe(0);
    expect(drawn.at(-1)).toBe('');
    expect(Math.max(...drawn.map((line) => line.length))).toBeLessThan(60);
  });

  it.each([
    ['AMION_UNREACHABLE', 1],
    ['WORKER_LOST', 1],
    ['UNKNOWN_PEOPLE', 2],
    ['CANCELLED', 3],
  ])('--watch of a job that failed with %s ends with %i', async (code, status) => {
    const outcome = await schedcu(['jobs', 'show', await failedJob(code), '--watch']);
    expect([outcome.status, outcome.stdout]).toEqual([
      status,
      expect.stringContaining(`${code}: It met ${code}.`),
    ]);
  });

  it.each([
    ['what is no id', 'tonight', 2],
    ['a job that does not exist', newId<JobId>(), 2],
  ])('refuses %s', async (_, id, status) => {
    expect((await schedcu(['jobs', 'show', id])).status).toBe(status);
  });
});

describe('schedcu jobs cancel and retry', () => {
  it('end a job that waits, and put it back', async () => {
    const id = await aJob();
    expect(await schedcu.json(['jobs', 'cancel', id])).toMatchObject({
      status: 'FAILED',
      error: { code: 'CANCELLED' },
    });
    expect((await schedcu(['jobs', 'cancel', id])).status).toBe(3);
    expect(await schedcu.json(['jobs', 'retry', id])).toMatchObject({ status: 'PENDING', error: null });
    expect((await schedcu(['jobs', 'retry', id])).status).toBe(3);
  });
});
