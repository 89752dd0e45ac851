import type { ValidationCode, ValidationMessage } from '#src/domain/validation.ts';

const MOST_OF_A_CODE = 10_000;

/**
 * Collects what is found. A hostile or hopeless file can be wrong in a million cells: from a bound on, more messages of
 * one code are only counted, and one last message says how many there were at least.
 */
export class MessageLog {
  private readonly messages: ValidationMessage[] = [];
  private readonly counts = new Map<ValidationCode, number>();
  private readonly most: number;
  private readonly firstLeftOut = new Map<ValidationCode, ValidationMessage>();

  constructor(most: number = MOST_OF_A_CODE) {
    this.most = most;
  }

  add(message: ValidationMessage): void {
    this.addIfRoom(message.code, () => message);
  }

  /** For what a file can be full of: the message is made only where there is room for it. False when there is none. */
  addIfRoom(code: ValidationCode, make: () => ValidationMessage): boolean {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= this.most) this.messages.push(make());
    else if (count === this.most + 1) this.firstLeftOut.set(code, make());
    return count <= this.most;
  }

  /** Takes messages one by one until there is no more room for them. */
  addWhileRoom(messages: Iterable<ValidationMessage>): void {
    for (const message of messages) {
      if (!this.addIfRoom(message.code, () => message)) return;
    }
  }

  list(): ValidationMessage[] {
    const rest = [...this.firstLeftOut].map(([code, first]): ValidationMessage => {
      const more = (this.counts.get(code) ?? 0) - this.most;
      return {
        severity: first.severity,
        code,
        text: `At least ${more} more of this kind are not listed; the first of them: ${first.text}`,
        context: { ...first.context, more, key: `${code}|more` },
      };
    });
    return [...this.messages, ...rest];
  }
}
