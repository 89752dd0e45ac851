import type { LocalDate } from '../domain/local-date.ts';

/** Groups in order of first appearance; each has at least one member. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

export function sortedDates(dates: readonly LocalDate[]): LocalDate[] {
  return [...new Set(dates)].sort();
}

/** `2026-04-09`, or the first three and the number of the others. */
export function datesText(dates: readonly LocalDate[]): string {
  if (dates.length <= 4) return dates.join(', ');
  return `${dates.slice(0, 3).join(', ')} and ${dates.length - 3} more dates`;
}
