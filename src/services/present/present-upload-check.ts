import { toValidationResult } from '#src/domain/validation.ts';
import type { CheckedUpload } from '../upload-check-service.ts';
import { presentCheck } from './present-check.ts';
import { presentCheckAmion } from './present-check-amion.ts';

/** Rules, shifts and assignments that are shown; what is wrong with the others is said all the same. */
const MOST_FACTS = 5_000;

/** The documents of `check` and `check-amion`, whichever it is, their long lists cut. */
export function presentUploadCheck(checked: CheckedUpload) {
  if (checked.kind === 'workbook') {
    const document = presentCheck(checked.reading);
    const [rules, shifts] = [cut(document.rules), cut(document.shifts)];
    const truncated = rules.truncated || shifts.truncated;
    const workbook = { ...document, rules: rules.shown, shifts: shifts.shown };
    return { kind: checked.kind, files: [checked.file], workbook, roster: null, truncated };
  }
  const document = presentCheckAmion(checked.reading);
  const judged = checked.judged && {
    accounting: checked.judged.accounting,
    validation: toValidationResult(checked.judged.messages),
  };
  const { shown, truncated } = cut(document.assignments);
  const roster = { ...document, ...judged, assignments: shown };
  return { kind: checked.kind, files: checked.files, workbook: null, roster, truncated };
}

const cut = <T>(facts: readonly T[]): { shown: T[]; truncated: boolean } => ({
  shown: facts.slice(0, MOST_FACTS),
  truncated: facts.length > MOST_FACTS,
});
