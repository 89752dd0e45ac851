import { CodedError } from '#src/domain/errors.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';

export interface DateSpan {
  from: LocalDate;
  to: LocalDate;
}

/** The dates that a version has of those asked for (null: its own first or last). BAD_REQUEST where it has none. */
export function spanOfVersion(
  version: Pick<ScheduleVersion, 'from' | 'to'>,
  from: LocalDate | null,
  to: LocalDate | null,
): DateSpan {
  const span = commonDates(version, { from: from ?? version.from, to: to ?? version.to });
  if (span) return span;
  throw new CodedError(
    'BAD_REQUEST',
    `The version is for ${version.from} to ${version.to}; it has none of these dates.`,
  );
}

/** One date more at either end: what lies on the edge of a span is decided by windows of the dates beside it, too (R7). */
export const withNeighbours = ({ from, to }: DateSpan): DateSpan => ({
  from: addDays(from, -1),
  to: addDays(to, 1),
});

/** What two spans have in common; null where they have no date. */
export function commonDates(a: DateSpan, b: DateSpan): DateSpan | null {
  const span = { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to };
  return span.from <= span.to ? span : null;
}
