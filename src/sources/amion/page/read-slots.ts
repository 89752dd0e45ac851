import { toClockTime } from '#src/domain/clock-time.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { RosterRow, SetAsideRow } from '#src/domain/roster.ts';
import { findAbsence, isNobody } from '../find-absence.ts';
import type { Finding } from '../finding.ts';
import type { Slot } from './list-slots.ts';
import type { PageDocument, PageTable } from './page-document.ts';
import { type FindInitials, readLegend } from './page-legend.ts';
import { type PagePeople, type PagePerson, readAssignmentIds, withoutMarks } from './page-people.ts';
import { dateIn, type Heading } from './parse-heading.ts';
import { type CellPart, type ParsedCell, parsePageCell } from './parse-page-cell.ts';

interface GridReading {
  rows: RosterRow[];
  setAside: SetAsideRow[];
  findings: Finding[];
}

interface GridSource {
  file: string;
  page: PageDocument;
  grids: PageTable[];
  slots: Slot[];
  heading: Heading;
  people: PagePeople;
}

/** Reads the cells of a grid into rows: one for each holder, one without a name where a cell is open. */
export function readSlots({ file, page, grids, slots, heading, people }: GridSource): GridReading {
  const reading: GridReading = { rows: [], setAside: [], findings: [] };
  const parsed = slots.map((slot) => ({ slot, said: parsePageCell(slot.cell) }));
  const findInitials = readLegend(page, grids, initialsOf(parsed.flatMap(({ said }) => said.parts)), people);
  const idOf = readAssignmentIds(page);
  for (const { slot, said } of parsed) {
    const date = slot.date === null ? null : dateIn(heading, slot.date);
    for (const part of said.parts) {
      const place: Place = { file, line: slot.line, text: sourceText(slot, part) };
      const fault = findFault(slot, date, said);
      if (fault || date === null) {
        reject(reading, place, fault ?? noDate(slot));
        continue;
      }
      const who = findHolder(part, people, findInitials);
      if ('clash' in who) reject(reading, place, ambiguous(slot.line, part.name, who.clash));
      else addRow(reading, place, rowOf(slot, date, part, said.note, who, idOf(slot.service.assignment)));
    }
    if (said.parts.length === 0 && said.badHours !== null) {
      const place = {
        file,
        line: slot.line,
        text: `${slot.dateText} ${slot.service.assignment}: ${said.badHours}`,
      };
      reject(reading, place, badHours(slot.line, said.badHours));
    }
  }
  return reading;
}

type Place = Pick<RosterRow, 'file' | 'line' | 'text'>;

function addRow({ rows, setAside }: GridReading, place: Place, row: Omit<RosterRow, keyof Place>): void {
  const absence = row.name === null ? null : findAbsence(row.name, null);
  if (absence === null) rows.push({ ...place, ...row });
  else setAside.push({ ...place, fate: 'ignored', reason: absence });
}

function reject({ setAside, findings }: GridReading, place: Place, finding: Finding): void {
  findings.push(finding);
  setAside.push({ ...place, fate: 'rejected', reason: finding.what });
}

function rowOf(
  { service }: Slot,
  date: LocalDate,
  part: CellPart,
  note: string | null,
  who: { name: string | null; staffId: string | null },
  assignmentId: string | null,
): Omit<RosterRow, keyof Place> {
  const span = part.span ?? service.span;
  return {
    name: who.name,
    staffId: who.staffId,
    assignment: service.assignment,
    assignmentId,
    date,
    start: span?.start ?? toClockTime(0),
    end: span?.end ?? toClockTime(0),
    // A page that does not tell the hours of an assignment marks its days only.
    marker: span === null,
    staffType: null,
    email: null,
    pager: null,
    phone: null,
    note,
    division: null,
  };
}

/** The person of a cell: nobody, a name of the page's list, the owner of the initials, or the name as written. */
function findHolder(
  { name, colour }: CellPart,
  people: PagePeople,
  findInitials: FindInitials,
): { name: string | null; staffId: string | null } | { clash: PagePerson[] } {
  if (name === '' || isNobody(name)) return { name: null, staffId: null };
  const known = people.find(name);
  if (known) return known;
  const exact = findInitials(name, colour);
  const owners = exact.length > 0 ? exact : findInitials(withoutMarks(name), colour);
  const [owner] = owners;
  if (!owner) return { name: withoutMarks(name), staffId: null };
  return owners.length === 1 ? owner : { clash: owners };
}

/** Texts that may be initials: short and of one word. */
function initialsOf(parts: CellPart[]): Set<string> {
  const words = parts.flatMap(({ name }) => [name, withoutMarks(name)]);
  return new Set(words.filter((word) => /^\p{L}[\p{L}\p{N}.'-]{0,5}$/u.test(word)));
}

function findFault(slot: Slot, date: LocalDate | null, said: ParsedCell): Finding | null {
  if (date === null) return noDate(slot);
  if (said.badHours !== null) return badHours(slot.line, said.badHours);
  if (slot.service.assignment !== '') return null;
  return {
    code: 'MISSING_VALUE',
    line: slot.line,
    value: '',
    what: 'the assignment has no name',
    remedy: 'Save the whole page again.',
  };
}

const noDate = ({ line, dateText }: Slot): Finding => ({
  code: 'INVALID_DATE',
  line,
  value: dateText,
  what: `"${dateText.slice(0, 40)}" is no date of the calendar`,
  remedy: 'Dates of a month page are such as Wed 4/1; save the page again.',
});

const badHours = (line: number, value: string): Finding => ({
  code: 'INVALID_TIME',
  line,
  value,
  what: `the hours "${value.slice(0, 80)}" cannot be read`,
  remedy: 'Hours of a page are such as 10p-7a; correct them in Amion, or import the report 625c instead.',
});

const ambiguous = (line: number, name: string, people: PagePerson[]): Finding => ({
  code: 'AMBIGUOUS_PERSON',
  line,
  value: name,
  what: `"${name}" may be ${people.map((person) => person.name).join(' or ')}`,
  remedy: 'Give them different initials in Amion, or import the page with full names or the report 625c.',
});

function sourceText(slot: Slot, part: CellPart): string {
  return `${slot.dateText} ${slot.service.assignment}: ${part.text}`.slice(0, 500).trim();
}
