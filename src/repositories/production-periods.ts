import { sql } from 'kysely';
import type { HospitalId, UserId, VersionId } from '#src/domain/ids.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import type { ProductionPeriod } from '#src/domain/schedule-version.ts';
import type { Db } from './database.ts';

/** The period that is in force on a schedule date, or null. */
export async function findProductionPeriod(
  db: Db,
  hospitalId: HospitalId,
  date: LocalDate,
): Promise<ProductionPeriod | null> {
  const [period] = await listProductionPeriods(db, hospitalId, { from: date, to: date });
  return period ?? null;
}

/** The periods of a department with a date of `span` (both included; all without it), by date. */
export async function listProductionPeriods(
  db: Db,
  hospitalId: HospitalId,
  span?: { from: LocalDate; to: LocalDate },
): Promise<ProductionPeriod[]> {
  let query = db
    .selectFrom('production_periods')
    .select(columns)
    .where('hospital_id', '=', hospitalId)
    .orderBy('period');
  if (span) query = query.where(sql<boolean>`period && ${dateRange(span)}`);
  return (await query.execute()).map(toPeriod);
}

/** Departments that have a schedule in force for a date from `since` on. */
export async function listDepartmentsInForce(db: Db, since: LocalDate): Promise<HospitalId[]> {
  const rows = await db
    .selectFrom('production_periods')
    .select('hospital_id')
    .distinct()
    .where(sql<boolean>`upper(period) > ${since}::date`)
    .execute();
  return rows.map((row) => row.hospital_id as HospitalId);
}

/** Whether a version in force of a department lists a study of a hospital, or asks for a shift there. */
export async function readsFor(db: Db, departmentId: HospitalId, hospitalId: HospitalId): Promise<boolean> {
  const { rows } = await sql<{ reads: boolean }>`
    select exists (
      select from production_periods p where p.hospital_id = ${departmentId} and (
        exists (select from coverage_rules r where r.schedule_version_id = p.schedule_version_id and r.hospital_id = ${hospitalId})
        or exists (select from shift_instances i where i.schedule_version_id = p.schedule_version_id and i.hospital_id = ${hospitalId})
      )
    ) as reads`.execute(db);
  return rows[0]?.reads === true;
}

/** What a promotion has done to the periods that stood before. */
export interface Replacement {
  /** Versions that have lost dates and keep others. */
  trimmed: VersionId[];
  /** Versions that have no date left. */
  ended: VersionId[];
}

/**
 * Puts a version in force for its dates: earlier periods of the department are trimmed to the dates that remain to them
 * (R10). Of two promotions at once one gets CONFLICT. Several statements: call it within a transaction.
 */
export async function replaceProductionPeriods(
  db: Db,
  period: ProductionPeriod,
  { createdBy, newId }: { createdBy: UserId; newId: () => string },
): Promise<Replacement> {
  const { rows: removed } = await sql<PeriodRow & { created_at: string }>`
    delete from production_periods where hospital_id = ${period.hospitalId} and period && ${dateRange(period)}
    returning hospital_id, schedule_version_id, lower(period) as from_date, upper(period) as end_date, created_at`.execute(
    db,
  );
  const row = (kept: ProductionPeriod) => ({
    ...{ id: newId(), hospital_id: kept.hospitalId, schedule_version_id: kept.versionId },
    ...{ period: dateRange(kept), created_by: createdBy },
  });
  // What is left of an earlier period has been in force as long as before; the new one is from now on, not from when its
  // transaction began.
  const remaining = removed.flatMap((earlier) =>
    remainders(toPeriod(earlier), period).map((kept) => ({ ...row(kept), created_at: earlier.created_at })),
  );
  await db
    .insertInto('production_periods')
    .values([...remaining, { ...row(period), created_at: sql<string>`clock_timestamp()` }])
    .execute();
  const affected = [...new Set(removed.map((row) => row.schedule_version_id as VersionId))].filter(
    (id) => id !== period.versionId,
  );
  const alive = new Set(await versionsInForce(db, affected));
  return {
    trimmed: affected.filter((id) => alive.has(id)),
    ended: affected.filter((id) => !alive.has(id)),
  };
}

/** Takes a version out of force; answers the dates that are without a schedule now. */
export async function deleteProductionPeriods(db: Db, versionId: VersionId): Promise<ProductionPeriod[]> {
  const { rows } = await sql<PeriodRow>`
    delete from production_periods where schedule_version_id = ${versionId}
    returning hospital_id, schedule_version_id, lower(period) as from_date, upper(period) as end_date`.execute(
    db,
  );
  return rows.map(toPeriod).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whether a version was put in force for a date of the span after an instant. */
export async function werePutInForceSince(
  db: Db,
  hospitalId: HospitalId,
  span: { from: LocalDate; to: LocalDate },
  instant: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('production_periods')
    .select('id')
    .where('hospital_id', '=', hospitalId)
    .where(sql<boolean>`period && ${dateRange(span)}`)
    .where('created_at', '>', instant)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function versionsInForce(db: Db, ids: readonly VersionId[]): Promise<VersionId[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('production_periods')
    .select('schedule_version_id')
    .distinct()
    .where('schedule_version_id', 'in', ids)
    .execute();
  return rows.map((row) => row.schedule_version_id as VersionId);
}

/** What is left of a period, before and after the new one. */
function remainders(
  earlier: ProductionPeriod,
  taken: { from: LocalDate; to: LocalDate },
): ProductionPeriod[] {
  return [
    { ...earlier, to: addDays(taken.from, -1) },
    { ...earlier, from: addDays(taken.to, 1) },
  ].filter((left) => left.from <= left.to && left.from >= earlier.from && left.to <= earlier.to);
}

const columns = [
  'hospital_id',
  'schedule_version_id',
  sql<string>`lower(period)`.as('from_date'),
  sql<string>`upper(period)`.as('end_date'),
] as const;

interface PeriodRow {
  hospital_id: string;
  schedule_version_id: string;
  from_date: string;
  /** The day after the last one. */
  end_date: string;
}

function toPeriod(row: PeriodRow): ProductionPeriod {
  return {
    versionId: row.schedule_version_id as VersionId,
    hospitalId: row.hospital_id as HospitalId,
    from: row.from_date as LocalDate,
    to: addDays(row.end_date as LocalDate, -1),
  };
}

function dateRange(span: { from: LocalDate; to: LocalDate }) {
  return sql<string>`daterange(${span.from}::date, ${span.to}::date, '[]')`;
}
