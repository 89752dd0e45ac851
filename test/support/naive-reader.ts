/**
 * A second, slow reading of the rules R3-R9 and R15, written from their text alone, to hold the real calculation against.
 * It asks one instant at a time and shares nothing with `src/coverage` but the shapes of its facts.
 *
 * At Saturday 02:30 it tries every schedule date with every sheet; of the windows that hold the instant and list the study the
 * narrowest decides: `ON Weekday Neuro 1 am - 8 am` of Friday, whose column ON1 is held by Friday's ON1.
 */
import { Temporal } from 'temporal-polyfill';
import type { CoverageRule, RosterEntry, ScheduleFacts, ShiftInstance } from '#src/domain/coverage-facts.ts';
import type { PersonId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { EpochMinute } from '#src/domain/zone-clock.ts';

export interface NaiveAnswer {
  cause: 'NO_RULE' | 'POSITION_EMPTY' | 'SPECIALTY_MISMATCH' | null;
  /** Who reads, or with SPECIALTY_MISMATCH who holds the position and may not. */
  personId: PersonId | null;
  sheet: string;
  position: string | null;
  scheduleDate: LocalDate;
}

interface Span {
  from: number;
  to: number;
}

interface NaiveWindow extends Span {
  date: LocalDate;
  sheet: string;
  /** Length by the clock in minutes. */
  width: number;
  /** Place of the sheet, or of the row, in the file. */
  order: number;
  rules: CoverageRule[];
  row: ShiftInstance | null;
}

/** Who reads `study` at `hospital` at an instant; null where no applicable window lists it then. In a flat list the study is the study type. */
export function naiveAnswer(
  facts: ScheduleFacts,
  hospital: string,
  study: string,
  at: EpochMinute,
): NaiveAnswer | null {
  return answerFrom(facts, layOutWindows(facts), hospital, study, at);
}

/** Every window on every schedule date, for asking many instants of the same facts with `answerFrom`. */
export function layOutWindows(facts: ScheduleFacts): NaiveWindow[] {
  if (facts.layout === 'list') return facts.instances.map((row, order) => listWindow(facts, row, order));
  const windows: NaiveWindow[] = [];
  for (const date of datesOf(facts)) {
    for (const sheet of new Set(facts.rules.map((rule) => rule.sheetIndex))) {
      const rules = facts.rules.filter((rule) => rule.sheetIndex === sheet);
      const first = rules[0];
      if (first === undefined) continue;
      if (first.dayType !== null && first.dayType !== dayTypeOn(facts, date)) continue;
      const rolls = first.category !== 'DAY' && first.start < facts.rolloverHour;
      windows.push({
        ...span(facts, rolls ? plusDays(date, 1) : date, first.start, first.end),
        date,
        sheet: first.sheet,
        width: widthByClock(first.start, first.end),
        order: sheet,
        rules,
        row: null,
      });
    }
  }
  return windows;
}

export function answerFrom(
  facts: ScheduleFacts,
  windows: readonly NaiveWindow[],
  hospital: string,
  study: string,
  at: EpochMinute,
): NaiveAnswer | null {
  const open = windows
    .filter((window) => window.from <= at && at < window.to)
    .filter((window) => inForce(facts, window, at))
    .filter((window) => lists(window, hospital, study))
    .sort((a, b) => a.width - b.width || a.order - b.order);
  const window = open[0];
  if (window === undefined) return null;
  const place = { sheet: window.sheet, scheduleDate: window.date };
  const { row } = window;
  if (row !== null) {
    const personId = holderAt(facts, window.date, row.shiftType, at);
    const allowed = (who: PersonId): boolean =>
      reads(facts, who, row.studyType) && isAdmitted(facts, who, row.constraint);
    return { ...place, position: row.shiftType, ...verdict(personId, allowed) };
  }
  const rule = window.rules.find((r) => sameText(r.hospital, hospital) && sameText(r.study, study));
  if (rule === undefined) return null;
  const { position } = rule;
  if (position === null) return { ...place, position, cause: 'NO_RULE', personId: null };
  const personId = positionHolder(facts, window.date, position, at);
  return { ...place, position, ...verdict(personId, (who) => reads(facts, who, rule.studyType)) };
}

function verdict(
  personId: PersonId | null,
  allowed: (who: PersonId) => boolean,
): Pick<NaiveAnswer, 'cause' | 'personId'> {
  if (personId === null) return { cause: 'POSITION_EMPTY', personId };
  return { cause: allowed(personId) ? null : 'SPECIALTY_MISMATCH', personId };
}

// R3: a sheet of a scenario applies only while its category is in that scenario.
function inForce(facts: ScheduleFacts, window: NaiveWindow, at: EpochMinute): boolean {
  const sheet = window.rules[0];
  if (sheet === undefined || sheet.scenario === null) return true;
  return sheet.scenario === scenarioAt(facts, window.date, sheet.category, at);
}

function lists(window: NaiveWindow, hospital: string, study: string): boolean {
  if (window.row !== null) {
    return sameText(window.row.hospital, hospital) && sameText(window.row.studyType, study);
  }
  return window.rules.some((rule) => sameText(rule.hospital, hospital) && sameText(rule.study, study));
}

function scenarioAt(
  facts: ScheduleFacts,
  date: LocalDate,
  category: string,
  at: EpochMinute,
): 'BODY' | 'NEURO' {
  const pair = category === 'ON' ? ['ON1', 'ON2'] : category === 'MID' ? ['MidC', 'MidL'] : [];
  return pair.some((type) => isBodyOnly(facts, holderAt(facts, date, type, at))) ? 'BODY' : 'NEURO';
}

// R4.
function positionHolder(
  facts: ScheduleFacts,
  date: LocalDate,
  position: string,
  at: EpochMinute,
): PersonId | null {
  const effective = /^(ON|Mid) (Body|Neuro)$/.exec(position);
  if (effective === null) return holderAt(facts, date, position, at);
  const [first, second] = effective[1] === 'ON' ? (['ON1', 'ON2'] as const) : (['MidC', 'MidL'] as const);
  const firstHolder = holderAt(facts, date, first, at);
  const secondHolder = holderAt(facts, date, second, at);
  const wantsBody = effective[2] === 'Body';
  if (isBodyOnly(facts, firstHolder)) {
    if (wantsBody) return firstHolder;
    return isBodyOnly(facts, secondHolder) ? null : secondHolder;
  }
  if (isBodyOnly(facts, secondHolder)) return wantsBody ? secondHolder : firstHolder;
  return null;
}

/** R15: the person of a shift type at an instant, null where that is nobody. */
function holderAt(
  facts: ScheduleFacts,
  date: LocalDate,
  shiftType: string,
  at: EpochMinute,
): PersonId | null {
  const entries = facts.entries.filter((entry) => entry.date === date && entry.shiftType === shiftType);
  const [only, another] = entries;
  if (only === undefined) return null;
  if (another === undefined) return only.personId;
  const parts = entries
    .map((entry) => ({ entry, ...partSpan(facts, entry) }))
    .sort((a, b) => a.from - b.from || lineOf(a.entry) - lineOf(b.entry));
  const distance = (part: Span): number => {
    if (at < part.from) return part.from - at;
    return at >= part.to ? at - part.to : 0;
  };
  const holding = parts.find((part) => part.from <= at && at < part.to);
  if (holding !== undefined) return holding.entry.personId;
  const nearest = Math.min(...parts.map(distance));
  return parts.find((part) => distance(part) === nearest)?.entry.personId ?? null;
}

function partSpan(facts: ScheduleFacts, entry: RosterEntry): Span {
  // A row without hours among others holds the shift type at any time.
  if (entry.start === null || entry.end === null) return { from: -Infinity, to: Infinity };
  const rolls = entry.shiftType !== 'DAY' && entry.start < facts.rolloverHour;
  return span(facts, rolls ? plusDays(entry.date, 1) : entry.date, entry.start, entry.end);
}

const lineOf = (entry: RosterEntry): number => entry.line ?? Infinity;

function listWindow(facts: ScheduleFacts, row: ShiftInstance, order: number): NaiveWindow {
  return {
    ...span(facts, row.date, row.start, row.end),
    date: row.date,
    sheet: row.sourceSheet ?? '',
    width: widthByClock(row.start, row.end),
    order,
    rules: [],
    row,
  };
}

const isBodyOnly = (facts: ScheduleFacts, who: PersonId | null): boolean =>
  who !== null && facts.readers.get(who)?.specialty === 'BODY_ONLY';

function reads(facts: ScheduleFacts, who: PersonId, studyType: string): boolean {
  switch (facts.readers.get(who)?.specialty) {
    case 'BOTH':
      return true;
    case 'BODY_ONLY':
      return studyType === 'BODY' || studyType === 'GENERAL';
    case 'NEURO_ONLY':
      return studyType === 'NEURO' || studyType === 'GENERAL';
    default:
      return false;
  }
}

function isAdmitted(facts: ScheduleFacts, who: PersonId, constraint: string): boolean {
  const specialty = facts.readers.get(who)?.specialty;
  if (constraint === 'BODY_ONLY') return specialty === 'BODY_ONLY' || specialty === 'BOTH';
  if (constraint === 'NEURO_ONLY') return specialty === 'NEURO_ONLY' || specialty === 'BOTH';
  return true;
}

function dayTypeOn(facts: ScheduleFacts, date: LocalDate): 'WEEKDAY' | 'WEEKEND' {
  const day = Temporal.PlainDate.from(date).dayOfWeek;
  return day === 6 || day === 7 || facts.holidays.includes(date) ? 'WEEKEND' : 'WEEKDAY';
}

function datesOf(facts: ScheduleFacts): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = facts.from; date <= facts.to; date = plusDays(date, 1)) dates.push(date);
  return dates;
}

const plusDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;

/** From a clock time on `date` to the next time that the clock shows `end`, in minutes since 1970. */
function span(facts: ScheduleFacts, date: LocalDate, start: string, end: string): Span {
  const endDate = end <= start ? plusDays(date, 1) : date;
  return { from: instant(facts, date, start), to: instant(facts, endDate, end) };
}

function instant(facts: ScheduleFacts, date: LocalDate, time: string): number {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return local.toZonedDateTime(facts.timeZone, { disambiguation: 'compatible' }).epochMilliseconds / 60_000;
}

function widthByClock(start: string, end: string): number {
  const length = Temporal.PlainTime.from(start).until(Temporal.PlainTime.from(end)).total('minutes');
  return length > 0 ? length : length + 24 * 60;
}

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
