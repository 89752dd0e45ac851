import { type DateSpan, merged, overlaps, without } from '#web/words/date-span.ts';
import type { Period } from './version-queries.ts';

/** What a promotion does to another version: the dates that remain to it, none where it is archived. */
export interface LostDates {
  version: string;
  remaining: DateSpan[];
}

/** The other versions in force that lose dates to one once it is promoted, by date. */
export function versionsThatLoseDates(
  promoted: DateSpan & { id: string },
  periods: readonly Period[],
): LostDates[] {
  const taken = periods.filter((period) => period.version !== promoted.id && overlaps(period, promoted));
  return [...new Set(taken.map(({ version }) => version))].map((version) => {
    const own = periods.filter((period) => period.version === version);
    return { version, remaining: merged(own.flatMap((period) => without(period, [promoted]))) };
  });
}

/** The dates that have no schedule once a version is archived: those for which it is in force. */
export const datesLostWith = (id: string, periods: readonly Period[]): DateSpan[] =>
  merged(periods.filter(({ version }) => version === id));
