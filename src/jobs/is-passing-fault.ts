/** PostgreSQL: serialization failure, deadlock, and every class that says the server is going, gone or full. */
const SQL_STATES = /^(?:40001|40P01|08|53|57P|58)/;
const SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH']);

/** A fault of the surroundings, which the next try may not meet. */
export function isPassingFault(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  return SQL_STATES.test(code) || SYSTEM_CODES.has(code) || (cause.cause !== undefined && isPassingFault(cause.cause));
}
