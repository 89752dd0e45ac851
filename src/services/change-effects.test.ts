import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#src/domain/local-date.ts';
import { listAssignments } from '#src/repositories/assignments.ts';
import {
  changed,
  clock,
  hours,
  last,
  provideHandChanges,
  SPLIT_ROSTER,
  words,
} from '#test/support/hand-changes.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { WEEK } from '#test/support/small-schedule.ts';

const { assigned, change, given, order, test } = await provideHandChanges();
const { db } = test.database;

describe('swapping', () => {
  it('two people of a night change places', async () => {
    const result = await change('swap', '2026-04-06', 'ON1', 'dunmore');
    expect([words(result.removed), words(result.added)]).toEqual([
      ['ON1 Grantham 01:00-08:00', 'ON2 Dunmore 01:00-08:00'],
      ['ON1 Dunmore 01:00-08:00', 'ON2 Grantham 01:00-08:00'],
    ]);
    expect(changed(result)).toEqual([
      'CT Body 01:00-08:00 Grantham → Dunmore changed',
      'CT Neuro 01:00-08:00 Dunmore → Grantham changed',
      'US 01:00-08:00 Grantham → Dunmore changed',
    ]);
    expect([await assigned('2026-04-06', 'ON1'), await assigned('2026-04-06', 'ON2')]).toEqual([
      ['Dunmore OVERRIDE -'],
      ['Grantham OVERRIDE -'],
    ]);
  });

  it('over two dates gives the shift that is named in return', async () => {
    const inReturn = { date: '2026-04-10' as LocalDate, shiftType: 'ON2' as const };
    const result = await change('swap', '2026-04-06', 'ON1', 'dunmore', { inReturn });
    expect(result.added.map((e) => `${e.date} ${e.shiftType} ${last(e.person)}`)).toEqual([
      '2026-04-06 ON1 Dunmore',
      '2026-04-10 ON2 Grantham',
    ]);
    expect(await assigned('2026-04-06', 'ON2')).toEqual(['Dunmore AMION ON2']);
  });

  it('for some hours leaves the rest to each', async () => {
    const result = await change('swap', '2026-04-06', 'ON1', 'dunmore', { hours: hours('02:00-04:00') });
    expect(words(result.added)).toEqual([
      ...['ON1 Dunmore 02:00-04:00', 'ON1 Grantham 01:00-02:00', 'ON1 Grantham 04:00-08:00'],
      ...['ON2 Dunmore 01:00-02:00', 'ON2 Dunmore 04:00-08:00', 'ON2 Grantham 02:00-04:00'],
    ]);
    expect(changed(result)).toEqual([
      'CT Body 02:00-04:00 Grantham → Dunmore changed',
      'CT Neuro 02:00-04:00 Dunmore → Grantham changed',
      'US 02:00-04:00 Grantham → Dunmore changed',
    ]);
  });

  it('for some hours of a split shift is with whoever holds those', async () => {
    const result = await change('swap', '2026-04-07', 'ON1', 'dunmore', { hours: hours('01:00-03:00') });
    expect(words(result.added)).toEqual([
      'ON1 Dunmore 01:00-03:00',
      'ON1 Grantham 03:00-04:00',
      'ON2 Dunmore 03:00-08:00',
      'ON2 Grantham 01:00-03:00',
    ]);
  });

  it.each<[string, Parameters<typeof order>, RegExp]>([
    [
      'hours that several hold',
      ['swap', '2026-04-07', 'ON1', 'dunmore', { hours: hours('03:00-05:00') }],
      /held by several people/,
    ],
    [
      'hours that are not in the shift given in return',
      ['swap', '2026-04-06', 'MidC', 'dunmore', { hours: hours('18:00-20:00') }],
      /holds no hours of ON2/,
    ],
    ['a shift that several hold', ['swap', '2026-04-07', 'ON1', 'dunmore'], /held by several people/],
    ['a shift that nobody holds', ['swap', '2026-04-08', 'ON2', 'grantham'], /held by nobody/],
    [
      'with somebody who has nothing to give',
      ['swap', '2026-04-06', 'ON1', 'quennell'],
      /holds no shift on 2026-04-06/,
    ],
  ])('%s is a CONFLICT that says what to do instead', async (_, of, says) => {
    await expect(change(...of)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(says),
    });
  });

  it('with somebody who holds two shifts asks which one', async () => {
    await change('assign', '2026-04-06', 'MidL', 'dunmore');
    await expect(change('swap', '2026-04-06', 'ON1', 'dunmore')).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('say which one'),
    });
    await change('swap', '2026-04-06', 'ON1', 'dunmore', {
      inReturn: { date: '2026-04-06' as LocalDate, shiftType: 'MidL' },
    });
    expect(await assigned('2026-04-06', 'MidL')).toEqual(['Grantham OVERRIDE -']);
  });

  it('with a date on which another version is in force is a CONFLICT', async () => {
    await test.produce(given.ward, { from: '2026-04-10', to: '2026-04-12' });
    const inReturn = { date: '2026-04-10' as LocalDate, shiftType: 'ON2' as const };
    await expect(change('swap', '2026-04-06', 'ON1', 'dunmore', { inReturn })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('a change', () => {
  it.each<Parameters<typeof order>>([
    ['assign', '2026-04-06', 'ON1', 'brightwater'],
    ['assign', '2026-04-07', 'ON1', 'hollis', { hours: hours('03:00-06:00') }],
    ['unassign', '2026-04-07', 'ON1', 'grantham'],
    ['swap', '2026-04-06', 'MidC', 'hollis'],
  ])('%s %s %s %s: what it says of the studies is what is answered before and after', async (...of) => {
    const question = { department: given.ward.code, hospital: null, study: null, versionId: null };
    const { changes } = await change(of[0], of[1], of[2], of[3], { ...of[4], dryRun: true });
    expect(changes.length).toBeGreaterThan(0);
    const answer = async (study: string, at: number) => {
      const { answers } = await test.who.ask({ ...question, study, at: clock.present(at as never) });
      return answers.map(({ reader, cause }) => ({ name: reader?.name ?? null, cause }));
    };
    for (const { label, from, to, before } of changes) {
      for (const at of [from, to - 1]) expect(await answer(label, at)).toEqual([before]);
    }
    await change(...of);
    for (const { label, from, to, after } of changes) {
      for (const at of [from, to - 1]) expect(await answer(label, at)).toEqual([after]);
    }
  });

  it('tried out changes nothing and leaves no trace', async () => {
    const state = async () => [
      await runSql(db, 'select count(*) from roster_entries'),
      await runSql(db, 'select count(*) from audit_logs'),
      await listAssignments(db, given.id),
    ];
    const before = await state();
    const tried = await change('assign', '2026-04-06', 'ON1', 'hollis', { dryRun: true });
    expect(tried.dryRun).toBe(true);
    expect(await state()).toEqual(before);
    const { dryRun: _, ...real } = await change('assign', '2026-04-06', 'ON1', 'hollis');
    expect(tried).toMatchObject({ ...real, added: real.added.map((entry) => ({ ...entry, id: null })) });
  });

  it('deletes softly, and keeps the reason with the new entry', async () => {
    await change('assign', '2026-04-06', 'ON1', 'hollis');
    const rows = await runSql(
      db,
      `select p.email, e.source, e.reason, e.deleted_at is not null as gone, e.deleted_by from roster_entries e join persons p on p.id = e.person_id
      where e.schedule_version_id = '${given.id}' and e.schedule_date = '2026-04-06' and e.shift_type = 'ON1' order by e.id`,
    );
    expect(rows).toEqual([
      {
        email: 'grantham@ashby.test',
        source: 'AMION',
        reason: null,
        gone: true,
        deleted_by: test.actor.userId,
      },
      { email: 'hollis@ashby.test', source: 'OVERRIDE', reason: 'by phone', gone: false, deleted_by: null },
    ]);
    const gone = await runSql(
      db,
      `select count(*)::int as n from assignments a join shift_instances i on i.id = a.shift_instance_id where i.schedule_version_id = '${given.id}' and a.deleted_at is not null`,
    );
    expect(gone).toEqual([{ n: 2 }]);
  });

  it('is audited: who, what, why, before and after', async () => {
    await change('assign', '2026-04-06', 'ON1', 'hollis');
    await change('unassign', '2026-04-06', 'ON1', 'hollis');
    await change('swap', '2026-04-09', 'ON1', 'dunmore');
    const { items } = await test.audit.list({ resource: `schedule_version:${given.id}` }, { limit: 3 });
    expect(items.map((entry) => entry.action)).toEqual([
      'SHIFT_SWAPPED',
      'SHIFT_UNASSIGNED',
      'SHIFT_ASSIGNED',
    ]);
    expect(items[2]).toMatchObject({
      userId: test.actor.userId,
      hospitalId: given.ward.id,
      oldValues: [
        { date: '2026-04-06', shiftType: 'ON1', person: 'Nora Grantham', start: '01:00', end: '08:00' },
      ],
      newValues: { reason: 'by phone', entries: [{ person: 'Mei Hollis' }], studiesChanged: 2 },
    });
  });

  it('in a STAGING version is MANUAL, and production stays as it is', async () => {
    const versionId = await test.stage(given.ward, { roster: SPLIT_ROSTER });
    await change('assign', '2026-04-06', 'ON1', 'hollis', { versionId });
    expect(await assigned('2026-04-06', 'ON1', versionId)).toEqual(['Hollis MANUAL -']);
    expect(await assigned('2026-04-06', 'ON1')).toEqual(['Grantham AMION ON1']);
  });

  it('in an archived version is a CONFLICT; outside its dates BAD_REQUEST; in one of another department NOT_FOUND', async () => {
    const archived = await test.versions.createVersion(given.ward.code, WEEK.from, WEEK.to, test.actor);
    await test.versions.archive(archived.id, test.actor);
    await expect(
      change('assign', '2026-04-06', 'ON1', 'hollis', { versionId: archived.id }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(
      change('assign', '2026-04-20', 'ON1', 'hollis', { versionId: given.id }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const other = await test.stage(await test.openDepartment());
    await expect(change('assign', '2026-04-06', 'ON1', 'hollis', { versionId: other })).rejects.toMatchObject(
      { code: 'NOT_FOUND' },
    );
  });

  it('at the same moment as another of the same shift waits for it: one of the two holds the shift', async () => {
    const ends = await Promise.allSettled([
      change('assign', '2026-04-06', 'ON1', 'hollis'),
      change('assign', '2026-04-06', 'ON1', 'eskildsen'),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await assigned('2026-04-06', 'ON1')).toHaveLength(1);
  });
});
