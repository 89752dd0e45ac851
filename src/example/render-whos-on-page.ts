import { dayOfWeek, type LocalDate } from '#src/domain/local-date.ts';
import { findExampleStaff } from './find-example-staff.ts';
import { renderShortSpan } from './render-clock-words.ts';
import { markup, type PageService, renderBottom, renderTop } from './render-markup.ts';
import type { ExampleAssignment, ExampleRoster } from './roster.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The page that tells who is on for each service of one day. */
export function renderWhosOnPage(
  roster: ExampleRoster,
  {
    title,
    date,
    services,
    updated,
  }: { title: string; date: LocalDate; services: PageService[]; updated: string },
): string {
  const rows = roster.assignments.filter((row) => row.date === date).map((row) => renderRow(roster, row));
  const day = `${WEEKDAYS[dayOfWeek(date) - 1]}, ${MONTHS[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8))}, ${date.slice(0, 4)}`;
  return [
    renderTop(`${title} - Who's On`, services, roster.staff),
    `&nbsp;${day} &nbsp;\n</form>`,
    '<table cellspacing=0 border=0 cellpadding=2>',
    "<TR BGCOLOR=#f6deac><td><b>Service</b></td><td >&nbsp;</td><td><b>Who's On</b></td><td><b>Training</b></td><td><b>Contact</b></td></TR>",
    ...rows,
    '</table>',
    renderBottom(updated),
  ].join('\n');
}

function renderRow(roster: ExampleRoster, row: ExampleAssignment): string {
  const staff = findExampleStaff(roster, row);
  const hours = `<IMG SRC="../oci/pnohu4.gif" BORDER=0 TITLE="${renderShortSpan(row, ' to ')}">`;
  const name = markup(staff.name);
  const link = `<a class=plain href="./ocs?Fi=!1example&Ps=${staff.uniqueId}&Ui=24*${staff.backupId}*${name}"><b><nobr>${name}</b></a>`;
  const contact = staff.pager
    ? `<a class=plain href="./ocs?Page=Alphapg&Rsel=${staff.uniqueId}">${staff.pager}</a>`
    : `<nobr>${staff.phone}`;
  const cells = [staff.name === '---' ? '---' : link, markup(staff.staffType), contact];
  return `<TR><td>${markup(row.name)}&nbsp;${hours}</TD><td >&nbsp;</td>${cells.map((cell) => `<td>${cell}</TD>`).join('')}</TR>`;
}
