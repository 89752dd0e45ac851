import { describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import { newId } from '#src/outside/new-id.ts';
import type { WhoQuestion } from '#src/services/who-service.ts';
import { openTestServices } from '#test/support/services.ts';
import {
  matrixFile,
  rosterFile,
  rosterLine,
  rosterLines,
  SHEETS,
  textFile,
} from '#test/support/small-schedule.ts';

const test = await openTestServices();
const ward = await test.openDepartment();
/** Two weeks of two versions, the second with Quennell on ON1; around them nothing is in force. */
const first = await test.produce(ward);
const NEXT = { from: '2026-04-13', to: '2026-04-19' };
const nextLines = rosterLines(NEXT).map((line) => line.replace('Grantham, Nora', 'Brightwater, Silas'));
const second = await test.produce(ward, { ...NEXT, roster: rosterFile(nextLines) });

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

describe('where two versions meet', () => {
  it.each<[string, string, VersionId, string, string]>([
    ['the last evening of the first', '2026-04-12T20:00', first, '2026-04-12', 'Eskildsen'],
    ['the night of its last date, on the day after', '2026-04-13T02:30', first, '2026-04-12', 'Dunmore'],
    ['the first evening of the next', '2026-04-13T20:00', second, '2026-04-13', 'Eskildsen'],
    ['the first night of the next', '2026-04-14T02:30', second, '2026-04-13', 'Dunmore'],
  ])('%s is answered by the version of its schedule date', async (_, at, versionId, scheduleDate, reader) => {
    const result = await ask(at, { study: 'CT Neuro' });
    expect(result.versionId).toBe(versionId);
    expect(result.answers).toMatchObject([
      { reader: { name: expect.stringContaining(reader) }, because: { scheduleDate } },
    ]);
  });

  it('an answer knows what comes next in the other', async () => {
    expect(await said('2026-04-13T10:00', { study: 'CT Body' })).toEqual([
      'Ashby CT Body NO_WINDOW until 18:00 then Hollis',
    ]);
    const [answer] = (await ask('2026-04-13T02:30', { study: 'CT Body' })).answers;
    expect(clock.present(answer?.until ?? (0 as never))).toBe('2026-04-13T08:00:00-04:00');
  });

  it.each([
    ['the night before the first evening', '2026-04-06T02:30'],
    ['the morning before it', '2026-04-06T07:59'],
    ['the evening after the last date', '2026-04-20T18:00'],
    ['years later', '2031-04-20T18:00'],
  ])('%s has no schedule in force', async (_, at) => {
    await expect(ask(at)).rejects.toMatchObject({ code: 'NO_SCHEDULE' });
    await expect(ask(at, { study: 'CT Neuro' })).rejects.toMatchObject({ code: 'NO_SCHEDULE' });
  });

  it('the last night is answered until its end, and then nobody knows', async () => {
    expect(await said('2026-04-20T07:30', { study: 'CT Neuro' })).toEqual([
      'Ashby CT Neuro Dunmore until 08:00 then NO_WINDOW',
    ]);
  });

  it('a day shift that begins before the rollover hour belongs to its own date, the first one too', async () => {
    const department = await test.openDepartment();
    const day = {
      name: 'Day 7 am - 5 pm',
      rows: [
        [null, 'Day'],
        ['Ashby US', 'x'],
      ],
    };
    const lines = rosterLines().map((line) =>
      line.replace('"MidC"', '"Day"').replace('1800,0000', '0700,1700'),
    );
    const id = await test.produce(department, { matrix: matrixFile([day]), roster: rosterFile(lines) });
    const { versionId, answers } = await ask('2026-04-06T07:30', { department: department.code });
    expect(versionId).toBe(id);
    expect(answers).toMatchObject([
      { reader: { name: 'Tamsin Eskildsen' }, because: { scheduleDate: '2026-04-06' } },
    ]);
    await expect(ask('2026-04-06T06:30', { department: department.code })).rejects.toMatchObject({
      code: 'NO_SCHEDULE',
    });
  });

  it('a night that ends after the rollover hour is read to its end, the last one too', async () => {
    const department = await test.openDepartment();
    const night = { ...SHEETS.NIGHT, name: 'ON 1 am - 9 am' };
    const id = await test.produce(department, { matrix: matrixFile([night]) });
    const { versionId, answers } = await ask('2026-04-13T08:30', {
      department: department.code,
      study: 'CT Neuro',
    });
    expect(versionId).toBe(id);
    expect(answers).toMatchObject([
      { reader: { name: 'Otis Dunmore' }, because: { scheduleDate: '2026-04-12' } },
    ]);
    await expect(ask('2026-04-13T09:30', { department: department.code })).rejects.toMatchObject({
      code: 'NO_SCHEDULE',
    });
  });
});

describe('another version than the one in force', () => {
  it('answers for its own dates, whatever is in force', async () => {
    const lines = rosterLines().map((line) => line.replace('Dunmore, Otis', 'Quennell, Ida'));
    const versionId = await test.stage(ward, { roster: rosterFile(lines) });
    expect(await said('2026-04-07T02:30', { versionId, study: 'CT Neuro' })).toEqual([
      'Ashby CT Neuro Quennell until 08:00 then NO_WINDOW',
    ]);
    await expect(ask('2026-04-14T02:30', { versionId })).rejects.toMatchObject({ code: 'NO_SCHEDULE' });
  });

  it('must be one of the department', async () => {
    const other = await test.stage(await test.openDepartment());
    for (const versionId of [other, newId<VersionId>()]) {
      await expect(ask('2026-04-07T02:30', { versionId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('without a roster has no age, and nobody reads', async () => {
    const versionId = await test.stage(ward, { roster: null });
    const result = await ask('2026-04-07T02:30', { versionId });
    expect(result.asOf).toBeNull();
    expect(result.answers.every(({ reader, cause }) => reader === null && cause === 'POSITION_EMPTY')).toBe(
      true,
    );
  });

  it('with a flat list is asked by study type, or by any label of it', async () => {
    const list = textFile('list.csv', [
      'Date,Shift Type,Start,End,Hospital,Study Type',
      '2026-04-07,ON1,22:00,06:00,Ashby,BODY',
      '2026-04-07,ON2,22:00,06:00,Ashby,NEURO',
    ]);
    const lines = [
      rosterLine('2026-04-07', 'ON1', 'Grantham, Nora', '2200,0600'),
      rosterLine('2026-04-07', 'ON2', 'Dunmore, Otis', '2200,0600'),
    ];
    const versionId = await test.stage(ward, { matrix: list, roster: rosterFile(lines) });
    for (const study of ['body', 'CT Chest', 'Ashby CT Body', 'Ashby BODY']) {
      expect(await said('2026-04-07T23:00', { versionId, study })).toEqual([
        'Ashby BODY Grantham until 06:00 then NO_WINDOW',
      ]);
    }
    expect(await said('2026-04-08T02:00', { versionId })).toEqual([
      'Ashby BODY Grantham until 06:00 then NO_WINDOW',
      'Ashby NEURO Dunmore until 06:00 then NO_WINDOW',
    ]);
  });
});

describe('the nights on which the clocks change', async () => {
  const department = await test.openDepartment();
  const span = { from: '2026-10-26', to: '2026-11-08' };
  await test.produce(department, { ...span, roster: rosterFile(rosterLines(span), { title: '10-26-26' }) });
  const spring = { from: '2026-03-02', to: '2026-03-15' };
  await test.produce(department, { ...spring, roster: rosterFile(rosterLines(spring), { title: '3-1-26' }) });
  const over = { department: department.code, study: 'CT Neuro' };

  it('a local time that occurs twice is answered for both instants', async () => {
    const { answers } = await ask('2026-11-01T01:30', over);
    expect(answers.map(({ at }) => clock.present(at))).toEqual([
      '2026-11-01T01:30:00-04:00',
      '2026-11-01T01:30:00-05:00',
    ]);
    expect(answers.map(({ reader }) => reader?.name)).toEqual(['Otis Dunmore', 'Otis Dunmore']);
    expect((await ask('2026-11-01T01:30-05:00', over)).answers).toHaveLength(1);
  });

  it('a local time that does not exist is BAD_REQUEST', async () => {
    await expect(ask('2026-03-08T02:30', over)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('does not exist'),
    });
    expect((await ask('2026-03-08T03:30', over)).answers).toMatchObject([
      { reader: { name: 'Otis Dunmore' }, because: { scheduleDate: '2026-03-07' as LocalDate } },
    ]);
  });
});
