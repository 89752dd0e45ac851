import type { Accounting } from '#src/domain/accounting.ts';
import type { RosterReading, RosterReport, RosterRow } from '#src/domain/roster.ts';
import { toValidationResult, type ValidationResult } from '#src/domain/validation.ts';

/** The JSON document of `schedcu check-amion`. */
export interface CheckAmion {
  reports: RosterReport[];
  assignments: (Pick<
    RosterRow,
    'line' | 'staffId' | 'assignment' | 'assignmentId' | 'date' | 'start' | 'end'
  > & { name: string | null })[];
  accounting: Accounting;
  validation: ValidationResult;
}

/** Presents a reading: `name` null is `---`; `stored` is what an import without a department's mapping would store. */
export function presentCheckAmion(reading: RosterReading): CheckAmion {
  const validation = toValidationResult(reading.messages);
  const count = (fate: 'rejected' | 'ignored'): number =>
    reading.setAside.filter((row) => row.fate === fate).length;
  const accepted = reading.rows.length;
  return {
    reports: reading.reports.map(({ file, kind, asOf, from, to }) => ({ file, kind, asOf, from, to })),
    assignments: reading.rows.map(({ line, name, staffId, assignment, assignmentId, date, start, end }) => ({
      line,
      name,
      staffId,
      assignment,
      assignmentId,
      date,
      start,
      end,
    })),
    accounting: {
      read: accepted + reading.setAside.length,
      accepted,
      rejected: count('rejected'),
      ignored: count('ignored'),
      stored: validation.canImport ? accepted : 0,
    },
    validation,
  };
}
