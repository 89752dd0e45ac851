/**
 * R7: of the windows that list a study at the same instant the narrowest decides.
 *
 * `Mid Weekend 10pm-Midnight` lies inside `Mid Weekend … 5 pm - 12 am`: the wider one decides until 22:00, then the narrower.
 */
import type { EpochMinute } from '../domain/zone-clock.ts';
import type { StudyCell } from './study-cell.ts';

/** Cuts overlapping cells so that at every instant the narrowest stands, on a tie the earlier sheet, then the earlier date. */
export function narrowestCells(cells: StudyCell[]): StudyCell[] {
  cells.sort((a, b) => a.from - b.from);
  const result: StudyCell[] = [];
  const cluster: StudyCell[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    result.push(...(cluster.length > 1 ? resolve(cluster) : cluster));
    cluster.length = 0;
  };
  for (const cell of cells) {
    if (cell.from >= end) flush();
    cluster.push(cell);
    end = Math.max(end, cell.to);
  }
  flush();
  return result;
}

function resolve(cluster: readonly StudyCell[]): StudyCell[] {
  const cuts = cluster.flatMap((cell) => [cell.from, cell.to]).sort((a, b) => a - b);
  const pieces: StudyCell[] = [];
  let before: StudyCell | null = null;
  cuts.forEach((to, i) => {
    const from = cuts[i - 1] ?? to;
    if (from === to) return;
    const best = decidingCell(cluster, from, to);
    const last = pieces.at(-1);
    if (best && best === before && last) last.to = to;
    else if (best) pieces.push({ ...best, from, to });
    before = best;
  });
  return pieces;
}

function decidingCell(cluster: readonly StudyCell[], from: EpochMinute, to: EpochMinute): StudyCell | null {
  let best: StudyCell | null = null;
  for (const cell of cluster) {
    if (cell.from > from || cell.to < to) continue;
    if (best === null || decidesBefore(cell, best)) best = cell;
  }
  return best;
}

function decidesBefore(a: StudyCell, b: StudyCell): boolean {
  const order = a.demand.width - b.demand.width || a.demand.order - b.demand.order;
  return order < 0 || (order === 0 && a.date < b.date);
}
