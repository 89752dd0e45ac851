import { describe, expect, it } from 'vitest';
import { newId } from '#src/outside/new-id.ts';
import { openTestServices } from '#test/support/services.ts';
import {
  matrixFile,
  rosterFile,
  rosterLine,
  rosterLines,
  SHEETS,
  textFile,
  WEEK,
} from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { diff } = test.versionDiff;

describe('the difference of two versions', () => {
  it('of the same schedule is none', async () => {
    const id = await test.stage(await test.openDepartment());
    const copy = await test.versions.copy(id, test.actor);
    expect(await diff(id, copy.id)).toEqual({
      before: id,
      after: copy.id,
      ...WEEK,
      timeZone: 'America/New_York',
      shifts: [],
      assignments: [],
      coverage: [],
    });
  });

  it('says which people changed, and which studies change reader, lose or gain one', async () => {
    const ward = await test.openDepartment();
    const lines = rosterLines(WEEK, {
      '2026-04-07 ON2': [rosterLine('2026-04-07', 'ON2', 'Quennell, Ida')],
      '2026-04-08 MidC': [],
      '2026-04-09 ON2': [rosterLine('2026-04-09', 'ON2', 'Dunmore, Otis', '0100,0700')],
    });
    const [before, after] = [await test.stage(ward), await test.stage(ward, { roster: rosterFile(lines) })];
    const there = await diff(before, after);
    expect(there.assignments).toEqual([
      {
        date: '2026-04-07',
        shiftType: 'ON2',
        kind: 'swapped',
        before: ['Otis Dunmore 01:00-08:00'],
        after: ['Ida Quennell 01:00-08:00'],
      },
      {
        date: '2026-04-08',
        shiftType: 'MidC',
        kind: 'gone',
        before: ['Tamsin Eskildsen 18:00-00:00'],
        after: [],
      },
      {
        date: '2026-04-09',
        shiftType: 'ON2',
        kind: 'hours',
        before: ['Otis Dunmore 01:00-08:00'],
        after: ['Otis Dunmore 01:00-07:00'],
      },
    ]);
    expect(
      there.coverage.map(
        (c) => `${c.scheduleDate} ${c.label} ${c.before.name} ${c.after.name ?? c.after.cause} ${c.kind}`,
      ),
    ).toEqual([
      '2026-04-07 Ashby CT Neuro Otis Dunmore Ida Quennell changed',
      '2026-04-08 Ashby CT Neuro Tamsin Eskildsen POSITION_EMPTY uncovered',
    ]);
    const back = await diff(after, before);
    expect(back.assignments.map(({ kind }) => kind)).toEqual(['swapped', 'new', 'hours']);
    expect(back.coverage.map(({ kind }) => kind)).toEqual(['changed', 'covered']);
  });

  it('says which shifts only one of them asks for', async () => {
    const ward = await test.openDepartment();
    const night = {
      ...SHEETS.NIGHT,
      rows: [
        [null, 'ON1', 'ON2'],
        ['Ashby CT Neuro', null, 'x'],
        ['Ashby CT Body', 'x', null],
      ],
    };
    const [before, after] = [
      await test.stage(ward),
      await test.stage(ward, { matrix: matrixFile([SHEETS.EVENING, night, SHEETS.BODY_NIGHT]) }),
    ];
    const { shifts, assignments } = await diff(before, after);
    expect(shifts).toHaveLength(7);
    expect(shifts[0]).toEqual({
      date: '2026-04-06',
      shiftType: 'ON1',
      removed: ['01:00-08:00 Brook GENERAL'],
      added: [],
    });
    expect(assignments).toEqual([]);
  });

  it('says how many readers a shift of a flat list asks for, and whether it must be covered', async () => {
    const ward = await test.openDepartment();
    const list = (row: string) =>
      textFile('list.csv', ['Date,Shift Type,Start,End,Hospital,Study Type,Coverage,Mandatory', row]);
    const before = await test.stage(ward, {
      matrix: list('2026-04-07,ON1,22:00,06:00,Ashby,BODY,1,yes'),
      roster: null,
    });
    const after = await test.stage(ward, {
      matrix: list('2026-04-07,ON1,22:00,06:00,Ashby,BODY,2,no'),
      roster: null,
    });
    expect((await diff(before, after)).shifts).toEqual([
      {
        date: '2026-04-07',
        shiftType: 'ON1',
        removed: ['22:00-06:00 Ashby BODY'],
        added: ['22:00-06:00 Ashby BODY ×2 optional'],
      },
    ]);
  });

  it('is made on the dates that both have', async () => {
    const ward = await test.openDepartment();
    const [before, after] = [
      await test.stage(ward),
      await test.stage(ward, { from: '2026-04-11', to: '2026-04-20', roster: null }),
    ];
    expect(await diff(before, after)).toMatchObject({ from: '2026-04-11', to: '2026-04-12' });
  });

  it('needs a date of one department in common, and both versions', async () => {
    const ward = await test.openDepartment();
    const [one, later] = [
      await test.stage(ward, { roster: null }),
      await test.stage(ward, { from: '2026-05-01', to: '2026-05-02', roster: null }),
    ];
    const other = await test.stage(await test.openDepartment(), { roster: null });
    await expect(diff(one, later)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(diff(one, other)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(diff(one, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
