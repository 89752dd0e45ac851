import type { ValidationMessage } from '#src/domain/validation.ts';
import { readRoster } from './read-roster.ts';

/** What an answer of Amion is worth before it is read for good. */
interface JudgedAnswer {
  /** Why it is no report at all: a refused login, no schedule file, something else; null for a report. */
  refusal: ValidationMessage | null;
  /** Whether nothing is cut off: only a whole answer may be kept and used again. */
  whole: boolean;
}

/** Judges a fetched body by its content. */
export function judgeAnswer(name: string, bytes: Uint8Array): JudgedAnswer {
  const { reports, messages } = readRoster([{ name, bytes }]);
  const whole = !messages.some((message) => message.code.startsWith('AMION_'));
  return { refusal: reports.length > 0 ? null : (messages[0] ?? null), whole };
}
