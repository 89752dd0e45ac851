import { Notice } from '#web/components/notice.tsx';
import { counted } from '#web/words/counted.ts';
import { datesText, lengthText } from '#web/words/date-span.ts';
import { addDays, daysBetween, dayYearText } from '#web/words/moments.ts';
import { datesWithoutSchedule } from './timeline-layout.ts';
import type { Period } from './version-queries.ts';

/** Soon enough to import the next schedule without haste. */
const SOON_DAYS = 42;

/** The dates from today on that no version is in force for, before anybody asks who reads then. */
export function MissingSchedule({ periods, today }: { periods: readonly Period[]; today: string }) {
  const end = periods.at(-1)?.to;
  if (end === undefined || end < today)
    return (
      <Notice tone="danger" title="No schedule is in force.">
        {end === undefined
          ? 'Nothing was promoted yet: nobody can be told who reads.'
          : `The last one ended on ${dayYearText(end)}: nobody can be told who reads.`}
      </Notice>
    );
  const holes = datesWithoutSchedule(end, periods, today).filter(({ to }) => to >= today);
  if (holes.length > 0)
    return (
      <Notice tone="danger" title="Dates without a schedule lie ahead.">
        {holes.map((hole) => `${datesText(hole)} (${lengthText(hole)})`).join(', ')}. The schedule ends on{' '}
        {dayYearText(end)}.
      </Notice>
    );
  const days = daysBetween(today, end);
  if (days > SOON_DAYS) return null;
  return (
    <Notice tone="warning" title={`The schedule ends in ${counted(days, 'day')}.`}>
      From {dayYearText(addDays(end, 1))} on there is none.
    </Notice>
  );
}
