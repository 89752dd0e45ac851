import { beforeAll, describe, expect, it } from 'vitest';
import { ashbyFiles, runArguments } from './ashby.ts';
import { commandLine } from './command-line.ts';
import { CoverageDocument, RunDocument } from './documents.ts';

const schedcu = await commandLine({}, () => '2026-10-29T12:00:00Z');
const file = ashbyFiles();
const makeVersion = async () => RunDocument.parse(await schedcu.json(runArguments(file))).version?.id ?? '';
const change = (kind: string, shift: string, person: string, ...more: string[]) => [
  ...[
    kind,
    '--department',
    'ASH',
    '--date',
    '2026-10-30',
    '--shift',
    shift,
    '--person',
    `${person}@ashby.test`,
  ],
  ...['--reason', 'sick call', ...more],
];
let first: string;
let second: string;

beforeAll(async () => {
  first = await makeVersion();
  second = await makeVersion();
});

describe('the life of versions', () => {
  it('warnings: listed with keys, accepted one by one or all, withdrawn', async () => {
    const key = 'STUDY_WITHOUT_READER|Mid 6 pm - 12 am|ASH DX Bone';
    const { stdout } = await schedcu(['warnings', 'list', first]);
    expect(stdout).toContain(`open     STUDY_WITHOUT_READER: Sheet`);
    expect(stdout).toContain(`         key: ${key}`);
    expect(stdout).toContain('\n3 warnings.');
    expect(await schedcu.json(['warnings', 'accept', first, key, '--reason', 'by day'])).toEqual({
      accepted: [key],
    });
    expect((await schedcu(['warnings', 'accept', first, key, '--reason', 'again'])).stdout).toBe(
      'Nothing new to accept.',
    );
    expect((await schedcu(['warnings', 'list', second])).stdout).toContain('accepted STUDY_WITHOUT_READER');
    expect((await schedcu(['warnings', 'withdraw', key])).stdout).toBe(`Withdrawn for ASH: ${key}`);
    expect((await schedcu(['warnings', 'withdraw', key])).status).toBe(2);
    expect(
      (await schedcu(['warnings', 'accept', first, '--all', '--reason', 'by day'])).stdout.split('\n'),
    ).toHaveLength(4);
  });

  it('promotion: refused, then overridden; a second of the same dates takes them all', async () => {
    const refused = await schedcu(['versions', 'promote', first]);
    expect([refused.status, refused.stdout]).toEqual([3, '']);
    expect(refused.stderr).toMatch(/^Not promoted: .*\n {2}error {3}MANDATORY_UNCOVERED: ON2 is vacant/);
    const said = (await schedcu.json(['versions', 'promote', first], 3))['error'];
    expect(said).toMatchObject({ code: 'REFUSED', validation: { canPromote: false } });
    const { status, stdout } = await schedcu(['versions', 'promote', first, '--override', 'known']);
    expect([status, stdout.split('\n')[0]]).toEqual([
      0,
      `Version ${first} is in force for 2026-10-29 to 2026-11-01.`,
    ]);
    expect(stdout).toContain('Overridden: MANDATORY_UNCOVERED|ON2');
    const again = await schedcu(['versions', 'promote', first, '--override', 'known']);
    expect([again.status, again.stderr]).toEqual([3, expect.stringContaining('is PRODUCTION')]);
    const taken = await schedcu(['versions', 'promote', second, '--override', 'known']);
    expect(taken.stdout).toContain(`Version ${first} has no date left and is archived.`);
  });

  it('listed and shown', async () => {
    const { versions } = await schedcu.json(['versions', 'list']);
    expect(versions).toEqual([
      expect.objectContaining({
        id: second,
        status: 'PRODUCTION',
        department: 'ASH',
        from: '2026-10-29',
        to: '2026-11-01',
      }),
      expect.objectContaining({ id: first, status: 'ARCHIVED' }),
    ]);
    expect((await schedcu(['versions', 'list', '--status', 'STAGING'])).stdout).toBe('None.');
    expect(
      (await schedcu(['versions', 'list', '--department', 'ASH', '--status', 'ARCHIVED'])).stdout,
    ).toContain(first);
    const { stdout } = await schedcu(['versions', 'show', second]);
    expect(stdout).toContain('In force: 2026-10-29 to 2026-11-01');
    expect(stdout).toContain('Coverage: 95.83 % of 24 shifts, 1 uncovered, 0 partial, 5 study gaps');
    expect(stdout).toContain('1 error, 3 warnings (3 accepted), 2 notes.');
    expect(await schedcu.json(['versions', 'show', second])).toMatchObject({
      version: { id: second },
      coverage: { gaps: 5 },
    });
  });

  it('coverage is calculated and stored, whole or for some dates', async () => {
    const whole = CoverageDocument.parse(await schedcu.json(['coverage', '--version', second]));
    expect([whole.shiftInstances, whole.percentage, whole.queryCount]).toEqual([24, 95.83, 3]);
    const day = ['coverage', '--version', second, '--from', '2026-10-30', '--to', '2026-10-30'];
    expect(CoverageDocument.parse(await schedcu.json(day))).toMatchObject({
      shiftInstances: 6,
      uncovered: 1,
    });
    expect((await schedcu(day)).stdout).toContain('error   MANDATORY_UNCOVERED: ON2 is vacant');
    expect((await schedcu([...day.slice(0, 4), '2026-10-31', '--to', '2026-10-30'])).stderr).toContain(
      'cannot end',
    );
  });

  it('copied, compared, archived', async () => {
    const copy = (await schedcu.json(['versions', 'copy', first]))['version'] as { id: string };
    const same = await schedcu(['versions', 'diff', first, copy.id]);
    expect(same.stdout).toBe(
      '2026-10-29 to 2026-11-01: 0 shifts and 0 assignments differ.\nNo study changes its reader.',
    );
    expect((await schedcu(change('assign', 'ON2', 'petra', '--version', copy.id))).status).toBe(0);
    const { stdout } = await schedcu(['versions', 'diff', first, copy.id]);
    expect(stdout).toContain('0 shifts and 1 assignments differ.');
    expect(stdout).toMatch(/covered +ASH CT Neuro +2026-10-31 01:00 +08:00 +POSITION_EMPTY +Farthing, Petra/);
    const diff = await schedcu.json(['versions', 'diff', first, copy.id]);
    expect(diff).toMatchObject({
      before: first,
      after: copy.id,
      coverage: [{ from: '2026-10-31T01:00:00-04:00' }],
    });
    const archived = await schedcu(['versions', 'archive', second]);
    expect(archived.stdout).toBe(
      `Version ${second} is archived. Without a schedule now: 2026-10-29 to 2026-11-01.`,
    );
    expect((await schedcu(['who', '--department', 'ASH'])).status).toBe(3);
    expect((await schedcu(['versions', 'promote', copy.id, '--override', 'rollback'])).status).toBe(0);
  });
});

describe('changes by hand', () => {
  it('assign: dry first, then a part of the hours, with what it covers and uncovers', async () => {
    const part = change('assign', 'ON1', 'marit', '--from', '04:00', '--to', '08:00');
    const dry = await schedcu([...part, '--dry-run']);
    expect(dry.stdout).toMatch(/^Nothing was changed \(dry run\)/);
    const document = await schedcu.json(part);
    expect(document).toMatchObject({ dryRun: false, newlyUncovered: [], newlyCovered: [] });
    expect(document['changes']).toEqual([
      expect.objectContaining({
        label: 'ASH CT Body',
        from: '2026-10-31T04:00:00-04:00',
        to: '2026-10-31T08:00:00-04:00',
      }),
      expect.objectContaining({ label: 'BROOK US' }),
    ]);
  });

  it('unassign: the hole it makes is told', async () => {
    const { stdout, status } = await schedcu(change('unassign', 'MidC', 'petra'));
    expect(status).toBe(0);
    expect(stdout).toContain('1 newly without a reader');
    expect(stdout).toMatch(/HOLE +ASH CT Neuro +2026-10-30 18:00 +00:00 +Farthing, Petra +POSITION_EMPTY/);
  });

  it('swap: both shifts change hands', async () => {
    const { stdout, status } = await schedcu(change('swap', 'MidL', 'petra', '--with-shift', 'ON2'));
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'Changed:']);
    expect(stdout).toContain('  + 2026-10-30 MidL 18:00-00:00: Farthing, Petra');
    expect(stdout).toContain('  + 2026-10-30 ON2: Ashgrove, Marit');
  });

  it('are listed with who, when and why, and taken back', async () => {
    const made = await schedcu.json(change('assign', 'MidC', 'marit', '--reason', 'Petra is ill'));
    const { changes } = await schedcu.json(['changes', 'list', '--department', 'ASH']);
    expect((changes as unknown[])[0]).toMatchObject({ shiftType: 'MidC', reason: 'Petra is ill' });
    const { stdout } = await schedcu(['changes', 'list', '--department', 'ASH']);
    expect(stdout).toMatch(/MidC +whole +Ashgrove, Marit .* Petra is ill/);
    const [{ id = '' } = {}] = made['added'] as { id?: string }[];
    const takeBack = ['changes', 'take-back', id, '--department', 'ASH', '--reason', 'she came'];
    expect((await schedcu([...takeBack, '--dry-run'])).stdout).toMatch(/^Nothing was changed/);
    const back = await schedcu(takeBack);
    expect([back.status, back.stdout]).toEqual([0, expect.stringContaining('+ 2026-10-30 MidC')]);
    const again = await schedcu(takeBack);
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('no change by hand')]);
    expect((await schedcu(['changes', 'take-back', 'x', ...takeBack.slice(3)])).status).toBe(2);
  });

  it.each([
    ['half a part', change('assign', 'ON1', 'marit', '--from', '04:00'), 2, '--from and --to, both'],
    ['no such shift', change('assign', 'ON9', 'marit'), 2, '"ON9" is no shift type'],
    [
      'no such time',
      change('assign', 'ON1', 'marit', '--from', '25:00', '--to', '26:00'),
      2,
      '"25:00" is no time of day',
    ],
    ['a stranger', change('assign', 'ON1', 'nobody'), 2, 'See the list of people.'],
    [
      'in return on another date, of nothing',
      change('swap', 'ON1', 'noor', '--with-date', '2026-10-31'),
      2,
      '--with-shift',
    ],
    ['a shift that date has not', change('assign', 'Mid3', 'marit'), 2, 'has no shift Mid3'],
    ['whoever holds it already', change('assign', 'MidL', 'petra'), 3, 'already'],
    [
      'a date without a schedule',
      change('assign', 'ON1', 'marit').with(4, '2027-01-01'),
      3,
      'no schedule in force on 2027-01-01',
    ],
  ])('refused: %s', async (_, args, status, says) => {
    const outcome = await schedcu(args);
    expect([outcome.status, outcome.stderr]).toEqual([status, expect.stringContaining(says)]);
  });
});
