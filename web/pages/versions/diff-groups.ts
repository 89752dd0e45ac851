import type { Schemas } from '#web/client/api.ts';

export type ReaderChange = Schemas['ReaderChange'];
export type ReaderState = Schemas['ReaderState'];

/** The gravest first. */
export const CHANGE_KINDS = ['uncovered', 'covered', 'changed', 'cause'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const KIND_NAMES: Record<ChangeKind, string> = {
  uncovered: 'Loses its reader',
  covered: 'Gains a reader',
  changed: 'Another reader',
  cause: 'Another cause',
};

/** Studies to which the same happens in the same hours. */
export interface ChangeBlock {
  from: string;
  to: string;
  kind: ChangeKind;
  before: ReaderState;
  after: ReaderState;
  hospitals: { hospital: string; studies: string[] }[];
}

export interface ChangeDate {
  /** Schedule date. */
  date: string;
  studies: number;
  blocks: ChangeBlock[];
}

/** By schedule date; in each what is lost first, then by time. */
export function groupChanges(changes: readonly ReaderChange[]): ChangeDate[] {
  const dates = new Map<string, Map<string, ReaderChange[]>>();
  for (const change of changes) {
    const blocks = dates.get(change.scheduleDate) ?? new Map<string, ReaderChange[]>();
    dates.set(change.scheduleDate, blocks);
    const key = JSON.stringify([change.from, change.to, change.kind, change.before, change.after]);
    blocks.set(key, [...(blocks.get(key) ?? []), change]);
  }
  return [...dates]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, blocks]) => ({
      date,
      studies: new Set([...blocks.values()].flat().map(({ hospital, study }) => `${hospital}|${study}`)).size,
      blocks: [...blocks.values()].flatMap(toBlock).toSorted(byWeight),
    }));
}

function toBlock(same: readonly ReaderChange[]): ChangeBlock[] {
  const [first] = same;
  if (!first) return [];
  const { from, to, kind, before, after } = first;
  const hospitals = new Map<string, string[]>();
  for (const change of same)
    hospitals.set(change.hospital, [...(hospitals.get(change.hospital) ?? []), studyText(change)]);
  const listed = [...hospitals].map(([hospital, studies]) => ({ hospital, studies }));
  return [{ from, to, kind, before, after, hospitals: listed }];
}

/** The label as the matrix writes it, without the hospital that stands before it. */
const studyText = ({ hospital, label, study }: ReaderChange): string =>
  label.toLowerCase().startsWith(`${hospital.toLowerCase()} `) ? label.slice(hospital.length + 1) : study;

const byWeight = (a: ChangeBlock, b: ChangeBlock): number =>
  Number(a.kind !== 'uncovered') - Number(b.kind !== 'uncovered') ||
  (a.from < b.from ? -1 : a.from > b.from ? 1 : CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));

/** How often each happens, in runs of one study. */
export const countKinds = (changes: readonly ReaderChange[]): Record<ChangeKind, number> => {
  const count = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  return {
    ...{ uncovered: count('uncovered'), covered: count('covered') },
    ...{ changed: count('changed'), cause: count('cause') },
  };
};

/** Whether every word of the search stands in hospital, study or reader. */
export function isFound(change: ReaderChange, search: string): boolean {
  const { hospital, study, label, before, after } = change;
  return hasWords([hospital, study, label, before.name, after.name], search);
}

export function hasWords(texts: readonly (string | null)[], search: string): boolean {
  const text = texts.join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Items by their date, in the order of the list. */
export function groupByDate<Item extends { date: string }>(
  items: readonly Item[],
): { date: string; items: Item[] }[] {
  const dates = new Map<string, Item[]>();
  for (const item of items) dates.set(item.date, [...(dates.get(item.date) ?? []), item]);
  return [...dates].map(([date, found]) => ({ date, items: found }));
}
