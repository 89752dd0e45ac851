import PQueue from 'p-queue';
import { CodedError } from '#src/domain/errors.ts';

/** Lets a few read at a time: reading a workbook takes a thread and its memory, and whoever looks at one waits for it. */
export type ReadingTurns = <T>(read: () => Promise<T>) => Promise<T>;

const AT_ONCE = 2;
const MOST_WAITING = 20;
const RETRY_AFTER_S = 5;

/** TOO_MANY_REQUESTS where too many wait already. */
export function readingTurns(): ReadingTurns {
  const queue = new PQueue({ concurrency: AT_ONCE });
  return async (read) => {
    if (queue.size < MOST_WAITING) return await queue.add(read);
    const says = 'Many files are being read just now. Try again in a moment.';
    throw new CodedError('TOO_MANY_REQUESTS', says, { retryAfter: RETRY_AFTER_S });
  };
}
