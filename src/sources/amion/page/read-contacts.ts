import type { StaffMember } from '#src/domain/roster.ts';
import { type PageDocument, type PageRow, textOf } from './page-document.ts';
import { nameKey, type PagePeople } from './page-people.ts';

/** People of the page's contact table: rows that link a person (`Ui=`) and say how to reach them. */
export function readContacts(page: PageDocument, people: PagePeople): StaffMember[] {
  const members = page.tables.flatMap((table) => table.rows.flatMap((row) => memberOf(row, people) ?? []));
  return [...new Map(members.map((member) => [nameKey(member.name), member])).values()];
}

function memberOf(row: PageRow, people: PagePeople): StaffMember | null {
  const links = row.cells.flatMap((cell) => cell.links);
  const email =
    links.find((link) => link.toLowerCase().startsWith('mailto:'))?.slice('mailto:'.length) ?? null;
  const [first, ...others] = row.cells;
  if (!first?.links.some((link) => /[?&]Ui=/i.test(link))) return null;
  const person = people.find(textOf(first.runs));
  if (!person) return null;
  const numbers = others.map((cell) => textOf(cell.runs)).filter((text) => /^[\d\s()+.x-]{4,}$/.test(text));
  return { ...person, abbreviation: null, staffType: null, pager: null, phone: numbers[0] ?? null, email };
}
