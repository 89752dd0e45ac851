import type { ClockTime } from '#src/domain/clock-time.ts';
import type { ShiftInstance } from '#src/domain/coverage-facts.ts';
import type { PersonId, ShiftInstanceId } from '#src/domain/ids.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import { type HospitalCodes, numbers, type ScheduleRow, words } from './schedule-rows.ts';

/** Between the fields of a shape, and between shapes: control characters that no sheet's name can hold. */
export const FIELD_END = '\x1f';
export const RECORD_END = '\x1e';

interface LoadedInstances {
  instances: ShiftInstance[];
  assigned: Map<ShiftInstanceId, PersonId[]>;
  /** Everybody assigned. */
  personIds: Set<PersonId>;
}

type Shape = Omit<ShiftInstance, 'id' | 'date'>;

/**
 * One instance for each id of the rows, with its persons. Equal dates are one and the same string and equal lists of one
 * person one and the same array: 17,000 of each would cost more than the rest.
 */
export function toInstances(
  rows: readonly ScheduleRow[],
  { first, hospitals, people }: { first: LocalDate; hospitals: HospitalCodes; people: readonly PersonId[] },
): LoadedInstances {
  const alone = people.map((person) => [person]);
  const seen = new Set<number>();
  const dates: LocalDate[] = [];
  const instances: ShiftInstance[] = [];
  const assigned = new Map<ShiftInstanceId, PersonId[]>();
  for (const row of rows) {
    if (row.section !== 'instances') continue;
    const shapes = (row.head ?? '').split(RECORD_END).map((text) => toShape(text, hospitals));
    const ids = words(row.ids) as ShiftInstanceId[];
    const days = numbers(row.days);
    const persons = numbers(row.persons);
    for (let place = 0; place < ids.length; place++) {
      const id = ids[place] as ShiftInstanceId;
      const number = persons[place] ?? 0;
      const person = alone[number - 1];
      if (person) {
        seen.add(number);
        const others = assigned.get(id);
        assigned.set(id, others ? [...others, ...person] : person);
        if (others) continue;
      }
      const day = days[place] ?? 0;
      dates[day] ??= addDays(first, day);
      const shape = shapes[place] ?? (shapes[0] as Shape);
      instances.push({
        id,
        date: dates[day],
        shiftType: shape.shiftType,
        start: shape.start,
        end: shape.end,
        hospital: shape.hospital,
        studyType: shape.studyType,
        constraint: shape.constraint,
        desired: shape.desired,
        mandatory: shape.mandatory,
        groupId: shape.groupId,
        sourceSheet: shape.sourceSheet,
        sourceRow: shape.sourceRow,
      });
    }
  }
  return { instances, assigned, personIds: new Set([...seen].flatMap((number) => people[number - 1] ?? [])) };
}

function toShape(text: string, hospitals: HospitalCodes): Shape {
  const [
    shiftType,
    start,
    end,
    hospitalId = '',
    studyType,
    constraint,
    desired,
    mandatory,
    groupId,
    row,
    sheet,
  ] = text.split(FIELD_END);
  return {
    shiftType: shiftType as Shape['shiftType'],
    start: start as ClockTime,
    end: end as ClockTime,
    hospital: hospitals[hospitalId] ?? hospitalId,
    studyType: studyType as Shape['studyType'],
    constraint: constraint as Shape['constraint'],
    desired: Number(desired),
    mandatory: mandatory === 't',
    groupId: groupId || null,
    sourceSheet: sheet || null,
    sourceRow: row ? Number(row) : null,
  };
}
