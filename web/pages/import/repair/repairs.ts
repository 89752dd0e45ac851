import type { Message } from '#web/findings/message-place.ts';
import { type LinePlace, linesOfOne } from '../report/message-lines.ts';

export interface NearPerson {
  /** Null: only the name is known. */
  id: string | null;
  name: string;
  email: string | null;
}

/** A name on the roster that nobody has. */
export interface UnknownPerson {
  name: string;
  /** Amion's unique id. */
  staffId: string | null;
  /** What the roster says of them besides. */
  email: string | null;
  phone: string | null;
  pager: string | null;
  rows: number;
  lines: LinePlace[];
  near: NearPerson[];
}

/** A name on the roster that several have. */
export interface AmbiguousPerson {
  name: string;
  staffId: string | null;
  candidates: NearPerson[];
  lines: LinePlace[];
}

/** A name in the matrix that is no hospital. */
export interface UnknownHospital {
  name: string;
  count: number;
  /** Codes of known ones that may be meant. */
  near: string[];
  /** Where it stands first. */
  place: { sheet: string; cell: string } | null;
}

/** An assignment on the roster that is no shift type. */
export interface UnmappedShift {
  assignment: string;
  rows: number;
  dates: string[];
  lines: LinePlace[];
}

/** What can be put right here and now, so that the import goes through. */
export interface Repairs {
  people: UnknownPerson[];
  ambiguous: AmbiguousPerson[];
  hospitals: UnknownHospital[];
  shifts: UnmappedShift[];
  /** Amion refuses the login, or there is none. */
  login: boolean;
}

export const isNothing = ({ people, ambiguous, hospitals, shifts, login }: Repairs): boolean =>
  !login && people.length + ambiguous.length + hospitals.length + shifts.length === 0;

type Told = Record<string, unknown>;
const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export function readRepairs(messages: readonly Message[]): Repairs {
  const contexts = (code: string): Told[] =>
    messages.filter((message) => message.code === code).map(({ context }) => context);
  return {
    people: contexts('UNKNOWN_PEOPLE').flatMap(({ people }) =>
      listOf(people).filter(isTold).flatMap(toPerson),
    ),
    ambiguous: contexts('AMBIGUOUS_PERSON').flatMap(toAmbiguous),
    hospitals: contexts('UNKNOWN_HOSPITAL').flatMap(toHospital),
    shifts: contexts('UNMAPPED_AMION_SHIFT').flatMap(toShift),
    login: contexts('AMION_REJECTED_LOGIN').length > 0,
  };
}

function toPerson(told: Told): UnknownPerson[] {
  const name = textOf(told['name']);
  if (name === null) return [];
  const near = listOf(told['nearestPeople']).length > 0 ? told['nearestPeople'] : told['nearest'];
  return [
    {
      ...{ name, staffId: textOf(told['staffId']), rows: numberOf(told['rows']) },
      ...{ email: textOf(told['email']), phone: textOf(told['phone']), pager: textOf(told['pager']) },
      ...{ lines: linesOfOne(told), near: listOf(near).flatMap(toNear) },
    },
  ];
}

/** With id and email, or in older imports the name alone, perhaps with an email: `Mei Hollis <hollis@ashby.test>`. */
function toNear(told: unknown): NearPerson[] {
  if (isTold(told)) {
    const name = textOf(told['name']);
    return name === null ? [] : [{ id: textOf(told['personId']), name, email: textOf(told['email']) }];
  }
  const text = textOf(told);
  if (text === null) return [];
  const [, name = text, email = null] = /^(.*) <([^<>]+)>$/.exec(text) ?? [];
  return [{ id: null, name, email }];
}

function toAmbiguous(told: Told): AmbiguousPerson[] {
  const name = textOf(told['name']);
  if (name === null) return [];
  const people = listOf(told['people']).length > 0 ? told['people'] : told['candidates'];
  const candidates = listOf(people).flatMap(toNear);
  return [{ name, staffId: textOf(told['staffId']), candidates, lines: linesOfOne(told) }];
}

function toHospital(told: Told): UnknownHospital[] {
  const name = textOf(told['hospital']);
  const [sheet, cell] = [textOf(told['sheet']), textOf(told['cell'])];
  if (name === null) return [];
  const near = listOf(told['nearest']).flatMap((one) => (isTold(one) ? (textOf(one['code']) ?? []) : []));
  return [{ name, count: numberOf(told['count']), near, place: sheet && cell ? { sheet, cell } : null }];
}

function toShift(told: Told): UnmappedShift[] {
  const assignment = textOf(told['assignment']);
  if (assignment === null) return [];
  const dates = listOf(told['dates']).flatMap((date) => textOf(date) ?? []);
  return [{ assignment, rows: numberOf(told['rows']), dates, lines: linesOfOne(told) }];
}

/** `Crowhurts, Idris` → `Idris Crowhurts`; other names as they are. */
export function turnedName(name: string): string {
  const [last = '', ...first] = name.split(',').map((part) => part.trim());
  return first.length === 1 && first[0] ? `${first[0]} ${last}` : name;
}
