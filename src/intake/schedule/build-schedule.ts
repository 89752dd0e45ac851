/**
 * R8: what a matrix or flat list requires, as coverage rules and shift instances.
 *
 * Sheet `ON Weekday Neuro 1 am - 8 am`, column ON1, rows `CPMC CT Neuro` and `CPMC MR Neuro`: on each weekday one instance ON1,
 * 01:00-08:00, CPMC, NEURO, desired 1, mandatory, linked to both rules. Sheets of scenario BODY give rules, no instances.
 */
import type { CoverageRule, ShiftInstance } from '../../domain/coverage-facts.ts';
import { dayTypeOf } from '../../domain/day-type.ts';
import type { RuleId, ShiftInstanceId } from '../../domain/ids.ts';
import { eachDate, type LocalDate } from '../../domain/local-date.ts';
import type { ListShift, MatrixReading } from '../../domain/matrix.ts';
import { isShiftType, type ShiftType } from '../../domain/shift-type.ts';
import { constraintOf } from '../../domain/specialty.ts';
import { info, type ValidationMessage } from '../../domain/validation.ts';

export interface ScheduleContext {
  from: LocalDate;
  to: LocalDate;
  holidays: readonly LocalDate[];
  newId(): string;
}

export interface BuiltSchedule {
  groupIds: string[];
  rules: CoverageRule[];
  /** By date, then in the order of sheets, or of rows. */
  instances: ShiftInstance[];
  /** Rows of a flat list outside the period. */
  outside: number;
  messages: ValidationMessage[];
}

export function buildSchedule(reading: MatrixReading, context: ScheduleContext): BuiltSchedule {
  return reading.layout === 'matrix'
    ? buildFromMatrix(reading, context)
    : buildFromList(reading.shifts, context);
}

/** What one shift type reads of one study type at one hospital in one window. */
interface RuleGroup {
  id: string;
  rule: CoverageRule;
  shiftType: ShiftType;
}

function buildFromMatrix(reading: MatrixReading, context: ScheduleContext): BuiltSchedule {
  const sheets = new Map(reading.sheets.map((sheet) => [sheet.index, sheet]));
  const groups = new Map<string, RuleGroup>();
  const rules = reading.listed.flatMap((listed): CoverageRule[] => {
    const sheet = sheets.get(listed.sheetIndex);
    if (!sheet) return [];
    const { category, dayType, scenario, start, end } = sheet;
    const id = context.newId() as RuleId;
    const rule: CoverageRule = { ...listed, id, groupId: null, category, dayType, scenario, start, end };
    if (scenario !== 'BODY' && listed.position && isShiftType(listed.position)) {
      const key = [listed.sheetIndex, listed.position, listed.hospital, listed.studyType].join('|');
      const group = groups.get(key) ?? { id: context.newId(), rule, shiftType: listed.position };
      groups.set(key, group);
      rule.groupId = group.id;
    }
    return [rule];
  });
  const instances = eachDate(context.from, context.to).flatMap((date) => {
    const dayType = dayTypeOf(date, context.holidays);
    return [...groups.values()]
      .filter(({ rule }) => rule.dayType === null || rule.dayType === dayType)
      .map((group) => toInstance(group, date, context));
  });
  return { groupIds: [...groups.values()].map(({ id }) => id), rules, instances, outside: 0, messages: [] };
}

function toInstance(
  { id, rule, shiftType }: RuleGroup,
  date: LocalDate,
  context: ScheduleContext,
): ShiftInstance {
  const { start, end, hospital, studyType } = rule;
  return {
    id: context.newId() as ShiftInstanceId,
    date,
    shiftType,
    start,
    end,
    hospital,
    studyType,
    constraint: constraintOf(studyType),
    desired: 1,
    mandatory: true,
    groupId: id,
    sourceSheet: null,
    sourceRow: null,
  };
}

function buildFromList(shifts: readonly ListShift[], context: ScheduleContext): BuiltSchedule {
  const inside = shifts.filter((shift) => shift.date >= context.from && shift.date <= context.to);
  const outside = shifts.length - inside.length;
  const instances = inside.map(
    (shift): ShiftInstance => ({
      id: context.newId() as ShiftInstanceId,
      date: shift.date,
      shiftType: shift.shiftType,
      start: shift.start,
      end: shift.end,
      hospital: shift.hospital,
      studyType: shift.studyType,
      constraint: shift.specialty,
      desired: shift.coverage,
      mandatory: shift.mandatory,
      groupId: null,
      sourceSheet: shift.sheet,
      sourceRow: shift.row,
    }),
  );
  const text = `${outside} rows lie outside ${context.from} to ${context.to} and are ignored.`;
  const messages = outside > 0 ? [info('IGNORED_ROWS', text, ['list'], { outside })] : [];
  return { groupIds: [], rules: [], instances, outside, messages };
}
