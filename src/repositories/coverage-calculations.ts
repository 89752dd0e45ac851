import type { AuditEntry } from '#src/domain/audit-entry.ts';
import type { CoverageCalculation } from '#src/domain/coverage-calculation.ts';
import type { CalculationId, HospitalId, JobId, UserId, VersionId } from '#src/domain/ids.ts';
import { idPart } from '#src/domain/list-cursor.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ValidationMessage } from '#src/domain/validation.ts';
import { auditInsert } from './audit-logs.ts';
import type { Db } from './database.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import { toStoredJson } from './stored-json.ts';

/**
 * Keeps a coverage, of one job the one that it came to last: a workflow that is tried again has another roster.
 * `calculatedAt` is the database's time of the transaction. Its audit row is part of the same statement.
 */
export async function insertCalculation(
  db: Db,
  calculation: Omit<CoverageCalculation, 'calculatedAt'>,
  jobId: JobId | null = null,
  note: Omit<AuditEntry, 'at'> | null = null,
): Promise<void> {
  const noting: Pick<Db, 'insertInto'> = note ? db.with('noted', (part) => auditInsert(part, note)) : db;
  await noting
    .insertInto('coverage_calculations')
    .values({
      id: calculation.id,
      schedule_version_id: calculation.versionId,
      hospital_id: calculation.hospitalId,
      calculation_date: calculation.calculatedOn,
      calculation_period_start_date: calculation.from,
      calculation_period_end_date: calculation.to,
      coverage_by_position: toStoredJson(calculation.byPosition),
      coverage_summary: toStoredJson(calculation.summary),
      validation_errors: toStoredJson(calculation.messages),
      query_count: calculation.queryCount,
      calculated_by: calculation.calculatedBy,
      job_id: jobId,
    })
    .onConflict((conflict) =>
      conflict.column('job_id').doUpdateSet((eb) => ({
        coverage_by_position: eb.ref('excluded.coverage_by_position'),
        coverage_summary: eb.ref('excluded.coverage_summary'),
        validation_errors: eb.ref('excluded.validation_errors'),
        calculation_date: eb.ref('excluded.calculation_date'),
        calculated_at: eb.ref('excluded.calculated_at'),
      })),
    )
    .execute();
}

/** The newest coverage of a version, or null where none was calculated. */
export async function findLatestCalculation(
  db: Db,
  versionId: VersionId,
  span?: { from: LocalDate; to: LocalDate },
): Promise<CoverageCalculation | null> {
  let query = db
    .selectFrom('coverage_calculations')
    .selectAll()
    .where('schedule_version_id', '=', versionId)
    .orderBy('id', 'desc')
    .limit(1);
  if (span) {
    query = query
      .where('calculation_period_start_date', '=', span.from)
      .where('calculation_period_end_date', '=', span.to);
  }
  const row = await query.executeTakeFirst();
  return row ? toCalculation(row) : null;
}

export interface CalculationFilter {
  versionId?: VersionId;
  hospitalId?: HospitalId;
}

/** Newest first. */
export async function listCalculations(
  db: Db,
  filter: CalculationFilter = {},
  request: PageRequest = {},
): Promise<Page<CoverageCalculation>> {
  const position = pagePosition(request, { name: 'calculations', key: [idPart] });
  const [after] = position.after ?? [];
  let query = db
    .selectFrom('coverage_calculations')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('id', '<', after);
  if (filter.versionId) query = query.where('schedule_version_id', '=', filter.versionId);
  if (filter.hospitalId) query = query.where('hospital_id', '=', filter.hospitalId);
  return toPage(await query.execute(), position, toCalculation, (row) => [row.id]);
}

interface CalculationRow {
  id: string;
  schedule_version_id: string;
  hospital_id: string;
  calculation_date: string;
  calculation_period_start_date: string;
  calculation_period_end_date: string;
  coverage_by_position: unknown;
  coverage_summary: unknown;
  validation_errors: unknown;
  query_count: number | null;
  calculated_at: string;
  calculated_by: string;
}

function toCalculation(row: CalculationRow): CoverageCalculation {
  return {
    id: row.id as CalculationId,
    versionId: row.schedule_version_id as VersionId,
    hospitalId: row.hospital_id as HospitalId,
    calculatedOn: row.calculation_date as LocalDate,
    from: row.calculation_period_start_date as LocalDate,
    to: row.calculation_period_end_date as LocalDate,
    byPosition: row.coverage_by_position as CoverageCalculation['byPosition'],
    summary: row.coverage_summary,
    messages: (row.validation_errors ?? []) as ValidationMessage[],
    queryCount: row.query_count,
    calculatedAt: row.calculated_at,
    calculatedBy: row.calculated_by as UserId,
  };
}
