import { addDays, dayOfWeek, eachDate, type LocalDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { ExamplePerson } from './people.ts';

/** Who holds a shift type on a date. */
export interface RotaShift {
  date: LocalDate;
  shiftType: ShiftType;
  person: ExamplePerson;
}

/** Monday to Thursday, or Friday to Sunday: for so long a shift stays with one person. */
type Block = LocalDate[];

const FILL_ORDER: readonly ShiftType[] = ['ON1', 'ON2', 'MidC', 'MidL', 'Mid3', 'DAY'];
const isNight = (type: ShiftType): boolean => type.startsWith('ON');

/** Whole weeks from a Monday on; person after person, one week each. */
export function vacationWeek(
  person: ExamplePerson,
  people: readonly ExamplePerson[],
  from: LocalDate,
): LocalDate[] {
  const firstMonday = addDays(from, (8 - dayOfWeek(from)) % 7);
  const monday = addDays(firstMonday, 7 * people.indexOf(person));
  return eachDate(monday, addDays(monday, 6));
}

/**
 * A fair rota for the dates: each block's shift goes to the person with the fewest shifts so far (those of the same
 * type counted twice; then to the earlier in the list) who is not on vacation, rested, and whose specialty fits. Day is
 * run on weekdays only. Throws where nobody is left.
 */
export function computeRota(
  people: readonly ExamplePerson[],
  from: LocalDate,
  to: LocalDate,
  holidays: readonly LocalDate[],
): RotaShift[] {
  const rota: RotaShift[] = [];
  let before = new Map<ShiftType, ExamplePerson>();
  for (const block of blocksOf(from, to)) {
    const held = new Map<ShiftType, ExamplePerson>();
    for (const shiftType of FILL_ORDER) {
      const able = people.filter(
        (person) =>
          ![...held.values()].includes(person) &&
          isRested(person, shiftType, before) &&
          suits(person, shiftType, held) &&
          !vacationWeek(person, people, from).some((date) => block.includes(date)),
      );
      const person = leastLoaded(able, shiftType, rota);
      if (!person) throw new Error(`Nobody can hold ${shiftType} from ${block[0]} on.`);
      held.set(shiftType, person);
      const dates = shiftType === 'DAY' ? block.filter((date) => isWorkday(date, holidays)) : block;
      for (const date of dates) rota.push({ date, shiftType, person });
    }
    before = held;
  }
  return rota;
}

function blocksOf(from: LocalDate, to: LocalDate): Block[] {
  const blocks: Block[] = [];
  for (const date of eachDate(from, to)) {
    const last = blocks.at(-1);
    if (last === undefined || dayOfWeek(date) === 1 || dayOfWeek(date) === 5) blocks.push([date]);
    else last.push(date);
  }
  return blocks;
}

const isWorkday = (date: LocalDate, holidays: readonly LocalDate[]): boolean =>
  dayOfWeek(date) < 6 && !holidays.includes(date);

/** A block of nights is followed by a block off, an evening block not by a day shift. */
function isRested(person: ExamplePerson, next: ShiftType, before: Map<ShiftType, ExamplePerson>): boolean {
  for (const [shiftType, holder] of before) {
    if (holder !== person) continue;
    if (isNight(shiftType)) return false;
    if (shiftType !== 'DAY' && next === 'DAY') return false;
  }
  return true;
}

/**
 * The matrix's cut admits a neuro-only person on Mid3, and on ON2 beside a body-only ON1; a body-only person on one
 * of a pair that is then re-cut. Day reads everything.
 */
function suits(person: ExamplePerson, shiftType: ShiftType, held: Map<ShiftType, ExamplePerson>): boolean {
  if (person.specialty === 'BOTH') return true;
  const partner = shiftType === 'ON2' ? held.get('ON1') : shiftType === 'MidL' ? held.get('MidC') : undefined;
  if (person.specialty === 'NEURO_ONLY') {
    return shiftType === 'Mid3' || (shiftType === 'ON2' && partner?.specialty === 'BODY_ONLY');
  }
  return shiftType !== 'DAY' && shiftType !== 'Mid3' && partner?.specialty !== 'BODY_ONLY';
}

function leastLoaded(
  able: ExamplePerson[],
  shiftType: ShiftType,
  rota: RotaShift[],
): ExamplePerson | undefined {
  const load = (person: ExamplePerson): number => {
    const own = rota.filter((shift) => shift.person === person);
    return own.length + own.filter((shift) => shift.shiftType === shiftType).length;
  };
  return able.toSorted((a, b) => load(a) - load(b))[0];
}
