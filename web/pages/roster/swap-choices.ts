/**
 * Two people change places: which shifts there are to swap with, and what stands against it for either of them.
 *
 * Ashgrove (ON1 of the 12th) swaps with Vexley (ON2 of the 14th). Were she on MidC of the 13th until midnight and on ON2 of the
 * 13th, which begins at 23:00, she would be on two at once; were ON1 of the 14th hers, she would come off it nine hours before.
 */
import { REST_HOURS } from '#src/domain/rest-hours.ts';
import { clockOf, daysBetween, momentText } from '#web/words/moments.ts';
import { isFound, partOfDuty } from './roster-grid.ts';
import type { Duty } from './roster-queries.ts';

/** How far around a shift others are looked for, in days. */
export const DAYS_AROUND = 14;
const MOST_SHOWN = 40;

export const swapKey = ({ scheduleDate, shiftType, person }: Duty): string =>
  `${scheduleDate}.${shiftType}.${person?.id ?? ''}`;

/** Shifts of others that have not ended, the nearest first; `search` narrows them by person, shift or date. */
export function listSwapChoices(
  duties: readonly Duty[],
  own: Duty,
  { now, search }: { now: number; search: string },
): Duty[] {
  const distance = (duty: Duty): number => Math.abs(daysBetween(own.scheduleDate, duty.scheduleDate));
  const keys = new Set<string>();
  return duties
    .filter(({ person, to }) => person && person.id !== own.person?.id && Date.parse(to) > now)
    .filter((duty) => {
      const isNew = !keys.has(swapKey(duty));
      keys.add(swapKey(duty));
      return isNew && (search.trim() === '' || matches(duty, search));
    })
    .toSorted((a, b) => distance(a) - distance(b) || Date.parse(a.from) - Date.parse(b.from))
    .slice(0, MOST_SHOWN);
}

function matches(duty: Duty, search: string): boolean {
  if (isFound(partOfDuty(duty), search)) return true;
  const text = `${duty.shiftType} ${momentText(duty.from)}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What would stand against a swap, in sentences: two shifts at once, or too little rest between two. */
export function swapClashes(duties: readonly Duty[], own: Duty, other: Duty): string[] {
  return [...clashesOf(duties, other.person, own, other), ...clashesOf(duties, own.person, other, own)];
}

/** `person` takes the one and gives the other. */
function clashesOf(duties: readonly Duty[], person: Duty['person'], takes: Duty, gives: Duty): string[] {
  if (!person) return [];
  const kept = duties.filter(
    (duty) => duty.person?.id === person.id && swapKey(duty) !== swapKey(gives) && duty.id !== takes.id,
  );
  return kept.flatMap((duty) => {
    const [before, after] = [hoursBetween(duty.to, takes.from), hoursBetween(takes.to, duty.from)];
    const { shiftType } = duty;
    if (before < 0 && after < 0)
      return [`${person.name} is on ${shiftType} from ${momentText(duty.from)} to ${clockOf(duty.to)}.`];
    if (before >= 0 && before < REST_HOURS)
      return [`${person.name} comes off ${shiftType} at ${momentText(duty.to)}, ${inHours(before)} before.`];
    if (after >= 0 && after < REST_HOURS)
      return [`${person.name} goes on ${shiftType} at ${momentText(duty.from)}, ${inHours(after)} after.`];
    return [];
  });
}

/** Elapsed. */
const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;
const inHours = (hours: number): string => `${Math.round(hours * 10) / 10} h`;
