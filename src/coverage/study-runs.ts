/**
 * One study laid out in time, ready to be asked: what decides it from when to when, when that changes, and what comes then.
 *
 * `Allen CT Neuro`: ON2 reads it from 01:00 to 08:00, then no window lists it until 17:00. Asked at 02:30, the answer holds
 * until 08:00. Where two versions in force meet, the narrower window decides.
 */
import { clockMinutes } from '../domain/clock-time.ts';
import type { EpochMinute } from '../domain/zone-clock.ts';
import type { GapCause, StudyCell } from './study-cell.ts';

/** A run of time with one answer and one reason; the last one never ends. */
export interface StudyRun {
  from: number;
  /** Null: nothing lists the study. */
  cell: StudyCell | null;
  /** Where nothing does: whether any other study is listed. */
  unlisted: 'NOT_LISTED' | 'NO_WINDOW' | null;
  /** When the answer changes (the reason alone may change before); null where it never does. */
  until: EpochMinute | null;
  next: { name: string | null; cause: GapCause | null } | null;
}

/** Whether any study at all is listed, as runs in order: the first begins with the first window, the last never ends. */
export type ListedRuns = readonly { from: number; listed: boolean }[];

export function buildListedRuns(cells: Iterable<readonly StudyCell[]>): ListedRuns {
  const spans = [...cells].flat().sort((a, b) => a.from - b.from);
  const runs: { from: number; listed: boolean }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    if (from > end) {
      if (end > Number.NEGATIVE_INFINITY) runs.push({ from: end, listed: false });
      runs.push({ from, listed: true });
    }
    end = Math.max(end, to);
  }
  return [...runs, { from: end, listed: false }];
}

/** The runs of a study with these cells (in order of time; none for one that nothing lists). */
export function buildStudyRuns(cells: readonly StudyCell[], listed: ListedRuns): StudyRun[] {
  const cuts = new Set([Number.NEGATIVE_INFINITY, ...listed.map(({ from }) => from)]);
  for (const { from, to } of cells) cuts.add(from).add(to);
  const runs: StudyRun[] = [];
  const open: StudyCell[] = [];
  let nextCell = 0;
  let nextListed = 0;
  let anyListed = false;
  for (const from of [...cuts].sort((a, b) => a - b)) {
    for (let cell = cells[nextCell]; cell && cell.from <= from; cell = cells[++nextCell]) open.push(cell);
    for (let run = listed[nextListed]; run && run.from <= from; run = listed[++nextListed])
      anyListed = run.listed;
    for (let i = open.length - 1; i >= 0; i--) if ((open[i]?.to ?? 0) <= from) open.splice(i, 1);
    const cell = narrowestOf(open);
    const unlisted = cell ? null : anyListed ? 'NOT_LISTED' : 'NO_WINDOW';
    const last = runs.at(-1);
    if (last && last.cell === cell && last.unlisted === unlisted) continue;
    runs.push({ from, cell, unlisted, until: null, next: null });
  }
  return withChanges(runs);
}

/** The narrowest window, on a tie the one that was first. */
function narrowestOf(open: readonly StudyCell[]): StudyCell | null {
  let best: StudyCell | null = null;
  for (const cell of open) if (best === null || widthOf(cell) < widthOf(best)) best = cell;
  return best;
}

function widthOf(cell: StudyCell): number {
  const { source } = cell.demand;
  return clockMinutes('rule' in source ? source.rule : source.instance);
}

/** From the end: a run that answers as the one after it changes when that one does. */
function withChanges(runs: StudyRun[]): StudyRun[] {
  for (let i = runs.length - 2; i >= 0; i--) {
    const [run, after] = [runs[i], runs[i + 1]];
    if (!run || !after) continue;
    if (sameAnswer(run, after)) Object.assign(run, { until: after.until, next: after.next });
    else Object.assign(run, { until: after.from, next: toNext(after) });
  }
  return runs;
}

const sameAnswer = (a: StudyRun, b: StudyRun): boolean =>
  a.unlisted === b.unlisted && a.cell?.cause === b.cell?.cause && a.cell?.person?.id === b.cell?.person?.id;

function toNext({ cell, unlisted }: StudyRun): StudyRun['next'] {
  if (!cell) return { name: null, cause: unlisted };
  return { name: cell.cause ? null : (cell.person?.name ?? null), cause: cell.cause };
}

/** The run that holds a minute. */
export function runAt(runs: readonly StudyRun[], minute: number): StudyRun {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.from ?? 0) <= minute) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  if (!run) throw new Error('A study without runs');
  return run;
}
