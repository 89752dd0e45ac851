/**
 * Broken expectations of a caller. Bad input in files is data (validation messages) and never thrown; anything that is
 * neither is a bug. Each door maps these codes to its own status in one table.
 */
export const ERROR_CODES = [
  /** What was asked for does not exist (or is not the caller's to see). */
  'NOT_FOUND',
  /** The request itself is malformed: a bad date, an unknown department, a nonexistent local time. */
  'BAD_REQUEST',
  /** The state forbids it: promoting twice, an overlap, a duplicate. */
  'CONFLICT',
  /** The rules forbid it: errors or unaccepted warnings stand against a promotion. */
  'REFUSED',
  /** What the caller decided by has changed since: nothing was done. */
  'OUTDATED',
  /** No schedule is in force for the date asked for. */
  'NO_SCHEDULE',
  /** Nobody is signed in, or the sign-in failed. */
  'UNAUTHENTICATED',
  /** Signed in, but the role does not allow it. */
  'FORBIDDEN',
  /** Asked too often; wait. */
  'TOO_MANY_REQUESTS',
  /** Something that the program needs does not answer: database, disk, Amion. */
  'UNAVAILABLE',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  /** `message` says what is wrong and what to do; it is shown to the user as it stands. */
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'CodedError';
    this.code = code;
    this.details = details;
  }
}
