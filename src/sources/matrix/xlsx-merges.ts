/** Cells that are shown as one: rows from 1, columns from 0, all included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const MERGE =
  /<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;
/** More than one merge takes; where a piece ends in the middle of one, the next piece goes on with it. */
const LONGEST = 1_024;
const MOST_MERGES = 100_000;
const A = 'A'.charCodeAt(0);

/** `A` is 0, `AA` is 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - A + 1);
  return column - 1;
}

/**
 * The merges of a sheet. They stand behind its cells, so they are looked for before these are read: by their sign alone, in a
 * fraction of the time that understanding the XML takes.
 */
export async function findMerges(pieces: AsyncIterable<Uint8Array>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    let end = 0;
    if (text.includes('mergeCell')) {
      for (const match of text.matchAll(MERGE)) {
        const [whole, left = '', top, right = '', bottom] = match;
        const columns = { left: columnOf(left), right: columnOf(right) };
        merges.push({ ...columns, top: Number(top), bottom: Number(bottom) });
        if (merges.length === MOST_MERGES) return merges;
        end = match.index + whole.length;
      }
    }
    rest = text.slice(Math.max(end, text.length - LONGEST));
  }
  return merges;
}

/** Which cells a merge covers: all but its first, which alone is shown. Rows are asked for mostly from top to bottom. */
export class CoveredCells {
  private readonly merges: readonly Merge[];
  private next = 0;
  private row = 0;
  /** Those that reach the present row. */
  private open: Merge[] = [];

  constructor(merges: readonly Merge[]) {
    this.merges = merges.toSorted((a, b) => a.top - b.top);
  }

  has(row: number, column: number): boolean {
    if (this.merges.length === 0) return false;
    if (row !== this.row) this.goTo(row);
    return this.open.some(
      ({ top, left, right }) => left <= column && column <= right && !(row === top && column === left),
    );
  }

  private goTo(row: number): void {
    if (row < this.row) {
      this.next = 0;
      this.open = [];
    }
    this.row = row;
    for (let merge = this.merges[this.next]; merge && merge.top <= row; merge = this.merges[this.next]) {
      this.open.push(merge);
      this.next += 1;
    }
    this.open = this.open.filter(({ bottom }) => bottom >= row);
  }
}
