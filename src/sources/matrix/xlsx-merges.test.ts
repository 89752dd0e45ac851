import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoveredCells, columnOf, findMerges, type Merge } from './xlsx-merges.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('the merges of a sheet', () => {
  const text = `<sheetData><c><v>mergeCell ref="A1:B1"</v></c>${'<row/>'.repeat(400)}</sheetData><mergeCells count="3">
    <mergeCell ref="A1:B2"/><x:mergeCell other="1" ref='AA10:AB10'></x:mergeCell><mergeCell ref="C3:C1048576"/></mergeCells>`;
  const merges: Merge[] = [
    { top: 1, left: 0, bottom: 2, right: 1 },
    { top: 10, left: 26, bottom: 10, right: 27 },
    { top: 3, left: 2, bottom: 1_048_576, right: 2 },
  ];

  it.each([1, 7, 64, 1_000, 100_000])('are found however the bytes come: %i at a time', async (size) => {
    expect(await findMerges(inPieces(text, size))).toEqual(merges);
  });

  it('are none where there are none', async () => {
    expect(await findMerges(inPieces('<sheetData/>', 5))).toEqual([]);
  });
});

it('columns have letters', () => {
  expect(['A', 'Z', 'AA', 'XFD'].map(columnOf)).toEqual([0, 25, 26, 16_383]);
});

it('a merge covers all but its first cell, in whatever order cells are asked for', () => {
  const small = fc.integer({ min: 0, max: 6 });
  const merge = fc.tuple(small, small, small, small).map(
    ([top, left, height, width]): Merge => ({
      ...{ top: top + 1, left, bottom: top + 1 + height, right: left + width },
    }),
  );
  const places = fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 14 })));
  fc.assert(
    fc.property(fc.array(merge, { maxLength: 6 }), places, (merges, asked) => {
      const covered = new CoveredCells(merges);
      for (const [row, column] of asked) {
        const expected = merges.some(
          ({ top, left, bottom, right }) =>
            row >= top &&
            row <= bottom &&
            column >= left &&
            column <= right &&
            !(row === top && column === left),
        );
        expect(covered.has(row, column)).toBe(expected);
      }
    }),
  );
});
