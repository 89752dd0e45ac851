/**
 * Oddities of the roster that only show beside the matrix or beside other dates (R15 and the list of messages).
 *
 * Mid3 usually works 12:00-20:00, but sheet `Mid 12am-1am` has it read until 01:00: HOURS_MISMATCH, once for the shift type
 * and window. MidL leaves at 18:00 on one date: UNUSUAL_HOURS. Nobody on MidC on a Thursday: MISSING_MIDC.
 */
import { type ClockSpan, minuteOfDay, spanText } from '../domain/clock-time.ts';
import type { RosterEntry, ScheduleFacts } from '../domain/coverage-facts.ts';
import { dayTypeOf } from '../domain/day-type.ts';
import { eachDate, type LocalDate } from '../domain/local-date.ts';
import { categoryOf, SHIFT_TYPES, type ShiftType } from '../domain/shift-type.ts';
import { type ValidationMessage, warning } from '../domain/validation.ts';
import type { ZoneClock } from '../domain/zone-clock.ts';
import { datesText, groupBy, sortedDates } from './dates-text.ts';
import { shiftTypesOf } from './scenario.ts';
import { placePart, type ShiftHolders } from './shift-holders.ts';
import { buildWindows } from './window-nights.ts';

export function rosterMessages(
  facts: ScheduleFacts,
  holders: ShiftHolders,
  clock: ZoneClock,
): ValidationMessage[] {
  const usual = usualHours(facts, holders);
  return [
    ...missingMidC(facts, holders),
    ...hoursMismatch(facts, usual),
    ...unusualHours(facts, holders, usual),
    ...doubleBooked(facts, clock),
  ];
}

type UsualHours = ReadonlyMap<ShiftType, ClockSpan>;

/** First start to last end of a shift type on a date, where its rows have hours and leave none out. */
function hoursOn(entries: readonly RosterEntry[], rollover: number): ClockSpan | null {
  const [only] = entries;
  if (entries.length === 1 && only?.start && only.end) return { start: only.start, end: only.end };
  const parts = entries.flatMap((e) =>
    e.start && e.end ? [{ start: e.start, end: e.end, type: e.shiftType }] : [],
  );
  const position = (part: { start: string; type: ShiftType }): number => {
    const minute = minuteOfDay(part.start as never);
    return categoryOf(part.type) !== 'DAY' && minute < rollover ? minute + 24 * 60 : minute;
  };
  parts.sort((a, b) => position(a) - position(b));
  const [first] = parts;
  const last = parts.at(-1);
  return parts.length === entries.length && first && last ? { start: first.start, end: last.end } : null;
}

/** The most frequent hours of each shift type; of equals the earlier seen. */
function usualHours(facts: ScheduleFacts, holders: ShiftHolders): UsualHours {
  const usual = new Map<ShiftType, ClockSpan>();
  const rollover = minuteOfDay(facts.rolloverHour);
  for (const type of SHIFT_TYPES) {
    const spans = eachDate(facts.from, facts.to).flatMap(
      (date) => hoursOn(holders.entriesOf(date, type), rollover) ?? [],
    );
    const groups = groupBy(spans, spanText).sort((a, b) => b.length - a.length);
    if (groups[0]) usual.set(type, groups[0][0]);
  }
  return usual;
}

function missingMidC(facts: ScheduleFacts, holders: ShiftHolders): ValidationMessage[] {
  const asked = new Set(facts.instances.filter((i) => i.shiftType === 'MidC').map((i) => i.date));
  const dates = eachDate(facts.from, facts.to).filter(
    (date) =>
      asked.has(date) &&
      dayTypeOf(date, facts.holidays) === 'WEEKDAY' &&
      !holders.entriesOf(date, 'MidC').some((entry) => entry.personId !== null),
  );
  if (dates.length === 0) return [];
  const text = `Nobody is on MidC on ${datesText(dates)}. Fill MidC on the roster or assign somebody by hand.`;
  return [warning('MISSING_MIDC', text, ['MidC'], { shiftType: 'MidC', dates })];
}

/** Minutes from the rollover hour, so that the hours of a night are in order. */
function nightMinutes(span: ClockSpan, rolls: boolean, rollover: number): { from: number; to: number } {
  const start = minuteOfDay(span.start);
  const from = rolls && start < rollover ? start + 24 * 60 : start;
  const length = minuteOfDay(span.end) - start;
  return { from, to: from + (length > 0 ? length : length + 24 * 60) };
}

/** A window in which a shift type reads; `rolls`: before the rollover hour it lies on the next day. */
interface AskedHours {
  type: ShiftType;
  span: ClockSpan;
  rolls: boolean;
  sheet: string;
}

/** Every shift type with every window in which it may have to read, each pair once; rows of a flat list are windows (R9). */
function askedHours(facts: ScheduleFacts): AskedHours[] {
  const ofMatrix = buildWindows(facts.rules).flatMap((window) =>
    window.positions.flatMap(shiftTypesOf).map((type) => {
      const { start, end, sheet } = window;
      return { type, span: { start, end }, rolls: window.category !== 'DAY', sheet };
    }),
  );
  const ofList = facts.instances.map(({ shiftType, start, end, sourceSheet }) => {
    return { type: shiftType, span: { start, end }, rolls: false, sheet: sourceSheet ?? '' };
  });
  const asked = facts.layout === 'matrix' ? ofMatrix : ofList;
  return groupBy(asked, ({ type, span }) => `${type}|${spanText(span)}`).map(([first]) => first);
}

function hoursMismatch(facts: ScheduleFacts, usual: UsualHours): ValidationMessage[] {
  const rollover = minuteOfDay(facts.rolloverHour);
  return askedHours(facts).flatMap(({ type, span, rolls, sheet }) => {
    const hours = usual.get(type);
    if (!hours) return [];
    const asked = nightMinutes(span, rolls, rollover);
    const worked = nightMinutes(hours, categoryOf(type) !== 'DAY', rollover);
    const says = [
      ...(worked.from > asked.from ? [`begins at ${hours.start}, but reads from ${span.start}`] : []),
      ...(worked.to < asked.to ? [`leaves at ${hours.end}, but reads until ${span.end}`] : []),
    ];
    if (says.length === 0) return [];
    const window = spanText(span);
    const text = `${type} ${says.join(' and ')} (sheet "${sheet}"). Correct the roster's hours or the matrix, or accept it.`;
    const place = { shiftType: type, window, sheet, usualHours: spanText(hours) };
    return [warning('HOURS_MISMATCH', text, [type, window], place)];
  });
}

function unusualHours(facts: ScheduleFacts, holders: ShiftHolders, usual: UsualHours): ValidationMessage[] {
  const rollover = minuteOfDay(facts.rolloverHour);
  const odd = eachDate(facts.from, facts.to).flatMap((date) =>
    SHIFT_TYPES.flatMap((type) => {
      const hours = hoursOn(holders.entriesOf(date, type), rollover);
      const expected = usual.get(type);
      if (!hours || !expected || spanText(hours) === spanText(expected)) return [];
      return [{ date, type, hours: spanText(hours), expected: spanText(expected) }];
    }),
  );
  return groupBy(odd, (o) => `${o.type}|${o.hours}`).map((group) => {
    const [{ type, hours, expected }] = group;
    const dates = sortedDates(group.map((o) => o.date));
    const text = `${type} is ${hours} on ${datesText(dates)}, usually ${expected}. Check the roster, or accept it.`;
    return warning('UNUSUAL_HOURS', text, [type, hours], {
      shiftType: type,
      hours,
      usualHours: expected,
      dates,
    });
  });
}

/** One person on two shift types whose hours overlap. */
function doubleBooked(facts: ScheduleFacts, clock: ZoneClock): ValidationMessage[] {
  const rollover = minuteOfDay(facts.rolloverHour);
  const held = facts.entries.flatMap((entry) =>
    entry.personId && entry.start && entry.end
      ? [{ ...placePart(entry, rollover, clock), personId: entry.personId }]
      : [],
  );
  const clashes: { personId: string; types: string; date: LocalDate }[] = [];
  for (const ofPerson of groupBy(held, (part) => part.personId)) {
    const parts = [...ofPerson].sort((a, b) => a.from - b.from);
    parts.forEach((part, i) => {
      for (let next = i + 1; next < parts.length; next++) {
        const other = parts[next];
        if (!other || other.from >= part.to) break;
        if (other.entry.shiftType === part.entry.shiftType && other.entry.date === part.entry.date) continue;
        const types = sortTypes([part.entry.shiftType, other.entry.shiftType]).join(' and ');
        clashes.push({ personId: part.personId, types, date: part.entry.date });
      }
    });
  }
  return groupBy(clashes, (c) => `${c.personId}|${c.types}`).map((group) => {
    const [{ personId, types }] = group;
    const reader = facts.readers.get(personId as never);
    const dates = sortedDates(group.map((c) => c.date));
    const name = reader?.name ?? 'Somebody';
    const text = `${name} is on ${types} at the same time on ${datesText(dates)}. Give one of the shifts to somebody else.`;
    const place = { person: name, shiftTypes: types, dates };
    return warning('DOUBLE_BOOKED', text, [reader?.email ?? personId, types], place);
  });
}

function sortTypes(types: ShiftType[]): ShiftType[] {
  return types.sort((a, b) => SHIFT_TYPES.indexOf(a) - SHIFT_TYPES.indexOf(b));
}
