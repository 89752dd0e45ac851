import { CodedError } from '#src/domain/errors.ts';

/** PostgreSQL: serialization failure, deadlock, lock not to be had, and every class that says the server is going, gone or full. */
const SQL_STATES = /^(?:40001|40P01|55P03|08...|53...|57P..|57014|58...)$/;
const SYSTEM_CODES = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'ENOTFOUND',
    'EHOSTUNREACH',
    'ENETUNREACH',
  ],
  ...[
    'ENOSPC',
    'EMFILE',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'UND_ERR_SOCKET',
  ],
]);

/** A fault of the surroundings, which the next try may not meet; also one that stands as the cause of another error. */
export function isPassingFault(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if (cause instanceof CodedError && cause.code === 'UNAVAILABLE') return true;
  const code = 'code' in cause ? String(cause.code) : '';
  return SQL_STATES.test(code) || SYSTEM_CODES.has(code) || isPassingFault(cause.cause);
}
