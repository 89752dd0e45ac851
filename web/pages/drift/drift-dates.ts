import { type ChangeBlock, groupByDate, groupChanges } from '#web/pages/versions/diff-groups.ts';
import type { RosterDifference } from '#web/pages/versions/roster-differences.tsx';
import type { Import, Version } from '#web/pages/versions/version-queries.ts';
import type { VersionDrift } from './drift-queries.ts';

/** One schedule date: what the roster says otherwise, and which studies that touches. */
export interface DriftDate {
  date: string;
  differences: RosterDifference[];
  studies: number;
  blocks: ChangeBlock[];
}

export function driftDates({ differences, coverage }: VersionDrift): DriftDate[] {
  const shifts = new Map(groupByDate(differences).map(({ date, items }) => [date, items]));
  const changes = new Map(groupChanges(coverage).map((change) => [change.date, change]));
  return [...new Set([...shifts.keys(), ...changes.keys()])].toSorted().map((date) => ({
    ...{ date, differences: shifts.get(date) ?? [] },
    ...{ studies: changes.get(date)?.studies ?? 0, blocks: changes.get(date)?.blocks ?? [] },
  }));
}

const MOST_MONTHS = 24;

/** How many months to look at, the present one first, to reach the end of what is in force; as many as can be asked for. */
export function monthsToLookAt(today: string, lastInForce: string | undefined): number {
  if (lastInForce === undefined || lastInForce < today) return 1;
  const month = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return Math.min(MOST_MONTHS, month(lastInForce) - month(today) + 1);
}

/** Staging versions into which the roster looked at has been put already. */
export function alreadyApplied(
  seen: Pick<Import, 'checksum'>,
  rosters: readonly Import[],
  versions: readonly Version[],
): Version[] {
  const holders = new Set(
    rosters.flatMap(({ version, checksum, state }) =>
      version !== null && state === 'COMPLETE' && checksum !== null && checksum === seen.checksum
        ? [version]
        : [],
    ),
  );
  return versions.filter(({ id, status }) => status === 'STAGING' && holders.has(id));
}
