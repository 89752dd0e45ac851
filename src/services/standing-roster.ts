import type { RosterEntry } from '#src/domain/coverage-facts.ts';
import type { HospitalId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { RosterReading } from '#src/domain/roster.ts';
import { shiftKey } from '#src/intake/roster/build-assignments.ts';
import type { Db } from '#src/repositories/database.ts';
import { listProductionPeriods } from '#src/repositories/production-periods.ts';
import { listRosterEntries } from '#src/repositories/roster-entries.ts';

interface Span {
  from: LocalDate;
  to: LocalDate;
}

/**
 * R16: what stands now of the shifts that somebody changed by hand, in the version itself, else in production for the same
 * dates. Shifts that nobody changed come along as they are in production.
 */
export async function standingEntries(
  db: Db,
  departmentId: HospitalId,
  versionId: VersionId,
  { from, to }: Span,
): Promise<RosterEntry[]> {
  const own = await listRosterEntries(db, versionId, { from, to });
  const byHand = new Set(own.filter((entry) => entry.source !== 'AMION').map(shiftKey));
  const entries = own.filter((entry) => byHand.has(shiftKey(entry)));
  for (const period of await listProductionPeriods(db, departmentId, { from, to })) {
    const span = { from: period.from > from ? period.from : from, to: period.to < to ? period.to : to };
    const inForce = await listRosterEntries(db, period.versionId, span);
    entries.push(...inForce.filter((entry) => !byHand.has(shiftKey(entry))));
  }
  return entries;
}

/** Whether a roster speaks of a date: each report from its first date to its last, also where nobody is on duty. */
export function coveredDates({
  reports,
  rows,
}: Pick<RosterReading, 'reports' | 'rows'>): (date: LocalDate) => boolean {
  const files = new Set([...reports, ...rows].map(({ file }) => file));
  const spans = [...files].map((file) => {
    const dates = [
      ...reports.flatMap((report) =>
        report.file === file ? [report.from ?? [], report.to ?? []].flat() : [],
      ),
      ...rows.flatMap((row) => (row.file === file ? [row.date] : [])),
    ].sort();
    return { from: dates[0], to: dates.at(-1) };
  });
  return (date) =>
    spans.some(({ from, to }) => from !== undefined && to !== undefined && from <= date && date <= to);
}
