import { describe, expect, it } from 'vitest';
import { zoneClock } from '#src/domain/zone-clock.ts';
import type { WhoQuestion } from '#src/services/who-service.ts';
import { openTestServices } from '#test/support/services.ts';
import {
  matrixFile,
  rosterFile,
  rosterLine,
  rosterLines,
  SHEETS,
  WEEK,
} from '#test/support/small-schedule.ts';

const test = await openTestServices();
const ward = await test.openDepartment();
/** Two weeks of two versions, the second with Quennell on ON1; around them nothing is in force. */
const first = await test.produce(ward);
const NEXT = { from: '2026-04-13', to: '2026-04-19' };
const nextLines = rosterLines(NEXT).map((line) => line.replace('Grantham, Nora', 'Brightwater, Silas'));
await test.produce(ward, { ...NEXT, roster: rosterFile(nextLines) });

const clock = zoneClock('America/New_York');
const ask = (at: string | null, over: Partial<WhoQuestion> = {}) =>
  test.who.ask({ department: ward.code, at, hospital: null, study: null, versionId: null, ...over });
/** `Ashby CT Neuro Dunmore until 08:00 then NO_WINDOW`. */
const said = async (at: string, over: Partial<WhoQuestion> = {}): Promise<string[]> =>
  (await ask(at, over)).answers.map(({ hospital, study, reader, cause, until, next }) =>
    [
      hospital,
      study,
      reader?.name.split(' ').at(-1) ?? cause,
      'until',
      until === null ? '-' : clock.timeAt(until),
      'then',
      next ? (next.name?.split(' ').at(-1) ?? next.cause) : '-',
    ].join(' '),
  );

describe('who reads what', () => {
  it.each([
    [
      'at night',
      '2026-04-07T02:30',
      [
        'Ashby CT Neuro Dunmore until 08:00 then NO_WINDOW',
        'Ashby CT Body Grantham until 08:00 then NO_WINDOW',
        'Brook US Grantham until 08:00 then NO_WINDOW',
      ],
    ],
    [
      'in the evening',
      '2026-04-07 18:00',
      [
        'Ashby CT Neuro Eskildsen until 00:00 then NO_WINDOW',
        'Ashby CT Body Hollis until 00:00 then NO_WINDOW',
        'Brook US Hollis until 00:00 then NO_WINDOW',
      ],
    ],
    [
      'with an offset',
      '2026-04-07T06:30:00Z',
      [
        'Ashby CT Neuro Dunmore until 08:00 then NO_WINDOW',
        'Ashby CT Body Grantham until 08:00 then NO_WINDOW',
        'Brook US Grantham until 08:00 then NO_WINDOW',
      ],
    ],
    ['by day, where no window is', '2026-04-07T12:00', []],
  ])('%s', async (_, at, expected) => expect(await said(at)).toEqual(expected));

  it('now, where no instant is named', async () => {
    test.clock.now = '2026-04-07T06:30:59.5Z';
    expect((await ask(null)).answers.map(({ at }) => clock.present(at))).toEqual(
      Array(3).fill('2026-04-07T02:30:00-04:00'),
    );
    test.clock.now = '2026-04-08T12:00:00Z';
  });

  it('says why, from both documents, and how old the roster is', async () => {
    const { answers, asOf, versionId, department } = await ask('2026-04-07T02:30', { study: 'CT Neuro' });
    expect({ asOf, versionId, code: department.code }).toEqual({
      asOf: '2026-03-28T23:06:00.000Z',
      versionId: first,
      code: ward.code,
    });
    expect(answers).toMatchObject([
      {
        reader: { name: 'Otis Dunmore', email: 'dunmore@ashby.test', phone: '555-0102', pager: '5550102' },
        because: {
          scheduleDate: '2026-04-06',
          window: '01:00-08:00',
          scenario: 'NEURO',
          position: 'ON2',
          shiftType: 'ON2',
          rule: { file: 'matrix.ods', sheet: 'ON Neuro 1 am - 8 am', cell: 'C2' },
          assignment: {
            source: 'AMION',
            report: 'roster.csv',
            line: 10,
            text: rosterLine('2026-04-06', 'ON2', 'Dunmore, Otis'),
          },
        },
      },
    ]);
  });

  it.each([
    ['by study', { study: 'ct neuro' }, ['Ashby CT Neuro Dunmore']],
    ['by study with the modality behind', { study: 'Neuro CT' }, ['Ashby CT Neuro Dunmore']],
    ['by study with its hospital before it', { study: 'ashby CT Body' }, ['Ashby CT Body Grantham']],
    ['by hospital', { hospital: 'brook' }, ['Brook US Grantham']],
    ['by both', { hospital: 'Ashby', study: 'CT Body' }, ['Ashby CT Body Grantham']],
  ])('asked %s', async (_, over, expected) => {
    expect((await said('2026-04-07T02:30', over)).map((text) => text.replace(/ until.*/, ''))).toEqual(
      expected,
    );
  });

  it.each([
    ['no such hospital', { hospital: 'Nowhere' }],
    ['no such study', { study: 'MR Knee' }],
    ['the study at another hospital', { hospital: 'Brook', study: 'CT Neuro' }],
    ['a hospital, and another in the study', { hospital: 'Brook', study: 'Ashby CT Neuro' }],
    ['no such department', { department: 'Nowhere' }],
  ])('%s is BAD_REQUEST, and names what there is', async (_, over) => {
    await expect(ask('2026-04-07T02:30', over)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringMatching(/(It knows|Known are) /),
    });
  });

  it.each([
    'yesterday',
    '2026-02-30T10:00',
    '2026-04-07T25:00',
    '',
    '2026-04-07T02:30-99:00',
    '+012026-04-07T02:30',
    '-000044-03-15T10:00Z',
    '+275760-09-13T00:00Z',
    '2026-04-07T02:30[Asia/Tokyo]',
    '2026-04-07T02:30-04:00[Asia/Tokyo]',
    '2026-04-07T02:30:00[u-ca=hebrew]',
    '2026-04-07T02:30:00-04:00[u-ca=hebrew]',
  ])('"%s" is no instant: BAD_REQUEST', async (at) => {
    await expect(ask(at)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('no instant'),
    });
  });

  it('takes the same small number of queries, however long the version is, and one when asked again', async () => {
    const counts: number[] = [];
    for (const to of ['2026-05-31', '2026-12-31']) {
      const department = await test.openDepartment();
      const span = { from: '2026-05-01', to };
      await test.produce(department, { ...span, roster: rosterFile(rosterLines(span), { title: '5-1-26' }) });
      const { who, queries } = test.counted();
      const question = { department: department.code, hospital: null, study: null, versionId: null };
      await who.ask({ ...question, at: '2026-05-15T02:30' });
      counts.push(queries.count());
      await who.ask({ ...question, at: '2026-05-16T19:00' });
      counts.push(queries.count());
    }
    expect(counts).toEqual([7, 8, 7, 8]);
  });
});

describe('a study that nobody lists at the instant, asked for by name', () => {
  it('is NO_WINDOW in hours without a window, with what comes next', async () => {
    expect(await said('2026-04-07T00:30', { study: 'CT Neuro' })).toEqual([
      'Ashby CT Neuro NO_WINDOW until 01:00 then Dunmore',
    ]);
    expect(await said('2026-04-07T12:00', { study: 'CT Neuro' })).toEqual([
      'Ashby CT Neuro NO_WINDOW until 18:00 then Eskildsen',
    ]);
  });

  it('is NOT_LISTED where another study is', async () => {
    const department = await test.openDepartment();
    const night = {
      ...SHEETS.NIGHT,
      rows: [
        [null, 'ON1'],
        ['Brook US', 'x'],
      ],
    };
    const id = await test.stage(department, { matrix: matrixFile([SHEETS.EVENING, night]) });
    expect(
      await said('2026-04-07T02:30', { department: department.code, versionId: id, study: 'CT Neuro' }),
    ).toEqual(['Ashby CT Neuro NOT_LISTED until 08:00 then NO_WINDOW']);
  });

  it('of a row without a mark is NO_RULE; of a vacant position POSITION_EMPTY; of a reader who may not SPECIALTY_MISMATCH', async () => {
    const department = await test.openDepartment();
    const night = {
      ...SHEETS.NIGHT,
      rows: [
        [null, 'ON1', 'ON2'],
        ['Ashby CT Neuro', null, 'x'],
        ['Ashby CT Body', 'x', null],
        ['Brook US', null, null],
      ],
    };
    const lines = rosterLines(WEEK, {
      '2026-04-06 ON1': [rosterLine('2026-04-06', 'ON1', '---')],
      '2026-04-06 ON2': [rosterLine('2026-04-06', 'ON2', 'Grantham, Nora')],
      '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Quennell, Ida')],
    });
    const versionId = await test.stage(department, {
      matrix: matrixFile([night]),
      roster: rosterFile(lines),
    });
    const causes = async (at: string) =>
      (await ask(at, { department: department.code, versionId })).answers.map(
        (a) => `${a.study} ${a.cause} ${a.because.person}`,
      );
    expect(await causes('2026-04-07T02:30')).toEqual([
      'CT Neuro null Nora Grantham',
      'CT Body POSITION_EMPTY null',
      'US NO_RULE null',
    ]);
    expect(await causes('2026-04-08T02:30')).toEqual([
      'CT Neuro null Otis Dunmore',
      'CT Body SPECIALTY_MISMATCH Ida Quennell',
      'US NO_RULE null',
    ]);
  });
});

describe('a body-only person on a night', () => {
  it('re-cuts the positions, also for an answer that was given another way before the specialty was corrected', async () => {
    expect(await said('2026-04-14T02:30')).toEqual([
      'Ashby CT Neuro Dunmore until 08:00 then NO_WINDOW',
      'Ashby CT Body Brightwater until 08:00 then NO_WINDOW',
      'Brook US Brightwater until 08:00 then NO_WINDOW',
    ]);
    const [neuro] = (await ask('2026-04-14T02:30', { study: 'CT Neuro' })).answers;
    expect(neuro?.because).toMatchObject({
      scenario: 'BODY',
      position: 'ON Neuro',
      shiftType: 'ON2',
      rule: { sheet: 'ON Body 1 am - 8 am' },
    });
  });
});
