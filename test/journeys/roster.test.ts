import { beforeAll, describe, expect, it } from 'vitest';
import { ashbyFiles, runArguments } from './ashby.ts';
import { commandLine } from './command-line.ts';
import { RunDocument } from './documents.ts';

const schedcu = await commandLine({}, () => '2026-10-28T12:00:00Z');
let version: string;

beforeAll(async () => {
  version = RunDocument.parse(await schedcu.json(runArguments(ashbyFiles()))).version?.id ?? '';
  await schedcu(['warnings', 'accept', version, '--all', '--reason', 'DX Bone is read by day']);
  await schedcu(['versions', 'promote', version, '--override', 'ON2 stays open']);
});

const ASH = ['--department', 'ASH'];

describe('the roster as a table', () => {
  const duties = ['duties', ...ASH, '--from', '2026-10-30', '--to', '2026-11-02'];

  it('for a person: a row a schedule date, a column a shift type', async () => {
    const take = ['--date', '2026-10-31', '--shift', 'ON1', '--person', 'sven@ashby.test'];
    await schedcu(['assign', ...ASH, ...take, '--from', '03:00', '--to', '08:00', '--reason', 'sick call']);
    const { stdout } = await schedcu(duties);
    expect(stdout.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      'DATE | MIDC | MIDL | ON1 | ON2',
      '2026-10-30 | Farthing, Petra | Ashgrove, Marit | Lindqvist, Sven | ---',
      '2026-10-31 * | Farthing, Petra | Ashgrove, Marit | Crowhurst, Idris 22:00-03:00 (M), Lindqvist, Sven 03:00-08:00 (M) | Quill, Noor',
      '2026-11-01 * | Farthing, Petra | Ashgrove, Marit | Lindqvist, Sven | Quill, Noor',
      '2026-11-02 | no schedule | no schedule | no schedule | no schedule',
      '',
      `Version ${version}; roster as of 2026-10-28 09:30.`,
      '* counts as Weekend; (M) entered by hand. Times are America/New_York.',
    ]);
  });

  it('for a program: the document of the API', async () => {
    expect(await schedcu.json(duties)).toMatchObject({
      ...{ department: 'ASH', from: '2026-10-30', to: '2026-11-02', versions: [{ version }] },
      days: [{ version }, { version }, { version }, { version: null }],
    });
  });

  it('refuses what is no span', async () => {
    const { status, stderr } = await schedcu([...duties, '--to', '2026-10-01']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot end')]);
  });
});

describe('who may take a shift', () => {
  const candidates = ['candidates', ...ASH, '--date', '2026-10-30', '--shift', 'ON2'];

  it('for a person: the best first, with the reasons', async () => {
    const { stdout } = await schedcu(candidates);
    // Lindqvist's next part begins at 03:00 after the clocks went back.
    expect(stdout.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      'Who may take ON2 on 2026-10-30, from 2026-10-30 23:00 to 2026-10-31 08:00:',
      'NAME | PAGER | MAY TAKE IT | REST BEFORE | REST AFTER | SHIFTS | NIGHTS',
      'Crowhurst, Idris | 5550112 | yes | - | 14 h | 1 | 1',
      'Quill, Noor | 555-0114 | yes | 15 h | 15 h | 2 | 2',
      'Ashgrove, Marit | 5550111 | Ashgrove, Marit is on MidL from 2026-10-30 18:00 to 2026-10-31 00:00. Ashgrove, Marit goes on MidL at 2026-10-31 18:00, 10 h after. | 23 h | 10 h | 3 | 0',
      'Farthing, Petra | 5550113 | Farthing, Petra is on MidC from 2026-10-30 18:00 to 2026-10-31 00:00. Farthing, Petra goes on MidC at 2026-10-31 18:00, 10 h after. | 23 h | 10 h | 3 | 0',
      'Lindqvist, Sven | 5550115 | Lindqvist, Sven is on ON1 from 2026-10-30 22:00 to 2026-10-31 08:00. | 15 h | 20 h | 3 | 3',
      '',
      `Shifts and nights are those of the month. Version ${version}. Times are America/New_York.`,
    ]);
  });

  it('for a program: the document of the API, also of a part and of a version that is named', async () => {
    const part = ['--from', '01:00', '--to', '04:00', '--version', version];
    expect(await schedcu.json([...candidates, ...part])).toMatchObject({
      ...{ department: 'ASH', version, date: '2026-10-30', shiftType: 'ON2' },
      ...{ from: '2026-10-31T01:00:00-04:00', to: '2026-10-31T04:00:00-04:00' },
    });
  });

  it.each([
    ['a part without an end', ['--from', '01:00'], 2],
    ['a shift that there is not', ['--shift', 'DAY'], 2],
    ['a date without a schedule', ['--date', '2027-01-01'], 3],
    ['a department that there is not', ['--department', 'NOWHERE'], 2],
  ])('refuses %s', async (_, more, status) => {
    expect((await schedcu([...candidates, ...more])).status).toBe(status);
  });
});
