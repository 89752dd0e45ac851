/** Everything found wrong or worth saying; collected, never thrown. */
export type Severity = 'ERROR' | 'WARNING' | 'INFO';

/** Errors of reading: with one of these nothing of the batch is stored (R11). */
export const READING_ERRORS = [
  'INVALID_FILE_TYPE',
  'FILE_TOO_LARGE',
  'CORRUPT_FILE',
  'ENCRYPTED_FILE',
  'NO_VALID_SHEETS',
  'MISSING_COLUMN',
  'UNKNOWN_SHIFT_TYPE',
  'UNKNOWN_HOSPITAL',
  'INVALID_DATE',
  'INVALID_TIME',
  'INVALID_TIME_RANGE',
  'INVALID_STUDY_TYPE',
  'INVALID_SPECIALTY',
  'INVALID_COVERAGE',
  'INVALID_FLAG',
  'UNKNOWN_PEOPLE',
  'AMBIGUOUS_PERSON',
  'AMION_UNREACHABLE',
  'AMION_REJECTED_LOGIN',
  'AMION_UNEXPECTED_RESPONSE',
  'INVALID_EMAIL',
  'INVALID_TIME_ZONE',
  'MISSING_VALUE',
] as const;
export const COVERAGE_ERRORS = ['MANDATORY_UNCOVERED', 'SPECIALTY_MISMATCH'] as const;
export const WARNINGS = [
  'UNPARSED_SHEET',
  'INVALID_MARK',
  'IGNORED_GRID',
  'STUDY_WITHOUT_READER',
  'STUDY_MISSING_FROM_SHEET',
  'TWO_READERS',
  'OVERLAPPING_WINDOWS',
  'DUPLICATE_ROW',
  'DUPLICATE_ASSIGNMENT',
  'DOUBLE_BOOKED',
  'INSUFFICIENT_COVERAGE',
  'SPECIALTY_MISMATCH',
  'MISSING_MIDC',
  'UNMAPPED_AMION_SHIFT',
  'HOURS_MISMATCH',
  'UNUSUAL_HOURS',
  'PARTIAL_IMPORT',
  'OVERRIDE_CONFLICT',
] as const;
export const INFOS = [
  'COUNTS',
  'IGNORED_COLUMN',
  'IDLE_POSITION',
  'HIDDEN_SHEET',
  'HOURS_WITHOUT_WINDOW',
  'IGNORED_ROWS',
] as const;

export type ValidationCode =
  | (typeof READING_ERRORS)[number]
  | (typeof COVERAGE_ERRORS)[number]
  | (typeof WARNINGS)[number]
  | (typeof INFOS)[number];

/** The place (`sheet`, `cell`, `row`, `column`, `line`), the values, and the stable `key` for acceptance. */
export type MessageContext = Record<string, unknown> & { key: string };

export interface ValidationMessage {
  severity: Severity;
  code: ValidationCode;
  /** What is wrong and what to do. */
  text: string;
  context: MessageContext;
}

export interface ValidationResult {
  canImport: boolean;
  canPromote: boolean;
  messages: ValidationMessage[];
}

type Place = Record<string, unknown>;

/** `stable` names the place in words that the next import of the same oddity repeats (never a row id or a date). */
function message(
  severity: Severity,
  code: ValidationCode,
  text: string,
  stable: readonly string[],
  place: Place,
): ValidationMessage {
  return { severity, code, text, context: { ...place, key: [code, ...stable].join('|') } };
}

export const error = (
  code: (typeof READING_ERRORS)[number] | (typeof COVERAGE_ERRORS)[number],
  text: string,
  stable: readonly string[],
  place: Place = {},
): ValidationMessage => message('ERROR', code, text, stable, place);

export const warning = (
  code: (typeof WARNINGS)[number],
  text: string,
  stable: readonly string[],
  place: Place = {},
): ValidationMessage => message('WARNING', code, text, stable, place);

export const info = (
  code: (typeof INFOS)[number],
  text: string,
  stable: readonly string[],
  place: Place = {},
): ValidationMessage => message('INFO', code, text, stable, place);

const readingErrors = new Set<string>(READING_ERRORS);

/** `accepted` holds the keys of warnings that somebody has accepted with a reason (R10). */
export function toValidationResult(
  messages: ValidationMessage[],
  accepted: ReadonlySet<string> = new Set(),
): ValidationResult {
  const rank: Record<Severity, number> = { ERROR: 0, WARNING: 1, INFO: 2 };
  const blocks = (m: ValidationMessage): boolean =>
    m.severity === 'ERROR' || (m.severity === 'WARNING' && !accepted.has(m.context.key));
  return {
    canImport: !messages.some((m) => m.severity === 'ERROR' && readingErrors.has(m.code)),
    canPromote: !messages.some(blocks),
    messages: messages
      .map((m) => (accepted.has(m.context.key) ? { ...m, context: { ...m.context, accepted: true } } : m))
      .sort((a, b) => rank[a.severity] - rank[b.severity]),
  };
}
