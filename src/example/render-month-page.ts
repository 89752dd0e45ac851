import { dayOfWeek, eachDate, type LocalDate } from '#src/domain/local-date.ts';
import { findExampleStaff } from './find-example-staff.ts';
import { renderLongTime, renderShortSpan } from './render-clock-words.ts';
import {
  coloured,
  markup,
  type PageService,
  renderBottom,
  renderTop,
  turnedName,
  unbroken,
} from './render-markup.ts';
import type { ExampleAssignment, ExampleRoster, ExampleStaff } from './roster.ts';

interface MonthPage {
  /** Where the dates go: `down` with full names, `across` with initials and a legend. */
  dates: 'down' | 'across';
  title: string;
  from: LocalDate;
  to: LocalDate;
  services: PageService[];
  /** Cells that nobody has filled, as `2026-04-09 MidC`; other cells without an assignment are not run that day. */
  open: ReadonlySet<string>;
  /** When the schedule was last changed: `Apr 28 17:25 2026`. */
  updated: string;
  /** Text colour of a name, `#rrggbb`. */
  colourOf: (staff: ExampleStaff) => string;
}

/** A month grid as the web pages show it. The year stands in the heading alone. */
export function renderMonthPage(roster: ExampleRoster, page: MonthPage): string {
  const { title, from, to, services, dates } = page;
  const heading = `${title}, ${slashed(from)} to ${slashed(to)}, ${to.slice(0, 4)}`;
  const days = eachDate(from, to);
  const cell = (date: LocalDate, service: PageService): string => renderCell(roster, page, date, service);
  const rows =
    dates === 'down'
      ? days.map((date) => [dateLabel(date, 'down'), ...services.map((service) => cell(date, service))])
      : services.map((service) => [serviceLabel(service), ...days.map((date) => cell(date, service))]);
  const head = dates === 'down' ? services.map(serviceLabel) : days.map((date) => dateLabel(date, 'across'));
  return [
    renderTop(heading, services, roster.staff),
    `</form>\n<font size=+2>${markup(heading)}</font><br>`,
    '<table cellspacing=0 border=1 cellpadding=2 >',
    `<TR BGCOLOR=#f6deac><td ></td>${head.join('')}</tr>`,
    ...rows.map((row) => `<TR>${row.join('')}</tr>`),
    '</table>',
    ...(dates === 'across' ? [renderLegend(roster.staff, page)] : []),
    renderBottom(page.updated),
  ].join('\n');
}

function renderCell(roster: ExampleRoster, page: MonthPage, date: LocalDate, service: PageService): string {
  const parts = roster.assignments.filter((row) => row.date === date && row.name === service.name);
  const [first] = parts;
  if (!first) return page.open.has(`${date} ${service.name}`) ? '<td >&nbsp;</td>' : '<td class=gc>-</TD>';
  const names = parts.map((part) => shown(findExampleStaff(roster, part), page));
  if (parts.length > 1) return `<td><small><br></font>${names.join(splitMark(parts))}</TD>`;
  const usual = first.start === service.start && first.end === service.end;
  return `<td>${names[0]}${usual ? '' : customHours(first)}${first.note === '' ? '' : noteMark(first.note)}</TD>`;
}

function splitMark(parts: ExampleAssignment[]): string {
  const lines = parts.map(
    ({ staffName, start, end }) =>
      `${renderLongTime(start)} - ${renderLongTime(end)}: ${turnedName(staffName)}`,
  );
  return `<img src="../oci/split.gif" border=0 title="${markup(`Split shift: \r${lines.join('\r')}`)}">`;
}

const customHours = (hours: ExampleAssignment): string =>
  `<nobr><table cellspacing=0 title='${renderShortSpan(hours, ' to ')}'><tr><td width=2>\n<td><font style='font-size:7px;'>!\n</table>\n`;

const noteMark = (note: string): string =>
  `&nbsp;<a href=#><img src="../oci/pnote2.gif" title="${markup(note)}"></a><font style='font-size:8px; vertical-align:50%;'>2</font>`;

function shown(staff: ExampleStaff, { dates, colourOf }: MonthPage): string {
  if (staff.name === '---') return '---';
  return coloured(colourOf(staff), dates === 'down' ? unbroken(staff.name) : markup(staff.abbreviation));
}

const serviceLabel = (service: PageService): string =>
  `<td>${markup(service.name)}<br>${renderShortSpan(service)}</TD>`;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function dateLabel(date: LocalDate, dates: MonthPage['dates']): string {
  const weekday = WEEKDAYS[dayOfWeek(date) - 1];
  return dates === 'down'
    ? `<td>${weekday}&nbsp;&nbsp;${slashed(date)}</TD>`
    : `<td>${weekday}<br>${slashed(date).replace('/', '-')}</TD>`;
}

const slashed = (date: LocalDate): string => `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`;

function renderLegend(staff: ExampleStaff[], { colourOf }: MonthPage): string {
  const rows = staff.map((member) => {
    const initials = coloured(colourOf(member), markup(member.abbreviation));
    return `<tr><td>${initials}<td>${unbroken(member.name)}</tr>`;
  });
  return ['<table cellpadding=2>', ...rows, '</table>'].join('\n');
}
