import type { paths } from '#web/client/api.generated.ts';
import { daysBetween } from '#web/words/moments.ts';

type Calendar =
  paths['/api/versions/{id}/calendar']['get']['responses']['200']['content']['application/json'];
export type CalendarDay = Calendar['days'][number];

export interface CalendarMonth {
  /** `2026-12` */
  key: string;
  /** From Monday to Sunday; null: a day of another month, or without the version. */
  weeks: (CalendarDay | null)[][];
}

const MONDAY = '2024-01-01';
/** 0 is Monday. */
const weekdayOf = (date: string): number => ((daysBetween(MONDAY, date) % 7) + 7) % 7;

export function toMonths(days: readonly CalendarDay[]): CalendarMonth[] {
  const byMonth = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  return [...byMonth].map(([key, ofMonth]) => {
    const shift = weekdayOf(`${key}-01`);
    const places: (CalendarDay | null)[] = [];
    for (const day of ofMonth) places[shift + Number(day.date.slice(8)) - 1] = day;
    const rows = Math.ceil(places.length / 7);
    const weeks = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: 7 }, (__, column) => places[row * 7 + column] ?? null),
    );
    return { key, weeks: weeks.filter((week) => week.some((day) => day !== null)) };
  });
}

/** How much of a date has no reader; `none` where nothing is listed. */
export type Level = 'none' | 'full' | 'few' | 'some' | 'many';

export function levelOf({ requiredHours, coveredHours }: CalendarDay): Level {
  if (requiredHours === 0) return 'none';
  const open = (requiredHours - coveredHours) / requiredHours;
  if (open <= 0) return 'full';
  return open < 0.02 ? 'few' : open < 0.1 ? 'some' : 'many';
}

export const LEVEL_NAMES: Record<Level, string> = {
  full: 'Every study has a reader',
  few: 'Under 2 % of the hours lack one',
  some: '2 to 10 %',
  many: '10 % and more',
  none: 'Nothing is listed',
};
