import { beforeAll, describe, expect, it } from 'vitest';
import { ashbyFiles, runArguments } from './ashby.ts';
import { commandLine } from './command-line.ts';
import { RunDocument, WhoDocument } from './documents.ts';

const schedcu = await commandLine({}, () => '2026-10-31T23:30:00Z');
const file = ashbyFiles();
let version: string;

beforeAll(async () => {
  version = RunDocument.parse(await schedcu.json(runArguments(file))).version?.id ?? '';
  await schedcu(['warnings', 'accept', version, '--all', '--reason', 'DX Bone is read by day']);
  await schedcu(['versions', 'promote', version, '--override', 'ON2 stays open']);
});

const ask = (...more: string[]) => ['who', '--department', 'ASH', ...more];
const askJson = async (...more: string[]) => WhoDocument.parse(await schedcu.json(ask(...more)));

describe('who reads it', () => {
  it('one study, with both documents it comes from, as the contract has it', async () => {
    expect(await askJson('--at', '2026-10-30T02:30', '--study', 'ASH Neuro CT')).toEqual({
      ...{ department: 'ASH', timeZone: 'America/New_York', version, asOf: '2026-10-28T09:30:00-04:00' },
      answers: [
        {
          ...{
            at: '2026-10-30T02:30:00-04:00',
            hospital: 'ASH',
            study: 'CT Neuro',
            label: 'ASH CT Neuro',
            studyType: 'NEURO',
          },
          reader: { name: 'Quill, Noor', email: 'noor@ashby.test', phone: '555-0114', pager: null },
          cause: null,
          because: {
            ...{ scheduleDate: '2026-10-29', window: '01:00-08:00', scenario: 'NEURO', position: 'ON2' },
            ...{ shiftType: 'ON2', person: 'Quill, Noor' },
            rule: { file: 'matrix.ods', sheet: 'ON Neuro 1 am - 8 am', cell: 'C2' },
            assignment: {
              ...{ source: 'AMION', report: 'roster.csv', line: 5 },
              text: '"Quill, Noor",14,4,"ON2",206,6,10-29-26,2300,0800',
            },
          },
          until: '2026-10-30T08:00:00-04:00',
          next: { name: null, cause: 'NO_WINDOW' },
        },
      ],
    });
  });

  it('and for a person: one sentence to act on, and its two places', async () => {
    const { stdout } = await schedcu(ask('--at', '2026-10-30T02:30', '--study', 'CT Neuro'));
    expect(stdout.split('\n')).toEqual([
      'ASH CT Neuro: Quill, Noor reads it at 2026-10-30 02:30 (-04:00) until 2026-10-30 08:00 (-04:00); then no window is open. Reach: phone 555-0114, noor@ashby.test.',
      '  why     ON2 in 01:00-08:00 of schedule date 2026-10-29',
      '  matrix  matrix.ods, sheet "ON Neuro 1 am - 8 am", cell C2',
      '  roster  roster.csv, line 5: "Quill, Noor",14,4,"ON2",206,6,10-29-26,2300,0800',
      '',
      `Version ${version}; roster as of 2026-10-28 09:30 (-04:00). Times are America/New_York.`,
    ]);
  });

  it('now, where no instant is given: every listed study, the unmarked one too', async () => {
    const { answers } = await askJson();
    expect(answers.map(({ at, label, reader, cause }) => [at, label, reader?.name ?? cause])).toEqual([
      ['2026-10-31T19:30:00-04:00', 'ASH CT Neuro', 'Farthing, Petra'],
      ['2026-10-31T19:30:00-04:00', 'ASH CT Body', 'Ashgrove, Marit'],
      ['2026-10-31T19:30:00-04:00', 'BROOK US', 'Ashgrove, Marit'],
      ['2026-10-31T19:30:00-04:00', 'ASH DX Bone', 'NO_RULE'],
    ]);
    const { stdout } = await schedcu(ask());
    expect(stdout).toMatch(/^At 2026-10-31 19:30 \(-04:00\):\nSTUDY +READER +PAGER/);
    expect(stdout).toMatch(/ASH DX Bone +NOBODY, NO POSITION IS MARKED +-/);
  });

  it('a hole says why nobody does, and what to do', async () => {
    const { stdout } = await schedcu(
      ask('--at', '2026-10-31T02:30', '--hospital', 'ash', '--study', 'CT Neuro'),
    );
    expect(stdout).toContain('ASH CT Neuro: NOBODY reads it');
    expect(stdout).toContain('because ON2 is vacant on the roster (---); then no window is open.');
    expect(stdout).toContain(
      '  do      schedcu assign --department ASH --date 2026-10-30 --shift ON2 --person EMAIL',
    );
    const unmarked = await schedcu(ask('--at', '2026-10-31T19:00', '--study', 'DX Bone'));
    expect(unmarked.stdout).toContain('because the matrix lists it but marks no position');
    expect(unmarked.stdout).toContain('  do      mark a position in that row of the matrix');
  });

  it('an hour that happens twice is answered for both instants', async () => {
    const twice = ask('--at', '2026-11-01T01:30', '--study', 'CT Neuro');
    const { answers } = WhoDocument.parse(await schedcu.json(twice));
    expect(answers.map(({ at, because }) => [at, because.position, because.shiftType])).toEqual([
      ['2026-11-01T01:30:00-04:00', 'ON Neuro', 'ON2'],
      ['2026-11-01T01:30:00-05:00', 'ON Neuro', 'ON2'],
    ]);
    const { stdout } = await schedcu(twice);
    expect(stdout).toContain('This local time occurs twice that night; both are answered.');
    expect(stdout).toContain('reads it at 2026-11-01 01:30 (-04:00)');
    expect(stdout).toContain('reads it at 2026-11-01 01:30 (-05:00)');
    expect(stdout).toContain(
      'ON Neuro (held by ON2) in 01:00-08:00 of schedule date 2026-10-31, positions re-cut: a body-only reader is on',
    );
    const { answers: once } = await askJson('--at', '2026-11-01T01:30-05:00', '--study', 'CT Neuro');
    expect(once).toHaveLength(1);
  });

  it('outside every window, and for a study not listed then', async () => {
    const noon = await schedcu(ask('--at', '2026-10-30T12:00'));
    expect([noon.status, noon.stdout.split('\n')[0]]).toEqual([
      0,
      'No study is listed then: no window of the matrix is open.',
    ]);
    const bone = await schedcu(ask('--at', '2026-10-30T02:30', '--study', 'DX Bone'));
    expect(bone.stdout).toContain('because no sheet of the matrix that applies then lists it');
    const closed = await schedcu(ask('--at', '2026-10-30T12:00', '--study', 'DX Bone'));
    expect(closed.stdout).toContain('because no window of the matrix is open then');
  });

  it('after a change by hand: by whose hand, and why', async () => {
    const change = [
      'assign',
      '--department',
      'ASH',
      '--date',
      '2026-10-30',
      '--shift',
      'ON2',
      '--person',
      'petra@ashby.test',
    ];
    expect((await schedcu([...change, '--reason', 'she offered'])).status).toBe(0);
    const { stdout } = await schedcu(ask('--at', '2026-10-31T02:30', '--study', 'CT Neuro'));
    expect(stdout).toContain('Farthing, Petra reads it');
    expect(stdout).toContain('  roster  changed by hand (OVERRIDE): she offered');
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    ['a local time that the clocks skip', ['--at', '2026-03-08T02:30'], 2, 'the clocks skip it'],
    ['no instant', ['--at', 'tonight'], 2, '"tonight" is no instant'],
    ['an empty instant', ['--at', ''], 2, 'is no instant'],
    ['an unknown hospital', ['--at', '2026-10-30T02:30', '--hospital', 'NOWHERE'], 2, 'It knows ASH, BROOK'],
    ['an unknown study', ['--at', '2026-10-30T02:30', '--study', 'PET Toe'], 2, 'knows no study "PET Toe"'],
    ['no version id', ['--version', 'newest'], 2, 'See schedcu versions list'],
    [
      'a version that is not there',
      ['--version', '00000000-0000-7000-8000-000000000000'],
      2,
      '00000000-0000-7000',
    ],
    ['no schedule in force', ['--at', '2027-01-01T02:30'], 3, 'ASH has no schedule in force on 2026-12-31'],
  ])('%s', async (_, args, status, says) => {
    const outcome = await schedcu(ask(...args));
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
    expect(outcome.stderr).toContain(says);
    const document = await schedcu.json(ask(...args), status);
    expect(document['error']).toMatchObject({
      message: expect.stringContaining(says),
      code: status === 3 ? 'NO_SCHEDULE' : expect.any(String),
    });
  });

  it('an unknown department names those there are', async () => {
    const outcome = await schedcu(['who', '--department', 'ASHBURY']);
    expect([outcome.status, outcome.stderr]).toEqual([
      2,
      'There is no department "ASHBURY". Known are ASH, BROOK.',
    ]);
  });
});
