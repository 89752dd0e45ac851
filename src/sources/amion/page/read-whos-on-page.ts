import { toClockTime } from '#src/domain/clock-time.ts';
import { type LocalDate, toLocalDate } from '#src/domain/local-date.ts';
import type { RosterRow } from '#src/domain/roster.ts';
import { findAbsence, isNobody, plainStaffType } from '../find-absence.ts';
import { unexpected } from '../find-refusal.ts';
import { buildIgnoredMessages, buildMessages, type Finding } from '../finding.ts';
import { parseMonthName, parseStamp } from '../parse-stamp.ts';
import { emptyPart, type PartReading } from '../part-reading.ts';
import { type PageCell, type PageDocument, type PageTable, textOf } from './page-document.ts';
import { PagePeople, readAssignmentIds, withoutMarks } from './page-people.ts';
import { pageText } from './page-text.ts';
import { parseServiceCell } from './parse-service-cell.ts';

/** Columns of the who's-on table, found by their headings. */
interface Columns {
  service: number;
  name: number;
  training: number;
  contact: number;
}

/** Reads the page of one day: who is on for each service. Null where the page has no such table. */
export function readWhosOnPage(file: string, page: PageDocument): PartReading | null {
  const table = findWhosOnTable(page);
  const columns = table && findColumns(table);
  if (!table || !columns) return null;
  const text = pageText(page);
  const date = findDay(text);
  const updated = /schedule last updated[^.]*/i.exec(text)?.[0];
  const part = emptyPart({ file, kind: 'whos-on', asOf: parseStamp(updated ?? ''), from: date, to: date });
  if (date === null) {
    part.messages.push(
      unexpected(
        file,
        "is a who's-on page without its date",
        'Save the whole page, with its heading such as "Sat, Apr 18, 2026".',
      ),
    );
    return part;
  }
  readRows(part, { file, page, table, columns, date });
  return part;
}

/** The table of a page that says who is on for each service; null where it has none. */
export const findWhosOnTable = (page: PageDocument): PageTable | null =>
  page.tables.find((table) => findColumns(table) !== null) ?? null;

function readRows(
  part: PartReading,
  {
    file,
    page,
    table,
    columns,
    date,
  }: { file: string; page: PageDocument; table: PageTable; columns: Columns; date: LocalDate },
): void {
  const people = new PagePeople(page);
  const idOf = readAssignmentIds(page);
  const findings: Finding[] = [];
  let above = '';
  table.rows.forEach((row, index) => {
    const line = index + 1;
    const text = row.cells
      .map((cell) => textOf(cell.runs).replace(/\n/g, ' '))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (index === 0) return;
    const place = { file, line, text: text.slice(0, 500) };
    const [serviceCell, nameCell] = [row.cells[columns.service], row.cells[columns.name]];
    const service = serviceCell ? parseServiceCell(serviceCell) : { assignment: '', span: null };
    if (text === '' && service.span === null) return;
    // Parts of one service after the first may leave its name out.
    const assignment = service.assignment || above;
    if (!nameCell || assignment === '') {
      findings.push(shortRow(line, row.cells.length));
      part.setAside.push({ ...place, fate: 'rejected', reason: 'the row breaks off' });
      return;
    }
    above = assignment;
    const who = holderOf(nameCell, people);
    const staffType = plainStaffType(cellText(row.cells[columns.training]));
    const absence = who.name === null ? null : findAbsence(who.name, staffType);
    if (absence !== null) {
      part.setAside.push({ ...place, fate: 'ignored', reason: absence });
      return;
    }
    part.rows.push({
      ...place,
      ...who,
      assignment,
      assignmentId: idOf(assignment),
      date,
      start: service.span?.start ?? toClockTime(0),
      end: service.span?.end ?? toClockTime(0),
      marker: service.span === null,
      staffType,
      ...contactOf(row.cells[columns.contact]),
      note: null,
      division: null,
    });
  });
  part.messages = [
    ...buildMessages(file, 'row', findings),
    ...buildIgnoredMessages(file, 'row', part.setAside),
  ];
}

function findColumns(table: PageTable): Columns | null {
  const headings = (table.rows[0]?.cells ?? []).map((cell) => textOf(cell.runs).toLowerCase());
  const at = (pattern: RegExp): number => headings.findIndex((heading) => pattern.test(heading));
  const [service, name] = [at(/^(service|assignment|shift)s?$/), at(/^who.?s on|^on (call|duty)|^name$/)];
  return service < 0 || name < 0
    ? null
    : { service, name, training: at(/^training/), contact: at(/^contact/) };
}

/** `Sat, Apr 18, 2026`. */
function findDay(text: string): LocalDate | null {
  for (const match of text.matchAll(/\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2}),\s*(20\d\d)\b/g)) {
    const month = parseMonthName(match[1] ?? '');
    const date = month === null ? null : toLocalDate(Number(match[3]), month, Number(match[2]));
    if (date) return date;
  }
  return null;
}

/** The page's own list of names knows the ids of the feed; a link's `Ui=24*501*…` is the id where it does not. */
function holderOf(cell: PageCell, people: PagePeople): Pick<RosterRow, 'name' | 'staffId'> {
  const name = textOf(cell.runs).replace(/\n/g, ' ');
  if (name === '' || isNobody(name)) return { name: null, staffId: null };
  const linked = cell.links
    .map((link) => /[?&]Ui=[^&*]*\*?(\d+)/i.exec(link)?.[1])
    .find((id) => id !== undefined);
  return people.find(name) ?? { name: withoutMarks(name), staffId: linked ?? null };
}

/** A number that links to Amion's paging page is a pager. */
function contactOf(cell: PageCell | undefined): Pick<RosterRow, 'email' | 'pager' | 'phone'> {
  const text = cellText(cell) || null;
  const links = cell?.links ?? [];
  const email = links.find((link) => /^mailto:/i.test(link))?.replace(/^mailto:/i, '') ?? null;
  const pages = links.some((link) => /Page=Alphapg/i.test(link));
  return { email, pager: pages ? text : null, phone: pages ? null : text };
}

const cellText = (cell: PageCell | undefined): string => (cell ? textOf(cell.runs).replace(/\n/g, ' ') : '');

const shortRow = (line: number, found: number): Finding => ({
  code: 'AMION_UNEXPECTED_RESPONSE',
  line,
  value: '',
  what: `only ${found} cells: the page breaks off`,
  remedy: 'It is not whole: save or fetch it again.',
});
