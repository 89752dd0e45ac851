import { beforeEach } from 'vitest';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { Department } from '#src/domain/department.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import type { ChangeResult } from '#src/services/change-outcome.ts';
import type { ChangeOrder } from '#src/services/change-service.ts';
import { runSql } from './open-test-database.ts';
import { openTestServices, type TestServices } from './services.ts';
import { rosterFile, rosterLine, rosterLines, WEEK } from './small-schedule.ts';

/** ON1 of Tuesday is split, ON2 of Wednesday is vacant. */
export const SPLIT_ROSTER = rosterFile(
  rosterLines(WEEK, {
    '2026-04-07 ON1': [
      rosterLine('2026-04-07', 'ON1', 'Grantham, Nora', '0100,0400'),
      rosterLine('2026-04-07', 'ON1', 'Quennell, Ida', '0400,0500'),
      rosterLine('2026-04-07', 'ON1', 'Grantham, Nora', '0500,0800'),
    ],
    '2026-04-08 ON2': [rosterLine('2026-04-08', 'ON2', '---')],
  }),
);
export const clock = zoneClock('America/New_York');

export interface HandChanges {
  test: TestServices;
  /** The department of the present test, and its version in force. */
  given: { ward: Department; id: VersionId };
  order(
    kind: ChangeOrder['kind'],
    date: string,
    shiftType: ShiftType,
    person: string,
    over?: Partial<ChangeOrder>,
  ): ChangeOrder;
  change(...of: Parameters<HandChanges['order']>): Promise<ChangeResult>;
  /** Who holds a shift, by its assignments: of the version in force, or another. */
  assigned(date: string, shiftType: string, version?: VersionId): Promise<string[]>;
}

/** Called once at the top of a test file: before each test a week with `SPLIT_ROSTER` is put in force in a department of its own. */
export async function provideHandChanges(): Promise<HandChanges> {
  const test = await openTestServices();
  const { db } = test.database;
  const given = {} as HandChanges['given'];
  beforeEach(async () => {
    given.ward = await test.openDepartment();
    given.id = await test.produce(given.ward, { roster: SPLIT_ROSTER });
  });
  const order: HandChanges['order'] = (kind, date, shiftType, person, over = {}) => ({
    ...{ department: given.ward.code, hours: null, inReturn: null, reason: 'by phone', versionId: null },
    ...{ dryRun: false, actor: test.actor, kind, date: date as LocalDate, shiftType },
    person: `${person}@ashby.test`,
    ...over,
  });
  return {
    ...{ test, given, order },
    change: (...of) => test.changes.change(order(...of)),
    async assigned(date, shiftType, version = given.id) {
      const rows = await runSql(
        db,
        `select distinct p.name, a.source, a.original_shift_type as named from assignments a join shift_instances i on i.id = a.shift_instance_id join persons p on p.id = a.person_id
        where i.schedule_version_id = '${version}' and i.schedule_date = '${date}' and i.shift_type = '${shiftType}' and a.deleted_at is null order by 1`,
      );
      return (rows as { name: string; source: string; named: string | null }[])
        .map((row) => `${last(row.name)} ${row.source} ${row.named ?? '-'}`)
        .sort();
    },
  };
}

export const hours = (text: string) => ({
  ...{ start: text.slice(0, 5) as ClockTime, end: text.slice(6) as ClockTime },
});
export const last = (name: string | null): string => name?.split(' ').at(-1) ?? 'nobody';
/** `ON1 Grantham 01:00-08:00` */
export const words = (entries: ChangeResult['added']): string[] =>
  entries.map((e) => `${e.shiftType} ${last(e.person)}${e.start ? ` ${e.start}-${e.end}` : ''}`).sort();
export const changed = (result: ChangeResult): string[] =>
  result.changes.map(
    (c) =>
      `${c.study} ${clock.timeAt(c.from)}-${clock.timeAt(c.to)} ${c.before.name ? last(c.before.name) : c.before.cause} → ${c.after.name ? last(c.after.name) : c.after.cause} ${c.kind}`,
  );
