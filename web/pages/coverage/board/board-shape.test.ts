import { describe, expect, it } from 'vitest';
import type { BoardChunk } from './board-chunk.ts';
import { toItems } from './board-items.ts';
import { growShape, shapeOf } from './board-shape.ts';

const study = (hospital: string, name: string) => ({
  ...{ key: `${hospital}|${name}`, hospital, study: name, label: `${hospital} ${name}`, name },
});
const chunk = (change: Partial<BoardChunk> = {}): BoardChunk => ({
  studies: [study('MERCY', 'CT Neuro'), study('LAKE', 'US')],
  ...{ readers: [], runs: new Map(), open: { from: 17, to: 32 } },
  ...change,
});

describe('the shape of the board', () => {
  const shape = shapeOf(chunk());

  it('stays the same object while nothing new is seen', () => {
    expect(growShape(shape, chunk({ open: { from: 18, to: 24 } }))).toBe(shape);
    expect(growShape(shape, chunk({ open: null }))).toBe(shape);
  });

  it('takes in the studies and hours of other dates', () => {
    const grown = growShape(
      shape,
      chunk({ studies: [study('MERCY', 'MR Body')], open: { from: 8, to: 32 } }),
    );
    expect(grown.studies.map(({ key }) => key)).toEqual(['MERCY|CT Neuro', 'MERCY|MR Body', 'LAKE|US']);
    expect(grown.open).toEqual({ from: 8, to: 32 });
  });

  it('is a whole day where nothing is listed', () => {
    expect(shapeOf(chunk({ open: null })).open).toEqual({ from: 0, to: 24 });
  });
});

it('sets each hospital above its studies', () => {
  expect(toItems(chunk().studies).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    ...['hospital MERCY', 'study MERCY|CT Neuro', 'hospital LAKE', 'study LAKE|US'],
  ]);
});
