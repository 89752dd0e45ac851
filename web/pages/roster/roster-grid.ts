/**
 * The roster as a table: schedule dates down, shift types across; a cell holds the parts of one shift, in order of time.
 * ON1 of 12 December in three parts is one cell with three parts; a shift without any row is one open part.
 */
import { SHIFT_TYPES, type ShiftType } from '#src/domain/shift-type.ts';
import type { Duty, OpenShift, Roster } from './roster-queries.ts';

export interface ShiftPart {
  key: string;
  date: string;
  shiftType: ShiftType;
  /** `held`: somebody is on; `vacant`: the roster says that nobody is; `open`: the roster has no row. */
  state: 'held' | 'vacant' | 'open';
  from: string;
  to: string;
  /** The row of the roster; null for an open shift. */
  duty: Duty | null;
}

export interface Shift {
  shiftType: ShiftType;
  parts: ShiftPart[];
}

export interface RosterDay {
  date: string;
  kind: 'weekday' | 'weekend' | 'holiday';
  /** Whether a schedule is there. */
  hasSchedule: boolean;
  /** One for each shift type of the table; without parts where the date has no such shift. */
  shifts: Shift[];
}

export interface RosterGrid {
  /** In shift order, those that any of the dates has. */
  shiftTypes: ShiftType[];
  days: RosterDay[];
}

export function buildGrid({ days, duties, open }: Pick<Roster, 'days' | 'duties' | 'open'>): RosterGrid {
  const parts = [...duties.map(partOfDuty), ...open.map(partOfOpen)];
  const byShift = Map.groupBy(parts, ({ date, shiftType }) => `${date} ${shiftType}`);
  const shiftTypes = SHIFT_TYPES.filter((type) => parts.some(({ shiftType }) => shiftType === type));
  return {
    shiftTypes,
    days: days.map(({ date, dayType, version }) => ({
      date,
      kind: kindOf(date, dayType),
      hasSchedule: version !== null,
      shifts: shiftTypes.map((shiftType) => ({
        shiftType,
        parts: (byShift.get(`${date} ${shiftType}`) ?? []).toSorted(byTime),
      })),
    })),
  };
}

export const partOfDuty = (duty: Duty): ShiftPart => ({
  ...{ key: duty.id, date: duty.scheduleDate, shiftType: duty.shiftType, from: duty.from, to: duty.to },
  ...{ state: duty.person ? 'held' : 'vacant', duty },
});

export const partOfOpen = ({ scheduleDate, shiftType, from, to }: OpenShift): ShiftPart => ({
  ...{ key: `${scheduleDate} ${shiftType}`, date: scheduleDate, shiftType, from, to },
  ...{ state: 'open', duty: null },
});

const byTime = (a: ShiftPart, b: ShiftPart): number => Date.parse(a.from) - Date.parse(b.from);

/** A weekend that is neither Saturday nor Sunday is a holiday of the department. */
function kindOf(date: string, dayType: 'WEEKDAY' | 'WEEKEND'): RosterDay['kind'] {
  if (dayType === 'WEEKDAY') return 'weekday';
  const day = new Date(`${date}T12:00:00Z`).getUTCDay();
  return day === 0 || day === 6 ? 'weekend' : 'holiday';
}

/** Every part that nobody holds, by date and in shift order. */
export const unheldParts = ({ days }: RosterGrid): ShiftPart[] =>
  days.flatMap(({ shifts }) => shifts.flatMap(({ parts }) => parts.filter(({ state }) => state !== 'held')));

/** `22:00` to `07:00` of each shift type, as most of the dates have it: what need not be said of each. */
export function usualHours({ days, shiftTypes }: RosterGrid): Map<ShiftType, string> {
  const usual = new Map<ShiftType, string>();
  for (const type of shiftTypes) {
    const counts = new Map<string, number>();
    for (const { shifts } of days) {
      const parts = shifts.find(({ shiftType }) => shiftType === type)?.parts ?? [];
      const [only] = parts;
      if (!only || parts.length > 1 || only.state === 'open') continue;
      const hours = clockSpan(only);
      counts.set(hours, (counts.get(hours) ?? 0) + 1);
    }
    const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
    if (most) usual.set(type, most[0]);
  }
  return usual;
}

/** `22:00–07:00`, on the hospital's clock. */
export const clockSpan = ({ from, to }: Pick<ShiftPart, 'from' | 'to'>): string =>
  `${from.slice(11, 16)}–${to.slice(11, 16)}`;

/** Whether every word that is searched for stands in the person's name; never for an empty search. */
export function isFound(part: ShiftPart, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const name = (part.duty?.person?.name ?? '').toLowerCase();
  return words.length > 0 && words.every((word) => name.includes(word));
}

export const isByHand = ({ duty }: ShiftPart): boolean => duty !== null && duty.source !== 'AMION';
