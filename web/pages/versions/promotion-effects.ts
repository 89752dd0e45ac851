import { type DateSpan, merged, overlaps, without } from './date-span.ts';
import type { Period } from './version-queries.ts';

/** What a promotion does to another version: the dates that remain to it, none where it is archived. */
export interface LostDates {
  version: string;
  remaining: DateSpan[];
}

/** The versions in force that lose dates to a version once it is promoted for `span`, by date. */
export function versionsThatLoseDates(span: DateSpan, periods: readonly Period[]): LostDates[] {
  const losers = new Set(periods.filter((period) => overlaps(period, span)).map(({ version }) => version));
  return [...losers].map((version) => {
    const own = periods.filter((period) => period.version === version);
    return { version, remaining: merged(own.flatMap((period) => without(period, [span]))) };
  });
}

/** The dates that have no schedule once a version is archived: those for which it is in force. */
export const datesLostWith = (id: string, periods: readonly Period[]): DateSpan[] =>
  merged(periods.filter(({ version }) => version === id));
