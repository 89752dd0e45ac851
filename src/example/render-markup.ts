import type { ReportHours } from './render-clock-words.ts';
import type { ExampleStaff } from './roster.ts';

/** A column of the month grid with its usual hours. */
export interface PageService extends ReportHours {
  name: string;
  uniqueId: string;
}

/** Text in markup; a name's spaces do not break, as on the real pages. */
export function markup(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export const unbroken = (value: string): string => markup(value).replaceAll(' ', '&nbsp;');

/** `Last, First` turned, as titles of split shifts write it. */
export function turnedName(name: string): string {
  const [last = '', ...first] = name.split(',');
  return first.length > 0 ? `${first.join(',').trim()} ${last}` : name;
}

/** Blue text is `<em>`, which the style sheet colours; closing tags are left out, as on the real pages. */
export function coloured(colour: string, text: string): string {
  return colour === '#0000ff' ? `</font><em>${text}` : `</font><font color=${colour}>${text}`;
}

/** The top of every page: title, style, and the two drop-downs that carry the ids. */
export function renderTop(title: string, services: PageService[], staff: ExampleStaff[]): string {
  const options = (entries: [string, string][]): string[] =>
    entries.map(([value, text]) => `<OPTION VALUE=${value}>${markup(text)}`);
  return [
    '<HTML>',
    '<HEAD>',
    '<TITLE>',
    markup(title),
    '</TITLE>',
    '<STYLE TYPE="text/css">',
    'em { font-style: normal; color: blue }',
    '</STYLE>',
    '</HEAD>',
    '<body link=#000080 bgcolor=white text=black>',
    '<table cellpadding=0 cellspacing=0 width=100%><tr><td valign=top><form action="./ocs" method=GET name=GetPage>',
    '<input type=hidden name="File" value="!1example">',
    '<SELECT NAME="Rsel">',
    ...options([
      ['0', '-- All rows --'],
      ...services.map(({ uniqueId, name }): [string, string] => [uniqueId, name]),
    ]),
    '</SELECT>',
    '<SELECT NAME=Hili>',
    ...options([
      ['0', '-- Highlight --'],
      ...staff.map(({ uniqueId, name }): [string, string] => [uniqueId, name]),
    ]),
    '</SELECT>',
  ].join('\n');
}

export const renderBottom = (updated: string): string =>
  `<font size=-1>Schedule last updated ${updated}. &nbsp;\n</td></tr>\n</table>\n</BODY></HTML>\n`;
