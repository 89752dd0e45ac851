import { CodedError, type ErrorCode } from '#src/domain/errors.ts';
import type { ValidationResult } from '#src/domain/validation.ts';
import type { CliAnswer, ExitStatus } from './cli-context.ts';
import { presentMessages } from './present-messages.ts';

const STATUS: Record<ErrorCode, ExitStatus> = {
  NOT_FOUND: 2,
  BAD_REQUEST: 2,
  CONFLICT: 3,
  REFUSED: 3,
  OUTDATED: 3,
  NO_SCHEDULE: 3,
  UNAUTHENTICATED: 3,
  FORBIDDEN: 3,
  TOO_MANY_REQUESTS: 3,
  UNAVAILABLE: 1,
};

/** What a command that throws answers. A bug shows its message and no stack. */
export function presentFailure(cause: unknown): CliAnswer {
  if (cause instanceof CodedError) {
    const { code, message, details } = cause;
    return {
      document: { error: { ...details, code, message } },
      text: [message, ...openMessages(details['validation'])],
      status: STATUS[code],
    };
  }
  const fault = findSystemFault(cause);
  if (fault)
    return { document: { error: { code: 'UNAVAILABLE', message: fault } }, text: [fault], status: 1 };
  const message = cause instanceof Error ? cause.message : String(cause);
  const text = [`schedcu has a fault: ${message}`, 'Please report it with the command and its input.'];
  return {
    document: { error: { code: 'INTERNAL', message: 'schedcu has a fault; see standard error.' } },
    text,
    status: 1,
  };
}

/** What the command line itself says of arguments that it does not understand; what follows its first line is advice. */
export function presentUsageFault(said: string): CliAnswer {
  const [first = ''] = said.split('\n');
  const message = first.startsWith('error: ') ? first.slice('error: '.length) : 'Name a command.';
  return { document: { error: { code: 'BAD_REQUEST', message } }, text: [said], status: 2 };
}

/** The messages that stand against a promotion. */
function openMessages(validation: unknown): string[] {
  if (typeof validation !== 'object' || validation === null || !('messages' in validation)) return [];
  const { messages } = validation as ValidationResult;
  return presentMessages(
    messages.filter((m) => m.context['accepted'] !== true),
    false,
  );
}

const SYSTEM_FAULTS: Record<string, string> = {
  ENOSPC: 'The disk is full. Free some room and try again; nothing was stored by halves.',
  EROFS: 'The disk is read-only. Choose another folder.',
  EACCES: 'A file may not be read or written by this user. Give it the right to, or choose another folder.',
  EMFILE: 'Too many files are open on this machine. Close some programs and try again.',
};

function findSystemFault(cause: unknown): string | null {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const says = SYSTEM_FAULTS[code];
  return says && cause instanceof Error ? `${says} (${cause.message})` : null;
}
