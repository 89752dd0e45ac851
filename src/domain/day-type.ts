import { dayOfWeek, type LocalDate } from './local-date.ts';
import type { DayType } from './shift-type.ts';

/** R5: Saturday, Sunday and the department's holidays are Weekend. */
export function dayTypeOf(date: LocalDate, holidays: readonly LocalDate[]): DayType {
  return dayOfWeek(date) >= 6 || holidays.includes(date) ? 'WEEKEND' : 'WEEKDAY';
}
