/**
 * What a change does, in words that a scheduler can act on. With Greavesend off ON2 17 studies have no reader from 00:00 to
 * 08:00; with Vexley in his place all 17 have one. Crowhurst, who reads body only, re-cuts the night and leaves 10 without.
 */
import type { Schemas } from '#web/client/api.ts';
import { counted } from '#web/words/counted.ts';
import { clockOf, dateOf, momentText } from '#web/words/moments.ts';

export type Change = Schemas['Change'];
type ReaderChange = Schemas['ReaderChange'];

/** A study with the hours that it is about: `00:00–04:00, 07:00–08:00`. */
export interface StudyLine {
  label: string;
  hours: string;
}

/** Studies that go from one reader to another. */
export interface Move {
  before: string;
  after: string;
  studies: StudyLine[];
}

export interface Effect {
  /** Studies that lose their reader for now and have one with the change; or that had none before. */
  covered: string[];
  /** Of those that are about to lose theirs, or had none, the ones that have none with the change either. */
  left: StudyLine[];
  /** Others, which lose theirs by the change. */
  lost: StudyLine[];
  moves: Move[];
  recuts: string[];
}

/** What somebody's absence does (`loss` null), or a change, told against the absence that it makes good. */
export function effectOf(change: Change, loss: Change | null): Effect {
  const missed = new Set((loss?.newlyUncovered ?? []).map(({ label }) => label));
  const left = change.newlyUncovered.filter(({ label }) => missed.has(label));
  const lost = change.newlyUncovered.filter(({ label }) => !missed.has(label));
  const stillOpen = loss ? [] : change.changes.filter(({ kind }) => kind === 'cause');
  const leftLabels = new Set(left.map(({ label }) => label));
  const covered = [...missed].filter((label) => !leftLabels.has(label));
  return {
    covered: [...new Set([...covered, ...change.newlyCovered.map(({ label }) => label)])],
    left: studyLines([...left, ...stillOpen]),
    lost: studyLines(lost),
    moves: movesOf(change.changes),
    recuts: change.recuts.map(recutText),
  };
}

/** Each study once, by name, its hours joined where they meet. */
export function studyLines(changes: readonly ReaderChange[]): StudyLine[] {
  const byLabel = Map.groupBy(changes, ({ label }) => label);
  return [...byLabel]
    .map(([label, pieces]) => ({ label, hours: joinHours(pieces) }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
}

function joinHours(pieces: readonly Pick<ReaderChange, 'from' | 'to'>[]): string {
  const joined: { from: string; to: string }[] = [];
  for (const { from, to } of pieces.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const last = joined.at(-1);
    if (last && Date.parse(last.to) >= Date.parse(from)) last.to = to;
    else joined.push({ from, to });
  }
  return joined.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(', ');
}

function movesOf(changes: readonly ReaderChange[]): Move[] {
  const changed = changes.filter(({ kind }) => kind === 'changed');
  const byPair = Map.groupBy(changed, ({ before, after }) => `${before.name}|${after.name}`);
  return [...byPair.values()]
    .map((pieces) => ({
      ...{ before: pieces[0]?.before.name ?? '', after: pieces[0]?.after.name ?? '' },
      studies: studyLines(pieces),
    }))
    .toSorted((a, b) => b.studies.length - a.studies.length);
}

/** `Sun 13 Dec, 01:00 to 04:00: back to the standard cut` */
function recutText({ from, to, after }: Schemas['Recut']): string {
  const says = after === 'BODY' ? 're-cut into a body and a neuro position' : 'back to the standard cut';
  return `${momentText(from)} to ${clockOf(to)}: ${says}`;
}

export const studies = (count: number): string => counted(count, 'study', 'studies');

const verb = (count: number, word: string): string => (count === 1 ? `${word}s` : word);
const have = (count: number): string => (count === 1 ? 'has' : 'have');
const loses = (count: number): string => (count === 1 ? 'loses its' : 'lose their');

/** `Sun 13 Dec, 00:00 to 08:00`, from the first hour that is touched to the last; empty where none is. */
export function touchedHours(changes: readonly Pick<ReaderChange, 'from' | 'to'>[]): string {
  const [first] = changes.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const last = changes.toSorted((a, b) => Date.parse(b.to) - Date.parse(a.to))[0];
  if (!first || !last) return '';
  const isSameDay = dateOf(first.from) === dateOf(last.to);
  return `${momentText(first.from)} to ${isSameDay ? clockOf(last.to) : momentText(last.to)}`;
}

/** What an absence does, in a sentence. */
export function lossSentence({ lost, moves }: Effect): string {
  const moved = new Set(moves.flatMap((move) => move.studies.map(({ label }) => label))).size;
  const others =
    moved > 0 ? `; ${moved} ${lost.length > 0 ? 'more ' : ''}${verb(moved, 'change')} reader` : '';
  if (lost.length === 0) return `No study loses its reader${others}.`;
  return `${studies(lost.length)} ${loses(lost.length)} reader${others}.`;
}

/** What a change does, in a sentence: the same before it is made and after. */
export function effectSentence({ covered, left, lost, moves }: Effect): string {
  const all = covered.length + left.length;
  const parts: string[] = [];
  if (all > 0 && left.length === 0)
    parts.push(all === 1 ? 'The one study has a reader' : `All ${all} studies have a reader`);
  else if (all > 0)
    parts.push(
      `${covered.length} of ${studies(all)} ${have(covered.length)} a reader, ${left.length} ${have(left.length)} none`,
    );
  if (lost.length > 0) parts.push(`${studies(lost.length)} ${loses(lost.length)} reader`);
  if (parts.length === 0) {
    const moved = new Set(moves.flatMap((move) => move.studies.map(({ label }) => label))).size;
    return moved > 0
      ? `${studies(moved)} ${verb(moved, 'change')} reader; ${moved === 1 ? 'it has one' : 'all have one'}.`
      : 'No study changes reader.';
  }
  return `${parts.join('; ')}.`;
}

/** Whether something is without a reader with the change that has one, or should have. */
export const leavesHoles = ({ left, lost }: Effect): boolean => left.length + lost.length > 0;
