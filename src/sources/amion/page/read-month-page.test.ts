import { describe, expect, it } from 'vitest';
import type { PartReading } from '../part-reading.ts';
import { parsePage } from './parse-page.ts';
import { readMonthPage } from './read-month-page.ts';

const HILI =
  '<SELECT NAME=Hili><OPTION VALUE=0>-- Highlight --<OPTION VALUE=12>Brightwell, Sil\n<OPTION VALUE=13>Castell-Wu, Mei\n<OPTION VALUE=14>Grant Jr, Paul</SELECT>';
const RSEL =
  '<SELECT NAME="Rsel"><OPTION VALUE=0>-- All rows --<OPTION VALUE=201>Day\n<OPTION VALUE=205>ON1</SELECT>';
const HEAD = '<TR BGCOLOR=#f6deac><td ></td><td>Day<br>8a-5p</TD><td>ON1<br>10p-7a</TD></tr>';

interface Page {
  rows: string;
  head?: string;
  heading?: string;
  below?: string;
  top?: string;
}

/** A page as broken as the real ones: unclosed tags, the grid inside of a layout table. */
function page({
  rows,
  head = HEAD,
  heading = '4/1 to 4/30, 2026',
  below = '',
  top = RSEL + HILI,
}: Page): string {
  return `<HTML><HEAD><TITLE>\nRadiology Schedule, ${heading}\n</TITLE></HEAD><body>
<table width=100%><tr><td><form name=GetPage>${top}</form>
<font size=+2>Radiology Schedule, ${heading}</font><br>
<table cellspacing=0 border=1 cellpadding=2 >\n${head}\n${rows}\n</table>
<font size=-1><small><br></small>Schedule last updated May 27 9:41 2026. &nbsp;
${below}
</td></tr></table></BODY></HTML>`;
}

function read(parts: Page | string): PartReading {
  const part = readMonthPage('page.html', parsePage(typeof parts === 'string' ? parts : page(parts)));
  if (!part) throw new Error('no month page');
  return part;
}
const row = (first: string, ...cells: string[]): string =>
  `<TR><td>${first}</TD>${cells.map((cell) => `<td>${cell}</TD>`).join('')}</tr>`;
/** One row of 1 April whose Day cell is as given. */
const dayCell = (cell: string): PartReading =>
  read({ rows: `<TR><td>Wed&nbsp;&nbsp;4/1</TD>${cell}<td></font>Castell-Wu,&nbsp;Mei</TD></tr>` });
const SPLIT =
  'Three-way split: \r10:00 pm - 1:00 am: Paul Grant Jr\r1:00 am - 4:00 am: ---\r4:00 am - 7:00 am: Sil Brightwell';

describe('dates down', () => {
  it('reads names, ids and usual hours', () => {
    const part = read({
      rows: row(
        'Wed&nbsp;&nbsp;4/1',
        '</font><font color=#ff0000>Brightwell,&nbsp;Sil',
        '<em>Grant&nbsp;Jr,&nbsp;Paul',
      ),
    });
    expect(part.report).toEqual({
      file: 'page.html',
      kind: 'month-grid',
      asOf: '2026-05-27T09:41:00-04:00',
      from: '2026-04-01',
      to: '2026-04-01',
    });
    expect(part.rows).toMatchObject([
      {
        line: 2,
        name: 'Brightwell, Sil',
        staffId: '12',
        assignment: 'Day',
        assignmentId: '201',
        date: '2026-04-01',
        start: '08:00',
        end: '17:00',
        text: 'Wed 4/1 Day: Brightwell, Sil',
      },
      {
        line: 2,
        name: 'Grant Jr, Paul',
        staffId: '14',
        assignment: 'ON1',
        assignmentId: '205',
        start: '22:00',
        end: '07:00',
        marker: false,
      },
    ]);
    expect(part).toMatchObject({ setAside: [], messages: [] });
  });

  it.each([
    ['First Last', 'Mei&nbsp;Castell-Wu', 'Castell-Wu, Mei'],
    ['a star', 'Castell-Wu,&nbsp;Mei*', 'Castell-Wu, Mei'],
    ['marks', 'Castell-Wu, Mei +=', 'Castell-Wu, Mei'],
    [
      'a footnote',
      "Castell-Wu, Mei<font style='font-size:8px; vertical-align:50%;'>2</font>",
      'Castell-Wu, Mei',
    ],
    ['footnote digits', 'Castell-Wu, Mei1,2', 'Castell-Wu, Mei'],
    ['a raised footnote', 'Castell-Wu, Mei<sup>1</sup>', 'Castell-Wu, Mei'],
    ['a line break inside', 'Castell-Wu,<br>Mei', 'Castell-Wu, Mei'],
    ['a comma at its very end', 'Castell-Wu,', 'Castell-Wu'],
    ['a name that the page does not list', 'Obi, Lee 3', 'Obi, Lee'],
    ['nobody', '---', null],
    ['an open cell', '&nbsp;', null],
  ])('reads a cell with %s', (_, cell, name) => {
    expect(dayCell(`<td>${cell}</TD>`).rows[0]).toMatchObject({
      name,
      assignment: 'Day',
      date: '2026-04-01',
    });
  });

  it('has no row where the assignment is not run that day', () => {
    expect(dayCell('<td class=gc>-</TD>').rows).toMatchObject([{ assignment: 'ON1' }]);
  });

  it.each([
    [
      'a nested table',
      "<nobr><table title='7a to 7a'><tr><td width=2>\n<td><font style='font-size:7px;'>7a<br><img src=clock.gif title='7a to 7a'>\n</table>\n",
      '07:00',
      '07:00',
    ],
    [
      'only its clock',
      '<table><tr><td><img src="clock_nota.gif" title="5:30p to 9p"></table>',
      '17:30',
      '21:00',
    ],
    ['a line of its own', '<br><font size=-2>9a-1p</font>', '09:00', '13:00'],
  ])('takes custom hours from %s', (_, markup, start, end) => {
    expect(dayCell(`<td></font>Brightwell,&nbsp;Sil${markup}</TD>`).rows[0]).toMatchObject({
      name: 'Brightwell, Sil',
      start,
      end,
    });
  });

  it('keeps the note of a cell', () => {
    const cell =
      '<td>Brightwell, Sil&nbsp;<a href=#><img src="../oci/pnote2.gif" title="swap w/ Grant"></a></TD>';
    expect(dayCell(cell).rows[0]).toMatchObject({ name: 'Brightwell, Sil', note: 'swap w/ Grant' });
  });

  it('reads a split cell in parts, in the spelling of the list of names', () => {
    const part = dayCell(
      `<td><nobr>10p - 1a - 4a - 7a</nobr><br>Grant<img src="../oci/split.gif" title="${SPLIT}">---<img src="../oci/split.gif" title="${SPLIT}">Brightwell, Sil</TD>`,
    );
    expect(part.rows.slice(0, 3)).toMatchObject([
      { name: 'Grant Jr, Paul', staffId: '14', start: '22:00', end: '01:00' },
      { name: null, start: '01:00', end: '04:00' },
      { name: 'Brightwell, Sil', start: '04:00', end: '07:00' },
    ]);
  });

  it.each([
    ['a split without hours', '<img src="split.gif" title="Split shift: ask">'],
    ['a split with a wrong hour', '<img src="split.gif" title="Split: \r13:00 pm - 1:00 am: Lee Obi">'],
    ['a custom time', "<table title='7a to 25p'><tr><td></table>"],
  ])('rejects a cell whose hours cannot be read: %s', (_, markup) => {
    const part = dayCell(`<td>Brightwell, Sil${markup}</TD>`);
    expect(part.messages).toMatchObject([{ code: 'INVALID_TIME', context: { line: 2 } }]);
    expect(part.setAside).toMatchObject([{ fate: 'rejected', line: 2 }]);
    expect(part.rows).toHaveLength(1);
  });

  it.each([
    ['a date that does not exist', '4/31'],
    ['no date', 'Total'],
  ])('rejects a row with %s', (_, label) => {
    const part = read({ rows: row(label, 'Brightwell, Sil', 'Grant Jr, Paul') });
    expect(part.messages).toMatchObject([{ code: 'INVALID_DATE' }]);
    expect(part.setAside).toHaveLength(2);
  });

  it('ignores what is no person', () => {
    const part = dayCell('<td>OPEN SHIFT</TD>');
    expect(part.setAside).toMatchObject([{ fate: 'ignored', text: 'Wed 4/1 Day: OPEN SHIFT' }]);
    expect(part.messages).toMatchObject([{ code: 'IGNORED_ROWS' }]);
  });

  it('rejects a row that breaks off', () => {
    const part = read({ rows: row('4/1', 'Brightwell, Sil') });
    expect(part).toMatchObject({
      rows: [],
      setAside: [{ line: 2, fate: 'rejected' }],
      messages: [{ code: 'AMION_UNEXPECTED_RESPONSE' }],
    });
  });

  it('rejects a column without a name', () => {
    const head = '<TR BGCOLOR=#f6deac><td></td><td>8a-5p</td><td>ON1<br>10p-7a</td></tr>';
    const part = read({ head, rows: row('4/1', 'Brightwell, Sil', 'Grant Jr, Paul') });
    expect(part.messages).toMatchObject([{ code: 'MISSING_VALUE' }]);
  });

  it('marks days only where the page does not tell hours', () => {
    const head = '<TR BGCOLOR="#F6DEAC"><td></td><td>Day</td><td>Total</td></tr>';
    expect(read({ head, rows: row('4/1', 'Brightwell, Sil', '-') }).rows).toMatchObject([
      { marker: true, start: '00:00', end: '00:00' },
    ]);
  });

  it('reads over blank and repeated heading rows, columns without a name, and spans', () => {
    const head =
      '<TR BGCOLOR=#f6deac><td></td><td>Day<br>8a-5p</td><td>ON1<br>10p-7a</td><td>&nbsp;</td></tr>';
    const rows = [
      row('&nbsp;', '', '', ''),
      head,
      '<tr><td>4/1</td><td rowspan=2>Brightwell, Sil</td><td colspan=2>Grant Jr, Paul</td></tr>',
      '<tr><td>4/2</td><td>-</td><td>x</td></tr>',
      '<tr><td>4/3</td><td rowspan=2 colspan=1>-</td>',
    ];
    const part = read({ head, rows: rows.join('') });
    expect(part.rows.map((found) => [found.line, found.date, found.assignment, found.name])).toEqual([
      [4, '2026-04-01', 'Day', 'Brightwell, Sil'],
      [4, '2026-04-01', 'ON1', 'Grant Jr, Paul'],
      [5, '2026-04-02', 'Day', 'Brightwell, Sil'],
    ]);
    expect(part.setAside).toMatchObject([{ line: 6, reason: 'the row breaks off' }]);
  });

  it('reads every grid of the page', () => {
    const second = `</table><table border=1>${HEAD}${row('4/2', '-', 'Grant Jr, Paul')}`;
    const part = read({ rows: row('4/1', '-', 'Brightwell, Sil') + second });
    expect(part.rows.map((found) => [found.line, found.name])).toEqual([
      [2, 'Brightwell, Sil'],
      [4, 'Grant Jr, Paul'],
    ]);
  });

  it('has no ids where the page lists none, or two people of one name', () => {
    const twice =
      '<SELECT NAME=Hili><OPTION VALUE=12>Brightwell, Sil<OPTION VALUE=19>Brightwell, Sil</SELECT>';
    for (const top of ['', twice]) {
      expect(read({ top, rows: row('4/1', 'Brightwell, Sil', '-') }).rows).toMatchObject([
        { name: 'Brightwell, Sil', staffId: null, assignmentId: null },
      ]);
    }
  });

  it('takes contacts from the table below', () => {
    const below = `<table><tr><td><a href='./ocs?Fi=!1x&Ps=12&Ui=24*501*Brightwell, Sil&Mo=4-26'>Brightwell, Sil</a><td><a href="./ocs?Page=Msgapp"></a></td><td><nobr>555-0151</td>
<td>&nbsp;<a href="mailto:sil@example.org"><img src=email.gif></a></td>\n</tr><tr><td><a href='./ocs?Ui=1'>Stranger</a></td></tr></table>`;
    const part = read({ below, top: '', rows: row('4/1', 'Brightwell, Sil', '---') });
    expect(part.rows[0]).toMatchObject({ staffId: '12', phone: '555-0151', email: 'sil@example.org' });
    expect(part.staff).toMatchObject([{ name: 'Brightwell, Sil' }]);
  });
});

describe('the period', () => {
  it('over a year end gives each date its own year', () => {
    const rows = row('Thu 12/31', 'Brightwell, Sil', '-') + row('Fri 1/1', 'Brightwell, Sil', '-');
    const part = read({ heading: '12/14 to 1/10, 2027', rows });
    expect(part.rows.map((found) => found.date)).toEqual(['2026-12-31', '2027-01-01']);
  });

  it('stands for the dates where no cell is run', () => {
    expect(read({ rows: row('4/1', '-', '-') }).report).toMatchObject({
      from: '2026-04-01',
      to: '2026-04-30',
    });
  });

  it('is asked for where the heading does not tell the year', () => {
    const part = read({ heading: '4/1 to 4/30', rows: row('4/1', 'Brightwell, Sil', '-') });
    expect(part).toMatchObject({
      rows: [],
      messages: [{ severity: 'ERROR', code: 'AMION_UNEXPECTED_RESPONSE' }],
    });
  });
});

it.each([
  ['no grid', '<html><table border=1><tr><td>4/1</table>'],
  ['a table of another frame', `<html><table border=0>${HEAD}</table>`],
])('is no month page with %s', (_, html) => {
  expect(readMonthPage('page.html', parsePage(html))).toBeNull();
});

it('reads a page nested very deep without falling', () => {
  const deep = '<div><table><tr><td>'.repeat(3_000);
  expect(readMonthPage('page.html', parsePage(deep))).toBeNull();
});
