import { CodedError, type ErrorCode } from '#src/domain/errors.ts';
import { constraintFields, constraintMessages } from './constraint-messages.ts';

interface DatabaseFault extends Error {
  code?: string;
  constraint?: string;
  table?: string;
  detail?: string;
}

/** Socket errors that mean "the server cannot be reached". */
const unreachable = new Set(
  'ECONNREFUSED ENOENT ECONNRESET EPIPE ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH EACCES'.split(
    ' ',
  ),
);
/** SQLSTATEs after which the server has closed the connection: shutdown, crash, idle for too long. */
const closing = new Set('57P01 57P02 57P03 57P05 25P03'.split(' '));
/** SQLSTATEs of a server that is there and cannot: too many connections, disk or memory full, cancelled. */
const overloaded = new Set('53300 53100 53200 57014'.split(' '));
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** SQLSTATE → the code of a broken expectation, for what a caller can bring about. */
const byState: Record<string, ErrorCode> = {
  '23505': 'CONFLICT',
  '23P01': 'CONFLICT',
  '23001': 'CONFLICT',
  '23503': 'NOT_FOUND',
  '23514': 'BAD_REQUEST',
  '22001': 'BAD_REQUEST',
  '22008': 'BAD_REQUEST',
  '40001': 'CONFLICT',
  '40P01': 'CONFLICT',
};

/** Whether the connection on which an error came can be used no more. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const state = (error as DatabaseFault).code ?? '';
  return (
    unreachable.has(state) ||
    closing.has(state) ||
    state.startsWith('08') ||
    lostConnection.test(error.message)
  );
}

/** The coded error that a failure of the database is, or the failure itself where it is a bug of ours. */
export function toCodedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const fault: DatabaseFault = error;
  const state = fault.code ?? '';
  if (isConnectionLoss(error) || overloaded.has(state)) {
    return new CodedError('UNAVAILABLE', unavailableText(fault, state), { sqlState: state }, error);
  }
  const code = byState[state];
  if (!code) return error;
  const { constraint } = fault;
  const known = constraint ? constraintMessages[constraint] : undefined;
  const field = constraint ? constraintFields[constraint] : undefined;
  const text = known ?? defaultText(state, fault);
  const details = { sqlState: state, constraint: constraint ?? null, ...(field && { field }) };
  return new CodedError(code, text, details, error);
}

function unavailableText(fault: DatabaseFault, state: string): string {
  if (state === '57014') {
    return 'The database took too long and the statement was cancelled. Try again, or for a shorter period.';
  }
  if (state === '53300') return 'The database has no free connection. Try again in a moment.';
  if (state === '53100') return 'The disk of the database is full. Free some space, then try again.';
  return `The database does not answer (${fault.message || state}). Check that it runs and that DATABASE_URL is right.`;
}

function defaultText(state: string, fault: DatabaseFault): string {
  const table = fault.table ?? 'the database';
  switch (state) {
    case '23503':
      return `Something that ${table} refers to does not exist: ${fault.detail ?? fault.message}`;
    case '23505':
      return `This stands in ${table} already: ${fault.detail ?? fault.message}`;
    case '40001':
    case '40P01':
      return 'Somebody else changed the same rows at the same moment. Look at what is there now, then try again.';
    case '22001':
      return `A text is too long: ${fault.message}. Shorten it.`;
    default:
      return `Refused by the database: ${fault.message}.`;
  }
}
