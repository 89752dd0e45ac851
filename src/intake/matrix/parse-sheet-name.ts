/**
 * A sheet's name says when it applies. `Mid Weekday Neuro 6 pm - 12 am`: category Mid, on weekdays, in scenario NEURO, from
 * 18:00 to 00:00. `Mid  12am-1am` has two spaces where day type and scenario would stand: every day, both scenarios. The
 * number that a program gives a copied sheet (`… 12 am (2)`, `… 12 am_2`) says nothing about hours: both sheets apply.
 */
import type { ClockSpan } from '#src/domain/clock-time.ts';
import type { Category, DayType, Scenario } from '#src/domain/shift-type.ts';
import { collapseSpaces } from '#src/domain/study.ts';
import { findWindow } from './parse-window.ts';

export interface SheetTitle extends ClockSpan {
  category: Category;
  /** Null: every day. */
  dayType: DayType | null;
  /** Null: both scenarios. */
  scenario: Scenario | null;
}

type Word =
  | { part: 'category'; value: Category }
  | { part: 'dayType'; value: DayType }
  | { part: 'scenario'; value: Scenario };

const WORDS = new Map<string, Word>([
  ['mid', { part: 'category', value: 'MID' }],
  ['on', { part: 'category', value: 'ON' }],
  ['day', { part: 'category', value: 'DAY' }],
  ['weekday', { part: 'dayType', value: 'WEEKDAY' }],
  ['weekdays', { part: 'dayType', value: 'WEEKDAY' }],
  ['weekend', { part: 'dayType', value: 'WEEKEND' }],
  ['weekends', { part: 'dayType', value: 'WEEKEND' }],
  ['neuro', { part: 'scenario', value: 'NEURO' }],
  ['body', { part: 'scenario', value: 'BODY' }],
]);

const copyNumber = /(?:\s?\(\d{1,2}\)|_\d{1,2})$/;

/** What a name says, or the reason why it says nothing (`it names no hours`). */
export function parseSheetName(name: string): SheetTitle | { reason: string } {
  const found = findWindow(collapseSpaces(name).replace(copyNumber, ''));
  if (!found) return { reason: 'its name gives no hours such as "5 pm - 12 am"' };
  const title: { category?: Category; dayType?: DayType; scenario?: Scenario } = {};
  for (const written of found.rest.split(/[\s,;:|/()_-]+/).filter(Boolean)) {
    const word = WORDS.get(written.toLowerCase());
    if (!word) return { reason: `the word "${written}" in its name is not known` };
    if (title[word.part] !== undefined)
      return { reason: `its name gives more than one ${PART_NAMES[word.part]}` };
    Object.assign(title, { [word.part]: word.value });
  }
  if (title.category === undefined) return { reason: 'its name does not begin with Mid, ON or Day' };
  return {
    category: title.category,
    dayType: title.dayType ?? null,
    scenario: title.scenario ?? null,
    ...found.span,
  };
}

const PART_NAMES: Record<Word['part'], string> = {
  category: 'category (Mid, ON, Day)',
  dayType: 'day type (Weekday, Weekend)',
  scenario: 'scenario (Neuro, Body)',
};
