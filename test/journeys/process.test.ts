import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AmionServer, startAmionServer } from '#src/example/amion-server.ts';
import { openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { createTestDatabase } from '#test/support/test-database.ts';
import { ashbyFiles, folderOf, runArguments } from './ashby.ts';
import { expectNoStack } from './command-line.ts';
import { RunDocument, WhoDocument } from './documents.ts';
import { addressOf, type ProgramPlace, startProgram, until } from './spawned.ts';

const LOGIN = 'hush-hush-4711';
const file = ashbyFiles();
const here: ProgramPlace = { cwd: file('.') };
const { connection } = await createTestDatabase();
const onServer = { ...here, env: { DATABASE_URL: addressOf(connection) } };
const schedcu = (args: readonly string[], place: ProgramPlace = here) =>
  startProgram('cli.ts', args, place).ended;

describe('the program as a process', () => {
  it('prints one JSON document and nothing else, and its status says how it went', async () => {
    const run = await schedcu([...runArguments(file), '--json'], onServer);
    expect([run.status, run.stderr]).toEqual([0, '']);
    const { version } = RunDocument.parse(JSON.parse(run.stdout));
    const who = await schedcu(
      [
        '--json',
        'who',
        '--department',
        'ASH',
        '--version',
        version?.id ?? '',
        '--at',
        '2026-10-30T02:30',
        '--study',
        'CT Body',
      ],
      onServer,
    );
    expect(WhoDocument.parse(JSON.parse(who.stdout)).answers[0]?.reader?.name).toBe('Lindqvist, Sven');
  });

  it('reads a password from standard input', async () => {
    const add = ['users', 'add', 'root@ashby.test', '--role', 'ADMIN'];
    const typed = await schedcu(add, { ...onServer, input: 'marbles under the old bridge\nand more\n' });
    expect(typed).toMatchObject({ status: 0, stdout: 'Added root@ashby.test as ADMIN.\n', stderr: '' });
    expect((await schedcu(add, onServer)).stderr).toContain('at least 15 characters');
  });

  it('a full disk is said, and ends it', () => {
    if (!existsSync('/dev/full')) return;
    const full = openSync('/dev/full', 'w');
    const program = new URL('../../src/main/cli.ts', import.meta.url).pathname;
    const { status, stderr } = spawnSync(process.execPath, [program, '--help'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^The disk is full\./)]);
    expect(stderr).not.toContain('    at ');
  });

  it('a reader who has enough is no fault', async () => {
    const program = startProgram('cli.ts', ['--help'], here);
    program.child.stdout?.destroy();
    const { status, stderr } = await program.ended;
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('surroundings that are not as they should be: status 1, said in words', () => {
  it.each([
    [
      'no database server',
      ['hospitals', 'list', '--database-url', 'postgresql://x@127.0.0.1:1/x'],
      1,
      'The database cannot be reached',
    ],
    [
      'a data folder that cannot be',
      ['hospitals', 'list', '--data', file('matrix.ods/data')],
      1,
      'file where the folder should be',
    ],
    [
      'an address that is none',
      ['hospitals', 'list', '--database-url', 'mysql://x'],
      2,
      '--database-url is no postgresql:// address.',
    ],
  ])('%s', async (_, args, status, says) => {
    const outcome = await schedcu([...args, '--json']);
    expect([outcome.status, outcome.stderr]).toEqual([status, expect.stringContaining(says)]);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ error: { message: expect.stringContaining(says) } });
    expectNoStack(outcome);
  });

  it('a bad configuration: every bad value by name, none of them shown', async () => {
    const dotEnv = folderOf({ '.env': 'PORT=http\nSESSION_SECRET=too-short\nLOG_LEVEL=loud\n' });
    const env = { DATABASE_URL: 'mysql://root:hunter2@x/y', UPLOAD_MAX_MB: '-1', LOG_LEVEL: 'info' };
    const outcome = await schedcu(['check', file('matrix.ods')], { cwd: dotEnv('.'), env });
    expect([outcome.status, outcome.stdout]).toEqual([1, '']);
    expect(outcome.stderr.match(/^ {2}(\w+):/gm)?.map((line) => line.trim())).toEqual(
      expect.arrayContaining(['PORT:', 'DATABASE_URL:', 'SESSION_SECRET:', 'UPLOAD_MAX_MB:']),
    );
    expect(outcome.stderr).not.toMatch(/hunter2|too-short|LOG_LEVEL/);
  });

  it('.env counts', async () => {
    const dotEnv = folderOf({ '.env': `DATABASE_URL="${addressOf(connection)}"\n` });
    const { status, stdout } = await schedcu(['hospitals', 'list'], { cwd: dotEnv('.') });
    expect([status, stdout]).toEqual([0, expect.stringContaining('Ashby General')]);
  });
});

describe('killed in the middle', () => {
  it('of storing: the next command sets the batch FAILED, and nothing is half stored', async () => {
    const { db, pool, address } = await emptyDatabase();
    const blocker = await pool.connect();
    await blocker.query('begin');
    await blocker.query('lock table shift_instances in access exclusive mode');
    const program = startProgram('cli.ts', runArguments(file), { ...here, env: { DATABASE_URL: address } });
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'relation'`;
    await until('the run waits for the table', async () => (await runSql(db, waiting)).length > 0);
    program.child.kill('SIGKILL');
    expect((await program.ended).signal).toBe('SIGKILL');
    await blocker.query('rollback');
    blocker.release();
    const states = () => runSql(db, 'select state, error_message as reason from scrape_batches');
    expect(await states()).toEqual([{ state: 'PENDING', reason: null }]);
    const { stdout } = await schedcu(['versions', 'list', '--json'], {
      ...here,
      env: { DATABASE_URL: address },
    });
    expect(JSON.parse(stdout)).toEqual({ versions: [], nextCursor: null });
    expect(await states()).toEqual([{ state: 'FAILED', reason: 'The process that imported it was ended.' }]);
    expect(
      await runSql(
        db,
        'select count(*)::int as n from coverage_rules union all select count(*)::int from shift_instances',
      ),
    ).toEqual([{ n: 0 }, { n: 0 }]);
    expect((await schedcu(runArguments(file), { ...here, env: { DATABASE_URL: address } })).status).toBe(0);
  });

  const emptyDatabase = async () => {
    const { db, pool } = await openTestDatabase();
    const [{ name } = { name: '' }] = (await runSql(db, 'select current_database() as name')) as {
      name: string;
    }[];
    return { db, pool, address: addressOf({ ...connection, database: name }) };
  };
});

describe('the embedded database', () => {
  const data = file('embedded');
  const lock = `${data}/postgres/postmaster.pid`;
  let amion: AmionServer;
  beforeAll(async () => {
    const plan = () => ({ kind: 'slow', ms: 60_000 }) as const;
    amion = await startAmionServer({
      roster: { staff: [], assignments: [] },
      asOf: 'Oct 29 08:00 2026',
      login: LOGIN,
      plan,
    });
  });
  afterAll(() => amion.stop());

  it('two processes at once on a new folder, and the folder of the command line before DATABASE_URL', async () => {
    const place = { ...here, env: { DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' } };
    const [one, other] = await Promise.all([
      schedcu(['--data', data, 'hospitals', 'import', file('hospitals.csv')], place),
      schedcu(['--data', data, 'people', 'import', file('people.csv')], place),
    ]);
    expect([one.status, other.status, one.stderr + other.stderr]).toEqual([0, 0, '']);
    const { stdout } = await schedcu(['people', 'list', '--json'], { ...here, env: { SCHEDCU_DATA: data } });
    expect((JSON.parse(stdout) as { people: unknown[] }).people).toHaveLength(5);
    expect(existsSync(lock)).toBe(false);
  });

  it.each([['SIGINT', 130] as const, ['SIGTERM', 143] as const])(
    '%s while Amion keeps it waiting: status %i, no server stays behind',
    async (signal, status) => {
      const env = { AMION_BASE_URL: amion.base, AMION_LOGIN: LOGIN };
      const args = runArguments(file).flatMap((arg) =>
        arg === '--amion' ? ['--amion-feed'] : arg === file('roster.csv') ? [] : [arg],
      );
      const before = amion.requests.length;
      const program = startProgram('cli.ts', ['--data', data, ...args], { ...here, env });
      await until('Amion is asked', () => amion.requests.length > before);
      program.child.kill(signal);
      const outcome = await program.ended;
      expect([outcome.status, outcome.stdout, outcome.stderr]).toEqual([status, '', '']);
      expect(existsSync(lock)).toBe(false);
      const audit = await schedcu(['--data', data, 'audit', '--limit', '200', '--json']);
      expect([audit.status, audit.stdout.includes(LOGIN)]).toEqual([0, false]);
    },
  );
});

describe('the example', () => {
  it('runs on an empty folder, and is found as it was left', async () => {
    const folder = folderOf({});
    const LINK = /Open http:\S+\/api\/session\/links\/\S+\n/;
    const start = async (env: Record<string, string> = {}) => {
      const program = startProgram('start.ts', [], { cwd: folder('.'), env: { PORT: '0', ...env } });
      await until(
        'it has said how to sign in',
        () =>
          LINK.test(program.printed()) ||
          /users add/.test(program.printed()) ||
          program.child.exitCode !== null,
      );
      program.child.kill('SIGTERM');
      return await program.ended;
    };
    const example = async (...args: string[]) =>
      expect(await schedcu(['--data', folder('data'), ...args])).toMatchObject({ status: 0 });
    const { stdout: first } = await start();
    expect(first).toMatch(LINK);
    expect(first).toContain('running the bundled example');
    expect(first).toMatch(/Coverage 2026-10-01 to 2026-12-31: \d/);
    expect(first).toMatch(/Who reads CT Head at MERCY at 2026-12-13T02:30\?\nMERCY CT Head: .+ reads it/);
    const id = /version (\S+) is in force/.exec(first)?.[1];
    const { stdout: second, stderr: quiet } = await start();
    expect([LINK.test(second), quiet]).toEqual([true, '']);
    expect(second).not.toContain('running the bundled example');
    expect(second).toContain(`version ${id} is in force`);
    expect(second).toContain('as it was left');

    await example('versions', 'archive', id ?? '');
    const { stdout: third, stderr: log } = await start({ LOG_LEVEL: 'info' });
    expect([LINK.test(third), third.includes('No schedule is in force')]).toEqual([true, true]);
    expect(log).toContain('"msg":"Server started"');
    await example('users', 'add', 'root@ashby.test', '--role', 'ADMIN', '--no-password');
    await example('users', 'disable', 'administrator@harbor.example');
    const { stdout: last } = await start();
    expect(last).not.toMatch(LINK);
    expect(last).toContain('npx schedcu users add EMAIL --role ADMIN');
  });
});
