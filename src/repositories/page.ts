import { CodedError } from '#src/domain/errors.ts';
import { parseCursor, type SortedList, toCursor } from '#src/domain/list-cursor.ts';

/** A part of a list. `nextCursor` asks for the part after it; null: this was the last. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface PageRequest {
  /** 1 to 200, by default 50. */
  limit?: number;
  /** As a page before gave it. */
  cursor?: string | null;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** How many rows to ask for, and the sort key after which to begin (null: at the beginning). */
export interface Position {
  limit: number;
  after: string[] | null;
  list: SortedList;
}

/** The position of a request in a list. BAD_REQUEST for a limit or cursor that is none. */
export function pagePosition(request: PageRequest, list: SortedList): Position {
  const limit = request.limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new CodedError('BAD_REQUEST', `A page has 1 to ${MAX_LIMIT} entries, not ${limit}. Ask for fewer.`);
  }
  const { cursor = null } = request;
  return { limit, after: cursor === null ? null : parseCursor(list, cursor), list };
}

/** Cuts `rows`, of which one more than `limit` was asked for, to a page; `keyOf` gives a row's sort key. */
export function toPage<Row, T>(
  rows: Row[],
  { limit, list }: Position,
  toFact: (row: Row) => T,
  keyOf: (row: Row) => string[],
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const nextCursor = rows.length > limit && last ? toCursor(list, keyOf(last)) : null;
  return { items: kept.map(toFact), nextCursor };
}
