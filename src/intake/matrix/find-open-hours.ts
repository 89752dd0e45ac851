/**
 * Hours of the week without any window are nobody's by plan; they are said once, as nothing more than a fact. Worked example:
 * windows 17:00-00:00, 00:00-01:00 and 01:00-08:00 on every day leave 08:00-17:00 open, on weekdays and weekends.
 */
import { clockMinutes, minuteOfDay, toClockTime } from '#src/domain/clock-time.ts';
import type { MatrixSheet } from '#src/domain/matrix.ts';
import type { DayType } from '#src/domain/shift-type.ts';
import { info, type ValidationMessage } from '#src/domain/validation.ts';

const DAY = 24 * 60;

/** The one message, or null where every hour has a window. Nights count for the day they begin on. */
export function findOpenHours(sheets: readonly MatrixSheet[]): ValidationMessage | null {
  const weekday = openSpans(sheets, 'WEEKDAY');
  const weekend = openSpans(sheets, 'WEEKEND');
  if (weekday.length + weekend.length === 0) return null;
  const said = [
    ...(weekday.length > 0 ? [`weekdays ${weekday.join(', ')}`] : []),
    ...(weekend.length > 0 ? [`weekends ${weekend.join(', ')}`] : []),
  ];
  return info(
    'HOURS_WITHOUT_WINDOW',
    `No sheet has a window for ${said.join(' and ')}; add a sheet if studies are to be read then.`,
    [],
    { weekday, weekend },
  );
}

function openSpans(sheets: readonly MatrixSheet[], dayType: DayType): string[] {
  const covered = new Array<boolean>(DAY).fill(false);
  for (const sheet of sheets) {
    if (sheet.dayType !== null && sheet.dayType !== dayType) continue;
    const start = minuteOfDay(sheet.start);
    for (let i = 0; i < clockMinutes(sheet); i += 1) covered[(start + i) % DAY] = true;
  }
  const spans: string[] = [];
  for (let minute = 0; minute < DAY; minute += 1) {
    if (covered[minute]) continue;
    const start = minute;
    while (minute < DAY && !covered[minute]) minute += 1;
    spans.push(`${toClockTime(start)}-${toClockTime(minute)}`);
  }
  return spans;
}
