import { CodedError } from '#src/domain/errors.ts';

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
}

/** The position of a request. `keys` is how many columns the list is sorted by. Throws BAD_REQUEST. */
export function pagePosition(request: PageRequest, keys: number): Position {
  const limit = request.limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new CodedError('BAD_REQUEST', `A page has 1 to ${MAX_LIMIT} entries, not ${limit}. Ask for fewer.`);
  }
  return { limit, after: request.cursor ? parseCursor(request.cursor, keys) : null };
}

/** Cuts `rows`, of which one more than `limit` was asked for, to a page; `keyOf` gives a row's sort key. */
export function toPage<Row, T>(
  rows: Row[],
  { limit }: Position,
  toFact: (row: Row) => T,
  keyOf: (row: Row) => string[],
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const nextCursor = rows.length > limit && last ? toCursor(keyOf(last)) : null;
  return { items: kept.map(toFact), nextCursor };
}

function toCursor(key: string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function parseCursor(cursor: string, keys: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === keys && key.every((part) => typeof part === 'string'))
      return key;
  } catch {
    // Falls through to the answer for every cursor that is not ours.
  }
  throw new CodedError('BAD_REQUEST', 'The cursor is not one of this list. Begin again without a cursor.');
}
