import { describe, expect, it } from 'vitest';
import { ashbyFiles, MATRIX, PERIOD } from './ashby.ts';
import { commandLine, expectNoStack } from './command-line.ts';

const schedcu = await commandLine();
const BAD: Record<string, string | Uint8Array> = {
  'empty.ods': '',
  'page.ods': '<html><body>Sign in</body></html>',
  'cut.ods': MATRIX.slice(0, 400),
  'noise.csv': Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
  'zeros.xlsx': new Uint8Array(2048),
  'json.csv': '{"name": ["a", {"b": 1}]}',
  'quote.csv': 'code,name,email,specialty\n"ASH,Ashby\n',
  'proto.csv': '__proto__,constructor,code\n1,2,3\n',
  'long.csv': `code\n${'x'.repeat(200_000)}\n`,
};
const file = ashbyFiles(BAD);
const paths = [...Object.keys(BAD).map(file), file('nothing.ods'), file('.')];
const run = (option: string) => (path: string) => {
  const given = { '--matrix': file('matrix.ods'), '--amion': file('roster.csv'), [option]: path };
  return ['run', '--department', 'ASH', ...PERIOD, '--create-hospitals', ...Object.entries(given).flat()];
};

/** What is done with a file, and what may come of it: some of these are no fault for some commands. */
const COMMANDS: [string, (path: string) => string[], number[]][] = [
  ['check', (path) => ['check', path], [2]],
  ['check as a list', (path) => ['check', path, '--layout', 'list'], [2]],
  ['check-amion', (path) => ['check-amion', path], [2]],
  ['people import', (path) => ['people', 'import', path], [2]],
  ['hospitals import', (path) => ['hospitals', 'import', path], [0, 2]],
  ['department set --mapping', (path) => ['department', 'set', 'ASH', '--mapping', path], [2]],
  ['department set --holidays', (path) => ['department', 'set', 'ASH', '--holidays', path], [0, 2]],
  ['run --matrix', run('--matrix'), [2]],
  ['run --amion', run('--amion'), [2]],
  ['run --people', run('--people'), [2]],
  ['run --hospitals', run('--hospitals'), [0, 2]],
];

describe('files that are not what they should be: a coded message, never a stack', () => {
  it.each(COMMANDS)('%s', async (name, args, allowed) => {
    // A run reads its other files every time; what differs between files is told by the commands before it.
    const some = name.startsWith('run') ? paths.filter((_, i) => i % 3 === 0) : paths;
    for (const path of some) {
      const outcome = await schedcu([...args(path), '--json']);
      expect([path, allowed.includes(outcome.status), outcome.status]).toEqual([path, true, outcome.status]);
      const document = JSON.parse(outcome.stdout) as Record<string, unknown>;
      if (outcome.status === 2) expect(JSON.stringify(document)).toMatch(/"code":"[A-Z]+(_[A-Z]+)+"/);
      expectNoStack(outcome);
    }
  });

  it('a file without end is not read to its end', async () => {
    const { status, stdout } = await schedcu(['check', '/dev/zero']);
    expect([status, stdout]).toEqual([2, expect.stringContaining('FILE_TOO_LARGE')]);
    const people = await schedcu(['people', 'import', '/dev/zero']);
    expect([people.status, people.stderr]).toEqual([2, expect.stringContaining('is larger than 20 MB')]);
  });

  it.each([
    ['a folder', '.', 'is a folder. Name a file in it.'],
    ['nothing there', 'nothing.ods', 'does not exist. Look at how it is spelled'],
    ['a file for a folder', 'matrix.ods/sheet', 'does not exist.'],
  ])('%s', async (_, name, says) => {
    const { status, stderr } = await schedcu(['check', file(name)]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe('arguments that are none', () => {
  it.each([
    ['no command', [], 'Usage: schedcu'],
    ['an unknown command', ['whom'], "unknown command 'whom'"],
    ['half a command', ['versions'], 'Usage: schedcu versions'],
    ['an unknown option', ['who', '--department', 'ASH', '--loud'], "unknown option '--loud'"],
    ['a missing option', ['who'], "required option '--department <code>' not specified"],
    ['a missing value', ['who', '--department'], "option '--department <code>' argument missing"],
    ['a missing argument', ['check'], "missing required argument 'file'"],
    ['too many arguments', ['check', 'a', 'b'], 'too many arguments'],
    ['a state that is none', ['versions', 'list', '--status', 'READY'], 'Allowed choices are STAGING'],
    [
      'keys and --all',
      ['warnings', 'accept', 'x', 'key', '--all', '--reason', 'y'],
      'Name the keys to accept',
    ],
    ['no id', ['coverage', '--version', 'x'], '"x" is no version id'],
    [
      'a version of more than two years',
      ['versions', 'create', '--department', 'ASH', '--from', '2027-01-01', '--to', '2029-01-02'],
      'has 733 dates; 732 (two years) are the most.',
    ],
    [
      'a date of another age',
      ['versions', 'list', '--from', '0000-01-01'],
      '--from: "0000-01-01" is outside the dates of schedules. Write one from 1900-01-01 to 2999-12-31.',
    ],
    [
      'a roster of another age',
      ['duties', '--department', 'ASH', '--from', '2026-04-01', '--to', '9999-12-31'],
      '--to: "9999-12-31" is outside the dates of schedules.',
    ],
  ])('%s', async (_, args, says) => {
    const outcome = await schedcu(args);
    expect([outcome.status, outcome.stdout]).toEqual([2, '']);
    expect(outcome.stderr).toContain(says);
    expect(await schedcu.json(args, 2)).toMatchObject({
      error: { code: 'BAD_REQUEST', message: expect.any(String) },
    });
  });

  it('help is an answer: on standard output, and as one document', async () => {
    const { status, stdout, stderr } = await schedcu(['who', '--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('  schedcu who --department NYPLH --at 2026-11-23T02:30 --hospital Allen');
    expect(await schedcu.json(['--help'])).toEqual({ help: expect.stringContaining('Exit status: 0 done;') });
  });

  it('every command says what it does and how it is called', async () => {
    const commands = (help: string) =>
      [...(help.split('Commands:')[1] ?? '').matchAll(/^ {2}(\S+)/gm)].map(([, name = '']) => name);
    for (const name of commands((await schedcu(['--help'])).stdout).filter((each) => each !== 'help')) {
      const { stdout } = await schedcu([name, '--help']);
      expect([name, stdout.split('\n')[2]?.length ?? 0]).toEqual([name, expect.any(Number)]);
      for (const inner of commands(stdout).filter((each) => each !== 'help')) {
        const help = (await schedcu([name, inner, '--help'])).stdout;
        expect([name, inner, help]).toEqual([name, inner, expect.stringMatching(/^Usage: .*\n\n\S.{10}/)]);
        expect(help).not.toMatch(/^ {2}--[a-z-]+( <[^>]+>)?$/m);
      }
    }
  });
});
