import { describe, expect, it } from 'vitest';
import { ashbyFiles, folderOf, PERIOD, rosterText, runArguments } from './ashby.ts';
import { commandLine } from './command-line.ts';
import { Coverage, codesOf, RunDocument } from './documents.ts';

const schedcu = await commandLine();
const file = ashbyFiles({
  'strangers.csv': rosterText({ on1: '"Nobody, Known",77,7' }),
  'holidays.txt': '2026-10-30\n',
});

const GAPS_OF_DX_BONE = [
  ['2026-10-29', '2026-10-29T18:00:00-04:00', '2026-10-30T00:00:00-04:00'],
  ['2026-10-30', '2026-10-30T18:00:00-04:00', '2026-10-31T00:00:00-04:00'],
  ['2026-10-31', '2026-10-31T18:00:00-04:00', '2026-11-01T00:00:00-04:00'],
  ['2026-11-01', '2026-11-01T18:00:00-05:00', '2026-11-02T00:00:00-05:00'],
].map(([scheduleDate, from, to]) => ({
  ...{
    scheduleDate,
    from,
    to,
    hospital: 'ASH',
    study: 'DX Bone',
    cause: 'NO_RULE',
    position: null,
    person: null,
  },
}));
const GAP_OF_ON2 = {
  ...{ scheduleDate: '2026-10-30', from: '2026-10-31T01:00:00-04:00', to: '2026-10-31T08:00:00-04:00' },
  ...{ hospital: 'ASH', study: 'CT Neuro', cause: 'POSITION_EMPTY', position: 'ON2', person: null },
};

describe('a run that goes well', () => {
  it('answers version, phases and coverage as worked out by hand', async () => {
    const document = RunDocument.parse(await schedcu.json(runArguments(file)));
    expect(document.version).toMatchObject({
      status: 'STAGING',
      department: 'ASH',
      from: '2026-10-29',
      to: '2026-11-01',
    });
    expect(document.phases.map(({ phase, state }) => [phase, state])).toEqual([
      ['ODS_IMPORT', 'COMPLETE'],
      ['AMION_IMPORT', 'COMPLETE'],
      ['COVERAGE', 'COMPLETE'],
    ]);
    expect(document.phases.map(({ accounting }) => accounting)).toEqual([
      { read: 9, accepted: 9, rejected: 0, ignored: 0, stored: 9 },
      { read: 16, accepted: 16, rejected: 0, ignored: 0, stored: 16 },
      null,
    ]);
    const { gaps, ...counts } = Coverage.parse(document.coverage);
    // 4 evenings of 6 hours and 4 studies, 4 nights of 7 hours and 3 studies; the night of the clock change has 8.
    expect(counts).toEqual({
      ...{ from: '2026-10-29', to: '2026-11-01', shiftInstances: 24, full: 23, partial: 0, uncovered: 1 },
      ...{ mismatched: 0, percentage: 95.83, studyHours: { required: 183, covered: 152 }, queryCount: 3 },
      byPosition: {
        ...{ MidC: { desired: 4, assigned: 4 }, MidL: { desired: 8, assigned: 8 } },
        ...{ ON1: { desired: 8, assigned: 8 }, ON2: { desired: 4, assigned: 3 } },
      },
    });
    expect(gaps).toHaveLength(5);
    expect(gaps).toEqual(
      expect.arrayContaining([...GAPS_OF_DX_BONE, GAP_OF_ON2].map((gap) => expect.objectContaining(gap))),
    );
    expect(codesOf(document, 'ERROR')).toEqual(['MANDATORY_UNCOVERED']);
    expect(codesOf(document, 'WARNING')).toEqual([
      'STUDY_WITHOUT_READER',
      'STUDY_MISSING_FROM_SHEET',
      'STUDY_MISSING_FROM_SHEET',
    ]);
  });

  it('tells a person the same, what is wrong, and what comes next', async () => {
    const { status, stdout, stderr } = await schedcu(runArguments(file));
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(
      'Coverage 2026-10-29 to 2026-11-01: 95.83 % of 24 shifts (23 full, 0 partial, 1 uncovered, 0 mismatched)',
    );
    expect(stdout).toContain('Study hours: 152.0 of 183.0 have a reader (83.06 %)');
    expect(stdout).toMatch(/NO_RULE +- +4 +24\.0 +2026-10-29, 2026-10-30, 2026-10-31, 2026-11-01/);
    expect(stdout).toContain(
      'ASH DX Bone stands on sheet "Mid 6 pm - 12 am" (A5) and is missing from 2 others',
    );
    expect(stdout).toContain('1 error, 3 warnings, 2 notes.');
    expect(stdout).toMatch(/schedcu versions promote \S+ --override "…"/);
  });

  it('fits a terminal of 80 columns and says there what it is doing', async () => {
    const { stdout, stderr } = await schedcu(runArguments(file), { columns: 80, drawsProgress: true });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stderr.split('\n')[0]).toBe('Matrix: reading matrix.ods …');
    expect(stderr).toContain('Coverage: calculating coverage …');
  });

  it('without any gap says so, and goes into force at once', async () => {
    const whole = folderOf({
      'whole.csv': 'date,shift type,start,end,hospital,study type\n2026-12-01,ON1,22:00,07:00,ASH,GENERAL\n',
    });
    const roster = folderOf({
      'on1.csv': rosterText()
        .split('\n')
        .slice(0, 1)
        .concat('"Quill, Noor",14,4,"ON1",205,5,12-1-26,2200,0700', '')
        .join('\n'),
    });
    const period = ['--from', '2026-12-01', '--to', '2026-12-01', '--promote'];
    const files = ['--matrix', whole('whole.csv'), '--amion', roster('on1.csv')];
    const { status, stdout } = await schedcu(['run', '--department', 'ASH', ...period, ...files]);
    expect(status).toBe(0);
    expect(stdout).toContain('No gaps.');
    expect(stdout).toContain('In force. Ask it: schedcu who --department ASH');
  });
});

describe('a run that does not', () => {
  it('matrix with an ERROR: FAILED, SKIPPED, SKIPPED, no version, status 2', async () => {
    const args = runArguments(file).map((arg) => (arg === file('matrix.ods') ? file('spoilt.ods') : arg));
    const document = RunDocument.parse(await schedcu.json(args, 2));
    expect([document.version, document.coverage]).toEqual([null, null]);
    expect(document.phases.map(({ state }) => state)).toEqual(['FAILED', 'SKIPPED', 'SKIPPED']);
    expect(document.phases[0]?.accounting).toMatchObject({ stored: 0 });
    expect(codesOf(document, 'ERROR')).toEqual(['UNKNOWN_HOSPITAL']);
    expect((await schedcu(args)).stdout).toContain('No version was made');
  });

  it('unknown person on the roster: the version stays without a roster, status 2', async () => {
    const document = RunDocument.parse(await schedcu.json(runArguments(file, 'strangers.csv'), 2));
    expect(document.version).toMatchObject({ status: 'STAGING' });
    expect(document.phases.map(({ state }) => state)).toEqual(['COMPLETE', 'FAILED', 'COMPLETE']);
    expect(codesOf(document, 'ERROR')).toContain('UNKNOWN_PEOPLE');
    expect(Coverage.parse(document.coverage)).toMatchObject({ full: 0, uncovered: 24 });
  });

  it('the same, partially: what is known is stored, and it says so', async () => {
    const document = RunDocument.parse(
      await schedcu.json([...runArguments(file, 'strangers.csv'), '--allow-partial']),
    );
    expect(document.phases[1]).toMatchObject({
      state: 'COMPLETE',
      accounting: { read: 16, accepted: 15, rejected: 1, stored: 15 },
    });
    expect(codesOf(document, 'WARNING')).toContain('PARTIAL_IMPORT');
  });

  it('people with an ERROR: nothing is begun, status 2', async () => {
    const bad = folderOf({ 'people.csv': 'name,email,specialty\nMarit,marit@ashby.test,knees\n' });
    const args = runArguments(file).map((arg) => (arg === file('people.csv') ? bad('people.csv') : arg));
    const document = RunDocument.parse(await schedcu.json(args, 2));
    expect(document.phases.map(({ state }) => state)).toEqual(['SKIPPED', 'SKIPPED', 'SKIPPED']);
    expect(codesOf(document, 'ERROR')).toEqual(['INVALID_SPECIALTY']);
  });

  it('promotion refused: the version stays STAGING, status 3', async () => {
    const document = RunDocument.parse(await schedcu.json([...runArguments(file), '--promote'], 3));
    expect(document.version).toMatchObject({ status: 'STAGING' });
    expect(document.refusal).toMatch(/^Not promoted: 1 error.* and 3 warnings that nobody has accepted/);
    expect((await schedcu([...runArguments(file), '--promote'])).stdout).toContain('Not promoted:');
  });

  it('holidays as dates or as a file; unknown hospitals made on demand', async () => {
    const matrix = folderOf({ 'new.ods': 'x' });
    for (const holidays of ['2026-10-30,2026-10-31', file('holidays.txt')]) {
      const { status } = await schedcu([...runArguments(file), '--holidays', holidays]);
      expect(status).toBe(0);
    }
    const args = [
      'run',
      '--department',
      'NEWTON',
      ...PERIOD,
      '--matrix',
      matrix('new.ods'),
      '--amion',
      file('roster.csv'),
    ];
    expect(await schedcu.json(args, 2)).toMatchObject({ error: { code: 'BAD_REQUEST' } });
    expect(
      codesOf(RunDocument.parse(await schedcu.json([...args, '--create-hospitals'], 2)), 'ERROR'),
    ).toEqual(['INVALID_FILE_TYPE']);
  });

  it.each([
    [
      'neither roster',
      ['--from', '2026-10-29', '--to', '2026-11-01'],
      'either --amion FILE… or --amion-feed',
    ],
    [
      'both rosters',
      ['--from', '2026-10-29', '--to', '2026-11-01', '--amion-feed', '--amion', 'x'],
      'either --amion FILE… or',
    ],
    [
      'the 30th of February',
      ['--from', '2026-02-30', '--to', '2026-11-01', '--amion', 'x'],
      '--from: "2026-02-30" is no date. Write it as 2026-04-18.',
    ],
    [
      'a date of another age',
      ['--from', '2026-12-01', '--to', '9999-12-31', '--amion', 'x'],
      '--to: "9999-12-31" is outside the dates of schedules. Write one from 1900-01-01 to 2999-12-31.',
    ],
    [
      'more than two years',
      ['--from', '2028-01-01', '--to', '2900-01-01', '--amion', 'x'],
      'has 318493 dates; 732 (two years) are the most. Let it end (to) on 2030-01-01 or before.',
    ],
    [
      'a holiday of another age',
      [
        ...['--from', '2026-11-01', '--to', '2026-11-01', '--amion'],
        file('roster.csv'),
        '--holidays',
        '0001-12-25',
      ],
      '--holidays: "0001-12-25" is outside the dates of schedules.',
    ],
    [
      'an end before the beginning',
      ['--from', '2026-11-02', '--to', '2026-11-01', '--amion', 'x'],
      'cannot end',
    ],
    [
      'an override of nothing',
      ['--from', '2026-11-01', '--to', '2026-11-01', '--amion', 'x', '--override', 'y'],
      'give --promote',
    ],
  ])('%s', async (_, args, says) => {
    const outcome = await schedcu(['run', '--department', 'ASH', '--matrix', file('matrix.ods'), ...args]);
    expect([outcome.status, outcome.stdout]).toEqual([2, '']);
    expect(outcome.stderr).toContain(says);
  });
});
