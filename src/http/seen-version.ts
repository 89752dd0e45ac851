import { z } from 'zod';
import type { IsSeen } from '#src/services/version-view.ts';
import { matchesTag } from './matches-tag.ts';

/** Headers of what is done to a version that somebody has looked at. */
export const seenHeaders = z.object({
  'if-match': z
    .string()
    .optional()
    .describe('tag of the version as it was looked at: 412 where it shows something else by now'),
});

/** Whether a tag is among those that the request names; undefined where it names none: any will do. */
export function isSeenOf({ 'if-match': seen }: z.infer<typeof seenHeaders>): IsSeen | undefined {
  return seen === undefined ? undefined : (tag) => matchesTag(seen, `"${tag}"`);
}
