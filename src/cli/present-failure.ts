import { CodedError, type ErrorCode } from '#src/domain/errors.ts';
import type { CliAnswer, ExitStatus } from './cli-context.ts';

const STATUS: Record<ErrorCode, ExitStatus> = {
  NOT_FOUND: 2,
  BAD_REQUEST: 2,
  CONFLICT: 3,
  REFUSED: 3,
  NO_SCHEDULE: 3,
  UNAVAILABLE: 1,
};

/** What a command that throws answers. A bug shows its message only; its stack is for SCHEDCU_DEBUG. */
export function presentFailure(cause: unknown): CliAnswer {
  if (cause instanceof CodedError) {
    const { code, message, details } = cause;
    const open = lines(details['validation']);
    return { document: { error: { code, message, ...details } }, text: [message, ...open].join('\n'), status: STATUS[code] };
  }
  const fault = systemFault(cause);
  if (fault) return { document: { error: { code: 'UNAVAILABLE', message: fault } }, text: fault, status: 1 };
  const message = cause instanceof Error ? cause.message : String(cause);
  const text = `schedcu has a fault: ${message}\nPlease report it with the command and its input.`;
  return { document: { error: { code: 'INTERNAL', message: 'schedcu has a fault; see standard error.' } }, text, status: 1 };
}

/** Keys of the messages that stand against a promotion, so that they can be accepted as they are. */
function lines(validation: unknown): string[] {
  if (typeof validation !== 'object' || validation === null || !('messages' in validation)) return [];
  const { messages } = validation as { messages: { severity: string; text: string; context: Record<string, unknown> }[] };
  return messages
    .filter((m) => m.severity === 'ERROR' || (m.severity === 'WARNING' && m.context['accepted'] !== true))
    .map((m) => `  ${m.severity.padEnd(7)} ${m.text}\n          key: ${String(m.context['key'])}`);
}

const SYSTEM_FAULTS: Record<string, string> = {
  ENOSPC: 'The disk is full. Free some room and try again; nothing was stored by halves.',
  EROFS: 'The disk is read-only.',
  EACCES: 'A file may not be read or written by this user.',
  EPIPE: 'The output was closed.',
};

function systemFault(cause: unknown): string | null {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const says = SYSTEM_FAULTS[code];
  if (!says || !(cause instanceof Error)) return null;
  return `${says} (${cause.message})`;
}
