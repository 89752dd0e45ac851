import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '#src/domain/local-date.ts';
import { type AmionServer, startAmionServer } from '#src/example/amion-server.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { ashbyFiles, runArguments } from './ashby.ts';
import { commandLine } from './command-line.ts';
import { codesOf, RunDocument } from './documents.ts';

const LOGIN = 'hush-hush-4711';
const staff = { pager: '', phone: '', email: '', abbreviation: 'X', staffType: 'Radiologist' };
/** MidC of two dates, held by Noor Quill. */
const roster = {
  staff: [{ name: 'Quill, Noor', uniqueId: '14', backupId: '4', ...staff }],
  assignments: (['2026-10-30', '2026-11-01'] as LocalDate[]).map((date) => ({
    ...{ date, start: '1800', end: '0000' },
    ...{ name: 'MidC', uniqueId: '203', backupId: '3', staffName: 'Quill, Noor', staffUniqueId: '14' },
    ...{ type: 'o' as const, note: '', grouping: '' },
  })),
};
const server: AmionServer = await startAmionServer({ roster, asOf: 'Oct 29 08:00 2026', login: LOGIN });
afterAll(() => server.stop());
const file = ashbyFiles();
const schedcu = await commandLine(
  { amionBaseUrl: server.base, amionLogin: LOGIN },
  () => '2026-10-29T12:00:00Z',
);
const stranger = await commandLine({ amionBaseUrl: server.base, amionLogin: 'wrong-login-0815' });
const nobody = await commandLine({ amionBaseUrl: server.base, amionLogin: null });
const feedRun = runArguments(file).flatMap((arg) =>
  arg === '--amion' ? ['--amion-feed'] : arg === file('roster.csv') ? [] : [arg],
);

/** Everything that the database holds, as text. */
async function everythingStored(): Promise<string> {
  const tables = (await runSql(
    schedcu.database.db,
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )) as { name: string }[];
  const rows = await Promise.all(
    tables.map(({ name }) => runSql(schedcu.database.db, `select t::text from ${name} t`)),
  );
  const files = await runSql(
    schedcu.database.db,
    `select convert_from(content, 'UTF8') from source_files where file_name not like '%.ods'`,
  );
  return JSON.stringify([rows, files]);
}

describe('the roster from Amion', () => {
  let version: string;
  beforeAll(async () => {
    version = RunDocument.parse(await schedcu.json(runArguments(file))).version?.id ?? '';
    await schedcu(['warnings', 'accept', version, '--all', '--reason', 'known']);
    await schedcu(['versions', 'promote', version, '--override', 'known']);
  });

  it('drift before anything was pulled says what to do', async () => {
    const { status, stderr } = await schedcu(['amion', 'drift']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Fetch it from Amion first.')]);
  });

  it('pull keeps a fresh roster, drift compares, --apply makes a STAGING copy', async () => {
    const pulled = await schedcu(['amion', 'pull', '--department', 'ASH', '--months', '1']);
    expect([pulled.status, pulled.stdout]).toEqual([
      0,
      expect.stringContaining('Fetched 1 rows, 1 assignments.'),
    ]);
    expect(pulled.stdout).toContain('Next: schedcu amion drift --department ASH');
    const { status, stdout } = await schedcu(['amion', 'drift', '--department', 'ASH']);
    expect(status).toBe(0);
    expect(stdout).toContain(`Version ${version}, 2026-10-29 to 2026-10-31`);
    expect(stdout).toMatch(/2026-10-30 +MidC +\w+ +Farthing, Petra.* +Quill, Noor/);
    const applied = await schedcu.json(['amion', 'drift', '--apply']);
    expect(applied).toMatchObject({ department: 'ASH', copies: [{ of: version }] });
    const [copy] = applied['copies'] as { id: string }[];
    expect((await schedcu(['versions', 'list', '--status', 'STAGING'])).stdout).toContain(copy?.id);
    expect((await schedcu(['amion', 'drift', '--apply'])).stdout).toContain('with the fresh roster.');
  });

  it('a run with the feed', async () => {
    const document = RunDocument.parse(await schedcu.json(feedRun));
    expect(document.phases[1]).toMatchObject({ state: 'COMPLETE', accounting: { read: 2, accepted: 2 } });
  });

  it.each([['0'], ['25']])('%s months are refused', async (months) => {
    const { status, stderr } = await schedcu(['amion', 'pull', '--department', 'ASH', '--months', months]);
    expect([status, stderr]).toEqual([2, `Pull 1 to 24 months, not ${months}.`]);
  });

  it('the login stands in nothing that is printed or stored', async () => {
    const outcome = await schedcu(['audit', '--limit', '200', '--json']);
    expect(JSON.stringify(outcome)).not.toContain(LOGIN);
    expect(await everythingStored()).toContain('Quill, Noor');
    expect(await everythingStored()).not.toContain(LOGIN);
  });
});

describe('Amion in trouble', () => {
  it('a wrong login: the version stays without a roster, status 2, and the login is not told', async () => {
    const outcome = await stranger([...feedRun, '--json']);
    const document = RunDocument.parse(JSON.parse(outcome.stdout));
    expect([outcome.status, codesOf(document, 'ERROR')]).toEqual([
      2,
      expect.arrayContaining(['AMION_REJECTED_LOGIN']),
    ]);
    expect(document.phases.map(({ state }) => state)).toEqual(['COMPLETE', 'FAILED', 'COMPLETE']);
    const pulled = await stranger(['amion', 'pull', '--department', 'ASH', '--months', '1']);
    expect([pulled.status, pulled.stdout]).toEqual([
      2,
      expect.stringContaining('The roster could not be fetched'),
    ]);
    expect(JSON.stringify([outcome, pulled])).not.toContain('wrong-login-0815');
  });

  it('no login at all', async () => {
    const outcome = await nobody(feedRun);
    expect([outcome.status, outcome.stdout + outcome.stderr]).toEqual([
      2,
      expect.stringContaining('Set AMION_LOGIN'),
    ]);
  });

  it('out of reach: the version stays without a roster, status 1', async () => {
    await server.stop();
    const document = RunDocument.parse(
      await schedcu.json(feedRun.with(4, '2026-12-01').with(6, '2026-12-02'), 1),
    );
    expect(document.version).toMatchObject({ status: 'STAGING' });
    expect(document.phases.map(({ state }) => state)).toEqual(['COMPLETE', 'FAILED', 'COMPLETE']);
    expect(codesOf(document, 'ERROR')).toContain('AMION_UNREACHABLE');
  });
});
