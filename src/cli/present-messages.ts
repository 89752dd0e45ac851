import type { ValidationMessage, ValidationResult } from '#src/domain/validation.ts';

const MARKS = { ERROR: 'error  ', WARNING: 'warning', INFO: 'info   ' } as const;

/** Messages as lines, the worst first; accepted warnings say so. */
export function presentMessages(messages: readonly ValidationMessage[], withInfo: boolean): string[] {
  return messages
    .filter((message) => withInfo || message.severity !== 'INFO')
    .map((message) => {
      const accepted = message.context['accepted'] === true ? ' (accepted)' : '';
      return `  ${MARKS[message.severity]} ${message.code}${accepted}: ${message.text}`;
    });
}

/** `2 errors, 5 warnings (3 accepted), 4 notes`. */
export function presentCounts({ messages }: ValidationResult): string {
  const count = (severity: ValidationMessage['severity']): number => messages.filter((m) => m.severity === severity).length;
  const accepted = messages.filter((m) => m.context['accepted'] === true).length;
  const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  const ofThem = accepted > 0 ? ` (${accepted} accepted)` : '';
  return `${plural(count('ERROR'), 'error')}, ${plural(count('WARNING'), 'warning')}${ofThem}, ${plural(count('INFO'), 'note')}`;
}
