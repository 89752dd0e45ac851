import type { Gap } from '../coverage-queries.ts';
import { nameAt } from '../study-name.ts';

/** Gaps of several studies that have one cause: what one change closes. */
export interface GapGroup {
  key: string;
  scheduleDate: string;
  from: string;
  to: string;
  cause: Gap['cause'];
  position: string | null;
  person: string | null;
  /** In the order of the gaps. */
  hospitals: { hospital: string; studies: { study: string; name: string }[] }[];
  /** How many studies. */
  size: number;
}

/** By schedule date, then time; of one date, time, cause, position and person together. */
export function groupGaps(gaps: readonly Gap[]): GapGroup[] {
  const groups = new Map<string, GapGroup>();
  for (const { scheduleDate, from, to, cause, position, person, hospital, study, label } of gaps) {
    const key = [scheduleDate, from, to, cause, position, person].join('|');
    let group = groups.get(key);
    if (!group) {
      group = { key, scheduleDate, from, to, cause, position, person, hospitals: [], size: 0 };
      groups.set(key, group);
    }
    const known = group.hospitals.find((each) => each.hospital === hospital);
    const named = { study, name: nameAt(hospital, label) };
    if (known) known.studies.push(named);
    else group.hospitals.push({ hospital, studies: [named] });
    group.size += 1;
  }
  return [...groups.values()].toSorted(
    (a, b) => compare(a.scheduleDate, b.scheduleDate) || Date.parse(a.from) - Date.parse(b.from),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
