import type { ListShift, MatrixReading } from '#src/domain/matrix.ts';
import { toValidationResult, type ValidationResult } from '#src/domain/validation.ts';

/** What `schedcu check` prints: every fact of a file and everything found wrong with it. */
export interface CheckDocument {
  layout: MatrixReading['layout'];
  sheets: Omit<MatrixReading['sheets'][number], 'index'>[];
  /** Marked cells only; a study without a reader stands in the messages. */
  rules: Omit<MatrixReading['listed'][number], 'sheetIndex'>[];
  shifts: ListShift[];
  accounting: MatrixReading['accounting'];
  validation: ValidationResult;
}

/** The document of `schedcu check --json`. */
export function presentCheck(reading: MatrixReading): CheckDocument {
  return {
    layout: reading.layout,
    sheets: reading.sheets.map(({ index: _, ...sheet }) => sheet),
    rules: reading.listed.flatMap(({ sheetIndex: _, ...rule }) => (rule.position === null ? [] : [rule])),
    shifts: reading.shifts,
    accounting: reading.accounting,
    validation: toValidationResult(reading.messages),
  };
}
