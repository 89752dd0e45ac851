import { beforeAll, describe, expect, it } from 'vitest';
import type { CliContext } from '#src/cli/cli-context.ts';
import type { AuditedChange } from '#src/services/audit-service.ts';
import { openTestHttp } from '#test/support/http.ts';
import { commandLine, type Outcome } from './command-line.ts';

/** Both doors over one database: what leaves by one can be held against what leaves by the other. */
const { services, ...http } = await openTestHttp();
const line = await commandLine();
const schedcu = (args: readonly string[], over: Partial<CliContext> = {}): Promise<Outcome> =>
  line(['audit', ...args], {
    services: async () => services,
    actor: async () => services.actor,
    ...over,
  });
const entriesOf = async (...args: string[]): Promise<AuditedChange[]> =>
  JSON.parse((await schedcu([...args, '--json'])).stdout).entries;

const ward = await services.openDepartment();
const other = { ...(await services.users.commandLineActor('another')), ipAddress: '192.0.2.7' };
await services.departments.set(ward.code, { timeZone: 'America/Chicago' }, other);
await services.departments.set(ward.code, { timeZone: 'America/Denver' }, services.actor);
await http.addUser('root@ashby.test', 'ADMIN');
const root = await http.browse('root@ashby.test');
const chief = await http.addUser('chief@ashby.test', 'SCHEDULER', ward.code);

describe('the trail on the command line', () => {
  it.each([
    ['whoever did it', ['--user', 'another@command-line.invalid'], ['DEPARTMENT_SET']],
    ['however that is written', ['--user', ' Another@Command-Line.invalid '], ['DEPARTMENT_SET']],
    ['a hospital or department', ['--department', 'Ward1', '--action', 'USER_ADDED'], ['USER_ADDED']],
    ['its code in small letters', ['--department', 'ward1', '--action', 'USER_ADDED'], ['USER_ADDED']],
    ['all together', ['--department', 'Ward1', '--user', 'root@ashby.test'], []],
    ['nobody whom we know', ['--user', 'nobody@ashby.test'], []],
    ['a time before all of it', ['--before', '2001-01-01'], []],
    ['a time after all of it', ['--before', '2999-01-01T00:00-05:00', '--since', '2998-12-31'], []],
  ])('is narrowed by %s', async (_, args, actions) => {
    expect((await entriesOf(...args)).map(({ action }) => action)).toEqual(actions);
  });

  it('--before leaves out the instant itself, --since has it', async () => {
    const set = ['--action', 'DEPARTMENT_SET'];
    const [newer, older] = await entriesOf(...set);
    expect(await entriesOf(...set, '--before', newer?.at ?? '')).toEqual([older]);
    expect(await entriesOf(...set, '--since', newer?.at ?? '')).toEqual([newer]);
  });

  it('names the cursor to go on with, up to the oldest entry', async () => {
    const set = ['--action', 'DEPARTMENT_SET', '--limit', '1'];
    const first = await schedcu(set);
    const cursor = /^There are more: --cursor (\S+)$/m.exec(first.stdout)?.[1] ?? '';
    expect(first.stdout).toContain('America/Denver');
    const last = await schedcu([...set, '--cursor', cursor]);
    expect(last.stdout).toContain('America/Chicago');
    expect(last.stdout).not.toContain('--cursor');
  });

  it.each([
    ['no instant', ['--before', 'monday'], '"monday" is no date and no instant. Write 2026-04-18, or'],
    ['a day that there is not', ['--before', '2026-02-30T00:00Z'], '"2026-02-30T00:00Z" is no date'],
    ['a year that there is not', ['--since', '0000-01-01'], '"0000-01-01" is no date'],
    ['no department', ['--department', 'ELM'], 'There is no department "ELM". Known are '],
    ['no cursor', ['--cursor', 'next'], 'The cursor is not one of this list.'],
    ['a part of a file', ['--csv', '--limit', '50'], 'as CSV, and does not go together with --limit. Leave'],
    [
      'the rest of a file',
      ['--csv', '--limit', '5', '--cursor', 'x'],
      'together with --limit and --cursor. Leave',
    ],
    ['a file of no department', ['--csv', '--department', 'ELM'], 'There is no department "ELM"'],
    ['a file since no instant', ['--csv', '--since', 'monday'], '"monday" is no date and no instant'],
  ])('%s is refused, and nothing printed', async (_, args, says) => {
    const outcome = await schedcu(args);
    expect(outcome).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(says) });
  });

  it('a file as a JSON document is refused in one', async () => {
    const { status, stdout } = await schedcu(['--csv', '--json']);
    expect([status, JSON.parse(stdout)]).toEqual([
      2,
      {
        error: { code: 'BAD_REQUEST', message: expect.stringContaining('does not go together with --json.') },
      },
    ]);
  });

  it('an offset that the database itself does not know is an instant all the same', async () => {
    expect(await schedcu(['--before', '2001-04-30T10:00+23:59'])).toMatchObject({
      status: 0,
      stdout: 'None.',
    });
  });
});

describe('the trail as a file', () => {
  beforeAll(async () => {
    for (let index = 0; index < 205; index++)
      await services.signIn.signOutEverywhere(
        { user: chief, scopes: null, sessionId: null, revision: null },
        { ipAddress: null, userAgent: null, browser: null },
      );
  });

  it.each([
    [
      'of one kind, over more than a page',
      ['--action', 'SIGNED_OUT_EVERYWHERE'],
      'action=SIGNED_OUT_EVERYWHERE',
    ],
    ['of one person', ['--user', 'another@command-line.invalid'], 'user=another@command-line.invalid'],
    ['of a department', ['--department', 'Ward1'], 'department=Ward1'],
    ['of no entry', ['--before', '2001-01-01'], 'before=2001-01-01T00:00:00Z'],
  ])('%s is byte for byte what HTTP gives', async (_, args, query) => {
    const { status, stdout, stderr } = await schedcu([...args, '--csv']);
    const answer = await root.call('GET', `/api/audit?format=csv&${query}`);
    expect([status, stderr, answer.statusCode]).toEqual([0, '', 200]);
    expect(`${stdout}\n`).toBe(answer.body);
  });

  it('is printed a page at a time, under one line of columns', async () => {
    const printed: string[] = [];
    await schedcu(['--csv', '--action', 'SIGNED_OUT_EVERYWHERE'], {
      print: (text) => void printed.push(text),
    });
    expect(printed.map((text) => text.split('\n').length)).toEqual([201, 5]);
    expect(printed.join('\n').match(/^at,user_email,/gm)).toHaveLength(1);
  });

  it('is audited as done by whoever typed it, with what was asked for; a refused one is not', async () => {
    const exported = ['--action', 'AUDIT_EXPORTED', '--user', 'tester@command-line.invalid'];
    const before = await entriesOf(...exported);
    await schedcu(['--csv', '--department', 'ward1', '--since', '2026-01-01T00:00-05:00']);
    await schedcu(['--csv', '--department', 'ELM']);
    await schedcu(['--csv', '--json']);
    const [newest, ...older] = await entriesOf(...exported);
    expect(older).toEqual(before);
    expect(newest).toMatchObject({
      ...{ resource: 'audit', ipAddress: null, oldValues: null },
      newValues: { department: 'Ward1', since: '2026-01-01T05:00:00Z' },
    });
  });
});
