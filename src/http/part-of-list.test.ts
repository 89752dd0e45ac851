import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOf } from './part-of-list.ts';

const self = (item: string): string => item;

describe('a part of a list', () => {
  it('is the whole list where no limit is given', () => {
    expect(partOf('letters', ['a', 'b'], {}, self)).toEqual({ items: ['a', 'b'], nextCursor: null });
    expect(partOf('letters', [], { limit: 5 }, self)).toEqual({ items: [], nextCursor: null });
  });

  it('after part, it is the list again, and no part is empty', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 9 }), (whole, limit) => {
        const seen: string[] = [];
        for (let cursor: string | undefined, more = true; more; ) {
          const { items, nextCursor } = partOf('letters', whole, { limit, cursor }, self);
          expect(items.length).toBeLessThanOrEqual(limit);
          if (whole.length > 0) expect(items).not.toEqual([]);
          seen.push(...items);
          more = nextCursor !== null;
          cursor = nextCursor ?? undefined;
        }
        expect(seen).toEqual(whole);
      }),
    );
  });

  it.each([
    'x',
    '',
    Buffer.from('["letters","c"]').toString('base64url'),
    Buffer.from('["numbers","a"]').toString('base64url'),
  ])('after nothing of it: refused (%s)', (cursor) => {
    expect(() => partOf('letters', ['a', 'b'], { cursor }, self)).toThrow('not one of this list');
  });
});
