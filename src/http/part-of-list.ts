import { CodedError } from '#src/domain/errors.ts';
import { pageFields } from './request-fields.ts';

/** Of a list that is short enough to be answered whole: without a limit it is. */
export const partFields = { limit: pageFields.limit.unwrap().optional(), cursor: pageFields.cursor };

interface AskedPart {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** The part of a list after the entry that the cursor names. BAD_REQUEST for a cursor that names none of it. */
export function partOf<T>(
  whole: readonly T[],
  { limit = whole.length, cursor }: AskedPart,
  keyOf: (item: T) => string,
): { items: T[]; nextCursor: string | null } {
  const begin = cursor === undefined ? 0 : whole.findIndex((item) => toCursor(keyOf(item)) === cursor) + 1;
  if (cursor !== undefined && begin === 0) {
    throw new CodedError('BAD_REQUEST', 'The cursor is not one of this list. Begin again without a cursor.');
  }
  const items = whole.slice(begin, begin + limit);
  const last = items.at(-1);
  const isMore = last !== undefined && begin + limit < whole.length;
  return { items, nextCursor: isMore ? toCursor(keyOf(last)) : null };
}

const toCursor = (key: string): string => Buffer.from(JSON.stringify([key])).toString('base64url');
