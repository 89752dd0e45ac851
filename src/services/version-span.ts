import { CodedError } from '#src/domain/errors.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import { countDates, type DateSpan, periodFault } from '#src/domain/schedule-dates.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';

/** BAD_REQUEST for dates that no version can be for: outside those of schedules, more than two years, or backwards. */
export function requirePeriod(period: DateSpan): void {
  const fault = periodFault(period);
  if (fault) throw new CodedError('BAD_REQUEST', fault.says, { field: fault.field });
}

/** BAD_REQUEST for a span that ends before it begins; either end may be open. */
export function requireSpan(from: LocalDate | null, to: LocalDate | null): void {
  if (from !== null && to !== null && from > to) {
    throw new CodedError('BAD_REQUEST', `A span cannot end (${to}) before it begins (${from}).`);
  }
}

/** BAD_REQUEST for more dates than are answered at once. `what` has so many at most: `A board shows`. */
export function requireFewDates(span: DateSpan, most: number, what: string): void {
  const dates = countDates(span);
  if (dates <= most) return;
  const says = `${what} at most ${most} schedule dates; ${span.from} to ${span.to} are ${dates}. Ask for fewer, by from and to.`;
  throw new CodedError('BAD_REQUEST', says);
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
