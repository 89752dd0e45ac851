import type { BoardChunk, BoardStudy } from './board-chunk.ts';
import { type OpenHours, widen } from './open-hours.ts';

/** What all dates of the board have in common, as far as they have been seen: it only grows. */
export interface BoardShape {
  studies: readonly BoardStudy[];
  open: OpenHours;
}

const WHOLE_DAY: OpenHours = { from: 0, to: 24 };

export const shapeOf = ({ studies, open }: BoardChunk): BoardShape => ({ studies, open: open ?? WHOLE_DAY });

/**
 * With what other dates add: of a flat list these may be studies, which then stand behind those of their hospital. The same
 * object where they add nothing.
 */
export function growShape(shape: BoardShape, chunk: BoardChunk): BoardShape {
  const known = new Set(shape.studies.map(({ key }) => key));
  const added = chunk.studies.filter(({ key }) => !known.has(key));
  const open = widen(shape.open, chunk.open) ?? shape.open;
  if (added.length === 0 && open === shape.open) return shape;
  const groups = Map.groupBy([...shape.studies, ...added], ({ hospital }) => hospital);
  return { studies: [...groups.values()].flat(), open };
}
