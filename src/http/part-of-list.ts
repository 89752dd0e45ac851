import { notOfThisList, parseCursor, textPart, toCursor } from '#src/domain/list-cursor.ts';
import { pageFields } from './request-fields.ts';

/** Of a list that is short enough to be answered whole: without a limit it is. */
export const partFields = { limit: pageFields.limit.unwrap().optional(), cursor: pageFields.cursor };

interface AskedPart {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/**
 * The part of a list, which has a name unlike every other's, after the entry that the cursor names. BAD_REQUEST for a cursor
 * that names none of it.
 */
export function partOf<T>(
  name: string,
  whole: readonly T[],
  { limit = whole.length, cursor }: AskedPart,
  keyOf: (item: T) => string,
): { items: T[]; nextCursor: string | null } {
  const list = { name, key: [textPart] };
  const [after] = cursor === undefined ? [] : parseCursor(list, cursor);
  const begin = after === undefined ? 0 : whole.findIndex((item) => keyOf(item) === after) + 1;
  if (after !== undefined && begin === 0) throw notOfThisList();
  const items = whole.slice(begin, begin + limit);
  const last = items.at(-1);
  const isMore = last !== undefined && begin + limit < whole.length;
  return { items, nextCursor: isMore ? toCursor(list, [keyOf(last)]) : null };
}
