import { v7 } from 'uuid';
import type { AnyId } from '#src/domain/ids.ts';

/** A new identifier: a UUIDv7, so that ids sort by the time at which they were made. */
export function newId<T extends AnyId>(): T {
  return v7() as string as T;
}
