import type { Message } from '#web/findings/message-place.ts';

export const FINDING_FILTERS = ['against', 'accepted', 'notes'] as const;
/** `against`: what stands against the promotion; left out: everything. */
export type FindingFilter = (typeof FINDING_FILTERS)[number];

const isAccepted = ({ severity, context }: Message): boolean =>
  severity === 'WARNING' && context['accepted'] === true;
const isAgainst = (message: Message): boolean => message.severity !== 'INFO' && !isAccepted(message);

const TESTS: Record<FindingFilter, (message: Message) => boolean> = {
  against: isAgainst,
  accepted: isAccepted,
  notes: ({ severity }) => severity === 'INFO',
};

export const filterFindings = (
  messages: readonly Message[],
  filter: FindingFilter | undefined,
): readonly Message[] => (filter ? messages.filter(TESTS[filter]) : messages);

export interface FindingCounts {
  errors: number;
  openWarnings: number;
  accepted: number;
  notes: number;
}

export function countFindings(messages: readonly Message[]): FindingCounts {
  const count = (test: (message: Message) => boolean): number => messages.filter(test).length;
  return {
    errors: count(({ severity }) => severity === 'ERROR'),
    openWarnings: count((message) => message.severity === 'WARNING' && !isAccepted(message)),
    accepted: count(isAccepted),
    notes: count(({ severity }) => severity === 'INFO'),
  };
}

/** Each warning that nobody has accepted, once for its key. */
export function openWarnings(messages: readonly Message[]): Message[] {
  const open = messages.filter((message) => message.severity === 'WARNING' && !isAccepted(message));
  return [...new Map(open.map((message) => [message.context.key, message])).values()];
}
