import { beforeEach, describe, expect, it } from 'vitest';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { Department } from '#src/domain/department.ts';
import type { RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ChangeResult } from '#src/services/change-outcome.ts';
import type { ChangeOrder } from '#src/services/change-service.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices } from '#test/support/services.ts';
import { rosterFile, rosterLine, rosterLines, WEEK } from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { db } = test.database;
let ward: Department;
let id: VersionId;
const MONDAY = '2026-04-06' as LocalDate;
const TUESDAY = '2026-04-07' as LocalDate;
/** ON1 of Tuesday is split; nobody is on MidC. */
const ROSTER = rosterFile(
  rosterLines(WEEK, {
    '2026-04-07 ON1': [
      rosterLine('2026-04-07', 'ON1', 'Grantham, Nora', '0100,0400'),
      rosterLine('2026-04-07', 'ON1', 'Hollis, Mei', '0400,0800'),
    ],
    '2026-04-07 MidC': [],
  }),
);
beforeEach(async () => {
  ward = await test.openDepartment();
  id = await test.produce(ward, { roster: ROSTER });
});

function change(over: Partial<ChangeOrder> & Pick<ChangeOrder, 'kind' | 'person'>): Promise<ChangeResult> {
  return test.changes.change({
    ...{ department: ward.code, date: MONDAY, shiftType: 'ON1', hours: null, inReturn: null },
    ...{ reason: 'by phone', versionId: null, dryRun: false, actor: test.actor },
    ...over,
    person: `${over.person}@ashby.test`,
  });
}
const takeBack = (
  made: ChangeResult,
  over: { dryRun?: boolean; department?: string; reason?: string } = {},
) =>
  test.changes.takeBack({
    ...{ department: ward.code, entryId: made.added[0]?.id as RosterEntryId, reason: 'not ill after all' },
    ...{ dryRun: false, actor: test.actor, ...over },
  });
/** The roster as it stands, with everything that it says and where it is from. */
const standing = () =>
  runSql(
    db,
    `select e.schedule_date, e.shift_type, p.name, e.start_time, e.end_time, e.source, e.scrape_batch_id, e.report, e.line, e.source_text,
       e.reason, e.created_at, e.created_by,
       (select count(*) from assignments a where a.roster_entry_id = e.id and a.deleted_at is null)::int as assigned,
       (select min(a.original_shift_type) from assignments a where a.roster_entry_id = e.id and a.deleted_at is null) as named
     from roster_entries e left join persons p on p.id = e.person_id
     where e.schedule_version_id = '${id}' and e.deleted_at is null order by 1, 2, 4`,
  );

describe('taking a change back', () => {
  it.each<[string, Parameters<typeof change>[0]]>([
    ['a sick call', { kind: 'assign', person: 'hollis' }],
    [
      'a part of the hours',
      { kind: 'assign', person: 'hollis', hours: { start: '02:00' as ClockTime, end: '04:00' as ClockTime } },
    ],
    ['one person in the place of several', { kind: 'assign', person: 'dunmore', date: TUESDAY }],
    ['a vacancy', { kind: 'unassign', person: 'grantham' }],
    [
      'a swap over two dates',
      { kind: 'swap', person: 'dunmore', inReturn: { date: TUESDAY, shiftType: 'ON2' } },
    ],
    ['somebody on an open shift', { kind: 'assign', person: 'dunmore', date: TUESDAY, shiftType: 'MidC' }],
  ])('%s: the roster is as it was, row by row', async (_, order) => {
    const before = await standing();
    const made = await change(order);
    expect(await standing()).not.toEqual(before);
    const dry = await takeBack(made, { dryRun: true });
    expect(await standing()).not.toEqual(before);
    const back = await takeBack(made);
    expect(back.changes).toEqual(dry.changes);
    expect(await standing()).toEqual(before);
    await expect(takeBack(made)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says which studies change reader, and where the positions are re-cut back', async () => {
    const made = await change({ kind: 'assign', person: 'brightwater', shiftType: 'ON2' });
    const back = await takeBack(made, { dryRun: true });
    expect(back.changes.map(({ label, before, after }) => `${label} ${before.name} > ${after.name}`)).toEqual(
      made.changes.map(({ label, before, after }) => `${label} ${after.name} > ${before.name}`),
    );
    expect(made.recuts).toMatchObject([{ before: 'NEURO', after: 'BODY' }]);
    expect(back.recuts).toMatchObject([{ before: 'BODY', after: 'NEURO' }]);
  });

  it('of two changes of a shift the later goes first, then the earlier', async () => {
    const before = await standing();
    const first = await change({
      kind: 'assign',
      person: 'hollis',
      hours: { start: '01:00' as ClockTime, end: '04:00' as ClockTime },
    });
    const between = await standing();
    const second = await change({
      kind: 'assign',
      person: 'eskildsen',
      hours: { start: '04:00' as ClockTime, end: '08:00' as ClockTime },
    });
    const entryId = (await test.versionContent.listHandMade({ hospitalId: ward.id }, {})).items.find(
      ({ person }) => person?.name === 'Mei Hollis',
    )?.id as RosterEntryId;
    const backOf = (entry: RosterEntryId) =>
      test.changes.takeBack({
        department: ward.code,
        entryId: entry,
        reason: 'no',
        dryRun: false,
        actor: test.actor,
      });
    await expect(backOf(entryId)).rejects.toMatchObject({ code: 'CONFLICT' });
    await takeBack(second);
    expect(await standing()).toEqual(between);
    const restored = (await test.versionContent.listHandMade({ hospitalId: ward.id }, {})).items[0];
    await backOf(restored?.id as RosterEntryId);
    expect(await standing()).toEqual(before);
    expect(first.added).toHaveLength(2);
  });

  it('is audited with its reason', async () => {
    await takeBack(await change({ kind: 'assign', person: 'hollis' }));
    const rows = await runSql(
      db,
      `select action, new_values::jsonb ->> 'reason' as reason from audit_logs where resource = 'schedule_version:${id}' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ action: 'SHIFT_CHANGE_TAKEN_BACK', reason: 'not ill after all' }]);
  });

  it('refuses what came with a copy, an archived version, no reason, and another department', async () => {
    const made = await change({ kind: 'assign', person: 'hollis' });
    await expect(takeBack(made, { reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const other = await test.openDepartment();
    await expect(takeBack(made, { department: other.code })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const copy = await test.versions.copy(id, test.actor);
    const [copied] = (await test.versionContent.listHandMade({ hospitalId: ward.id, versionId: copy.id }, {}))
      .items;
    const order = { department: ward.code, entryId: copied?.id as RosterEntryId, reason: 'no', dryRun: true };
    await expect(test.changes.takeBack({ ...order, actor: test.actor })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await test.versions.archive(id, test.actor);
    await expect(takeBack(made)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
