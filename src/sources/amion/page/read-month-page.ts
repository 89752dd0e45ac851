import type { RosterRow } from '#src/domain/roster.ts';
import { unexpected } from '../find-refusal.ts';
import { buildIgnoredMessages, buildMessages } from '../finding.ts';
import { parseStamp } from '../parse-stamp.ts';
import { emptyPart, type PartReading } from '../part-reading.ts';
import { listSlots } from './list-slots.ts';
import type { PageDocument, PageTable } from './page-document.ts';
import { nameKey, PagePeople } from './page-people.ts';
import { pageText } from './page-text.ts';
import { type GridDate, parseHeading } from './parse-heading.ts';
import { readContacts } from './read-contacts.ts';
import { readSlots } from './read-slots.ts';

const HEAD_COLOUR = 'f6deac';

/** Reads the month grid of a saved page, dates down or across. Null where the page has no such grid. */
export function readMonthPage(file: string, page: PageDocument): PartReading | null {
  const grids = monthGrids(page);
  if (grids.length === 0) return null;
  const text = pageText(page);
  const { slots, broken } = listSlots(file, grids);
  const dates = slots.flatMap((slot) => slot.date ?? ([] as GridDate[]));
  const heading = parseHeading(page.title, dates) ?? parseHeading(text, dates);
  const updated = /schedule last updated[^.]*/i.exec(text)?.[0];
  const report = { file, kind: 'month-grid' as const, asOf: parseStamp(updated ?? ''), from: null, to: null };
  const part = emptyPart(report);
  if (!heading) {
    const remedy = 'Save the whole page, with its heading such as "Schedule, 4/1 to 4/30, 2026".';
    part.messages.push(unexpected(file, 'has a month grid without a heading that names its year', remedy));
    return part;
  }
  const people = new PagePeople(page);
  part.staff = readContacts(page, people);
  const reading = readSlots({ file, page, grids, slots, heading, people });
  part.rows = withContacts(reading.rows, part);
  part.setAside = [...broken.setAside, ...reading.setAside].sort((a, b) => a.line - b.line);
  part.messages = [
    ...buildMessages(file, 'row', [...broken.findings, ...reading.findings]),
    ...buildIgnoredMessages(file, 'row', reading.setAside),
  ];
  const days = part.rows.map((row) => row.date).sort();
  part.report = { ...report, from: days[0] ?? heading.from, to: days.at(-1) ?? heading.to };
  return part;
}

/** The month grids of a page; none where it has none. */
export const monthGrids = (page: PageDocument): PageTable[] => page.tables.filter(isMonthGrid);

/** The grid is told by its frame and the colour of its first row; the pages have no ids and no `<th>`. */
function isMonthGrid(table: PageTable): boolean {
  return table.border === '1' && table.rows[0]?.background === HEAD_COLOUR && table.rows[0].cells.length > 1;
}

function withContacts(rows: RosterRow[], { staff }: PartReading): RosterRow[] {
  const contacts = new Map(staff.map((member) => [nameKey(member.name), member]));
  return rows.map((row) => {
    const contact = row.name === null ? undefined : contacts.get(nameKey(row.name));
    return contact ? { ...row, email: contact.email, phone: contact.phone } : row;
  });
}
