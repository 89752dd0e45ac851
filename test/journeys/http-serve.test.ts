import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '#test/support/http.ts';
import { createTestDatabase } from '#test/support/test-database.ts';
import { addressOf, type RunningProgram, startProgram } from './spawned.ts';

const { connection } = await createTestDatabase();
const cwd = await mkdtemp(join(tmpdir(), 'schedcu-serve-'));
afterAll(() => rm(cwd, { recursive: true, force: true }));
const settings = { DATABASE_URL: addressOf(connection) };

const run = (args: readonly string[], env: Record<string, string> = {}, input = ''): RunningProgram =>
  startProgram('cli.ts', args, { cwd, env: { ...settings, ...env }, input });

/** Starts to serve, and waits until somebody can call. */
async function serve(...options: string[]): Promise<{ program: RunningProgram; url: string }> {
  const program = run(['serve', ...options], { PORT: '0' });
  for (let tries = 0; tries < 300; tries++) {
    const [, url] = /answers on (http:\/\/localhost:\d+)/.exec(program.printed()) ?? [];
    if (url !== undefined) return { program, url };
    await sleep(100);
  }
  throw new Error(`It does not listen: ${program.printed()}`);
}

async function signIn(url: string): Promise<string> {
  const body = JSON.stringify({ email: 'root@ashby.test', password: PASSWORD });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

describe('serving', () => {
  it('the first administrator is made by a command, and signs in', async () => {
    const added = await run(['users', 'add', 'root@ashby.test', '--role', 'ADMIN'], {}, `${PASSWORD}\n`)
      .ended;
    expect([added.status, added.stdout]).toEqual([0, 'Added root@ashby.test as ADMIN.\n']);
    const { program, url } = await serve();
    const cookie = await signIn(url);
    expect(await (await fetch(`${url}/api/session`, { headers: { cookie } })).json()).toMatchObject({
      user: { email: 'root@ashby.test', role: 'ADMIN' },
    });
    expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
    program.child.kill('SIGTERM');
    expect((await program.ended).status).toBe(143);
    const log = program
      .printed()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    expect(log.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['Server started', 'Answered', 'Server stopped']),
    );
    expect(log.find(({ path }) => path === '/api/session')).toMatchObject({
      method: 'POST',
      status: 200,
      reqId: expect.any(String),
    });
    expect(program.printed()).not.toContain(PASSWORD);
  });

  it('with a worker inside jobs run', async () => {
    const { program, url } = await serve('--worker');
    const cookie = await signIn(url);
    const jobs = async (): Promise<{ status: string }[]> => {
      const answer = await fetch(`${url}/api/jobs?type=CLEAN_UP`, { headers: { cookie } });
      return ((await answer.json()) as { jobs: { status: string }[] }).jobs;
    };
    for (let tries = 0; tries < 300 && (await jobs())[0]?.status !== 'COMPLETE'; tries++) await sleep(100);
    expect((await jobs())[0]).toMatchObject({ status: 'COMPLETE' });
    program.child.kill('SIGTERM');
    expect((await program.ended).status).toBe(143);
  });

  it('without a worker jobs wait, and who follows one is told the end of the server', async () => {
    const { program, url } = await serve();
    const cookie = await signIn(url);
    const headers = { cookie, 'content-type': 'application/json' };
    const made = await fetch(`${url}/api/hospitals`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify({ code: 'ASH', name: 'Ashby', timeZone: 'America/New_York' }),
    });
    expect(made.status).toBe(201);
    const body = JSON.stringify({ department: 'ASH', months: 1 });
    const asked = await fetch(`${url}/api/imports/amion`, { method: 'POST', headers, body });
    const { job } = (await asked.json()) as { job: { id: string } };
    const events = await fetch(`${url}/api/jobs/${job.id}/events`, { headers: { cookie } });
    const followed = events.text();
    await sleep(300);
    program.child.kill('SIGTERM');
    expect(await followed).toContain('event: state');
    expect((await program.ended).status).toBe(143);
  });

  it('a port that another program has: said plainly, status 1', async () => {
    const { program, url } = await serve();
    const second = await run(['serve'], { PORT: new URL(url).port }).ended;
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(
      `Port ${new URL(url).port} of 127.0.0.1 cannot be had: another program has it.`,
    );
    program.child.kill('SIGTERM');
    await program.ended;
  });
});
