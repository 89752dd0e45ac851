import { dayOfWeek, eachDate, type LocalDate } from '#src/domain/local-date.ts';
import { SHIFT_TYPES, type ShiftType } from '#src/domain/shift-type.ts';
import { EXAMPLE_DEPARTMENT, EXAMPLE_PERIOD } from './hospitals.ts';
import { EXAMPLE_PEOPLE, type ExamplePerson, getExamplePerson } from './people.ts';
import { CONFERENCES, PLANNED_ODDITIES, type PlannedPart, VACANT } from './planned-oddities.ts';
import { computeRota, vacationWeek } from './rota.ts';
import { OTHER_ASSIGNMENTS, RENAMED, SHIFT_PATTERNS } from './shift-pattern.ts';

/** One line of Amion's staff list. Ids are texts: most are numbers, some are not. */
export interface ExampleStaff {
  name: string;
  uniqueId: string;
  backupId: string;
  staffType: string;
  abbreviation: string;
  pager: string;
  phone: string;
  email: string;
}

/** One row of the roster, as report 625c has it. */
export interface ExampleAssignment {
  name: string;
  uniqueId: string;
  backupId: string;
  /** `Last, First`, or `---` for nobody. */
  staffName: string;
  staffUniqueId: string;
  date: LocalDate;
  /** `HHMM`, local; an end that is not after its start lies on the next day. */
  start: string;
  end: string;
  /** Rotation, on call, clinic, other. */
  type: 'r' | 'o' | 'c' | 'm';
  note: string;
  grouping: string;
}

export interface ExampleRoster {
  staff: ExampleStaff[];
  assignments: ExampleAssignment[];
}

const NOBODY: ExampleStaff = servicesStaff(VACANT, '98', '81', '');
const RESIDENT_POOL: ExampleStaff = servicesStaff('Resident pool', '97', '80', 'RP');

/** The example's three months on Amion: staff, and assignments by date, then in the order of the day. */
export function exampleRoster(): ExampleRoster {
  const { from, to } = EXAMPLE_PERIOD;
  const assignments = [...shiftRows(), ...vacationRows(), ...conferenceRows(), ...moonlightRows()].filter(
    (row) => row.date >= from && row.date <= to,
  );
  return {
    staff: [...EXAMPLE_PEOPLE.map(staffOf), RESIDENT_POOL, NOBODY],
    assignments: assignments.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}

function shiftRows(): ExampleAssignment[] {
  const { from, to } = EXAMPLE_PERIOD;
  const rota = computeRota(EXAMPLE_PEOPLE, from, to, EXAMPLE_DEPARTMENT.holidays);
  return eachDate(from, to).flatMap((date) =>
    SHIFT_TYPES.flatMap((shiftType) => {
      const odd = PLANNED_ODDITIES.find((oddity) => oddity.date === date && oddity.shiftType === shiftType);
      if (odd) return odd.parts.map((part) => shiftRow(date, shiftType, holderOf(part), part));
      const shift = rota.find((held) => held.date === date && held.shiftType === shiftType);
      return shift ? [shiftRow(date, shiftType, staffOf(shift.person))] : [];
    }),
  );
}

function shiftRow(
  date: LocalDate,
  shiftType: ShiftType,
  staff: ExampleStaff,
  part: Omit<PlannedPart, 'holder'> = {},
): ExampleAssignment {
  const pattern = SHIFT_PATTERNS[shiftType];
  const renamed = shiftType === RENAMED.shiftType && date >= RENAMED.from;
  const [start, end] = part.hours ?? [pattern.start, pattern.end];
  return {
    ...rowOf({ ...pattern, name: renamed ? RENAMED.name : pattern.name }, staff, date, start, end),
    type: 'o',
    note: part.note ?? '',
    grouping: 'On Call',
  };
}

/** Amion marks the days of a vacation, without hours; weekends are not entered. */
function vacationRows(): ExampleAssignment[] {
  return EXAMPLE_PEOPLE.flatMap((person) =>
    vacationWeek(person, EXAMPLE_PEOPLE, EXAMPLE_PERIOD.from)
      .slice(0, 5)
      .map((date) => ({
        ...rowOf(OTHER_ASSIGNMENTS.vacation, staffOf(person), date, '0000', '0000'),
        type: 'r',
        note: '',
        grouping: 'Vac',
      })),
  );
}

function conferenceRows(): ExampleAssignment[] {
  return CONFERENCES.map(({ date, holder }) => ({
    ...rowOf(OTHER_ASSIGNMENTS.conference, staffOf(getExamplePerson(holder)), date, '0800', '1200'),
    type: 'c',
    note: '',
    grouping: 'Conf',
  }));
}

/** Saturdays, by a pool that is not a person. */
function moonlightRows(): ExampleAssignment[] {
  return eachDate(EXAMPLE_PERIOD.from, EXAMPLE_PERIOD.to)
    .filter((date) => dayOfWeek(date) === 6)
    .map((date) => ({
      ...rowOf(OTHER_ASSIGNMENTS.moonlight, RESIDENT_POOL, date, '0900', '1300'),
      type: 'm',
      note: '',
      grouping: 'Residents',
    }));
}

type RowHead = Omit<ExampleAssignment, 'type' | 'note' | 'grouping'>;

function rowOf(
  assignment: { name: string; uniqueId: string; backupId: string },
  staff: ExampleStaff,
  date: LocalDate,
  start: string,
  end: string,
): RowHead {
  const { name, uniqueId, backupId } = assignment;
  return { name, uniqueId, backupId, staffName: staff.name, staffUniqueId: staff.uniqueId, date, start, end };
}

const holderOf = (part: PlannedPart): ExampleStaff =>
  part.holder === VACANT ? NOBODY : staffOf(getExamplePerson(part.holder));

function staffOf(person: ExamplePerson): ExampleStaff {
  return {
    name: person.rosterName,
    uniqueId: person.amionId,
    backupId: String(EXAMPLE_PEOPLE.indexOf(person) + 11),
    staffType: person.staffType,
    abbreviation: person.initials,
    pager: person.pager,
    phone: person.phone,
    email: person.emailOnRoster ? person.email : '',
  };
}

function servicesStaff(name: string, uniqueId: string, backupId: string, abbreviation: string): ExampleStaff {
  return { name, uniqueId, backupId, staffType: 'Services', abbreviation, pager: '', phone: '', email: '' };
}
