import type { paths } from '#web/client/api.generated.ts';
import { initialsOf, readerClass } from '#web/words/people.ts';
import { nameAt } from '../study-name.ts';
import { type OpenHours, openHoursOf, widen } from './open-hours.ts';

type Board = paths['/api/versions/{id}/board']['get']['responses']['200']['content']['application/json'];
type Cause = Board['rows'][number]['runs'][number]['cause'];

export interface BoardReader {
  id: string;
  name: string;
  initials: string;
  /** Class of the colour. */
  colour: string;
}

/** A study at a hospital: a row of the board. */
export interface BoardStudy {
  key: string;
  hospital: string;
  study: string;
  label: string;
  /** The label without the hospital, which stands above it. */
  name: string;
}

/** From when to when somebody, or nobody, reads a study. */
export interface Run {
  from: string;
  to: string;
  /** Minutes since 1970, as are all of the board's instants. */
  start: number;
  end: number;
  scheduleDate: string;
  position: string | null;
  /** Whoever holds the position; with a cause they do not read it. */
  reader: BoardReader | null;
  cause: Cause;
}

/** Some dates of the board. */
export interface BoardChunk {
  studies: BoardStudy[];
  readers: BoardReader[];
  /** By study, then schedule date; a study without a run on a date has no entry. */
  runs: ReadonlyMap<string, ReadonlyMap<string, readonly Run[]>>;
  /** The hours in which anything is listed; null: nothing is. */
  open: OpenHours | null;
}

export const studyKeyOf = ({ hospital, study }: { hospital: string; study: string }): string =>
  `${hospital}|${study}`;

/** Equal instants and words become one text: a year of runs stays small. */
export function indexBoard(board: Board): BoardChunk {
  const instants = new Map<string, { text: string; minute: number }>();
  const instantOf = (text: string): { text: string; minute: number } => {
    let known = instants.get(text);
    if (!known) {
      known = { text, minute: Date.parse(text) / 60_000 };
      instants.set(text, known);
    }
    return known;
  };
  const words = new Map<string, string>();
  const wordOf = (text: string): string => {
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, text);
    return text;
  };
  const readers = board.people.map(({ id, name }) => ({
    ...{ id, name, initials: initialsOf(name), colour: readerClass(name) },
  }));
  const runs = new Map<string, Map<string, Run[]>>();
  const spans = new Set<string>();
  let open: OpenHours | null = null;
  for (const row of board.rows) {
    const byDate = new Map<string, Run[]>();
    for (const { from, to, scheduleDate, position, person, cause } of row.runs) {
      const [first, last] = [instantOf(from), instantOf(to)];
      const date = wordOf(scheduleDate);
      const ofDate = byDate.get(date) ?? [];
      ofDate.push({
        ...{ from: first.text, to: last.text, start: first.minute, end: last.minute, scheduleDate: date },
        position: position === null ? null : wordOf(position),
        ...{ reader: person === null ? null : (readers[person] ?? null), cause },
      });
      byDate.set(date, ofDate);
      const span = `${date} ${from} ${to}`;
      if (spans.has(span)) continue;
      spans.add(span);
      open = widen(open, openHoursOf(date, from, to));
    }
    runs.set(studyKeyOf(row), byDate);
  }
  const studies = board.rows.map(({ hospital, study, label }) => ({
    ...{ key: studyKeyOf({ hospital, study }), hospital, study, label, name: nameAt(hospital, label) },
  }));
  return { studies, readers, runs, open };
}
