import { describe, expect, it } from 'vitest';
import type { PartReading } from '../part-reading.ts';
import { parsePage } from './parse-page.ts';
import { readMonthPage } from './read-month-page.ts';

/** A month page with dates across: initials in the cells, their owners below. */
function read(cells: string[], legend: string, top = ''): PartReading {
  const dates = ['Wed<br>4-1', 'Thu<br>4-2', 'Fri<br>4-3'].slice(0, cells.length);
  const line = (first: string, rest: string[]): string =>
    `<td>${first}</TD>${rest.map((cell) => `<td>${cell}</TD>`).join('')}</tr>`;
  const html = `<HTML><TITLE>Schedule, 4/1 to 4/30, 2026</TITLE><body text=black>${top}
<table cellspacing=0 border=1>\n<TR BGCOLOR=#f6deac>${line('', dates)}\n<TR>${line('ON1<br>10p-7a', cells)}\n</table>
${legend}\n</BODY></HTML>`;
  const part = readMonthPage('across.html', parsePage(html));
  if (!part) throw new Error('no month page');
  return part;
}
const names = (part: PartReading): (string | null)[] => part.rows.map((row) => row.name);
const red = (text: string): string => `</font><font color=#ff0000>${text}`;
const green = (text: string): string => `</font><font color=#007f00>${text}`;

describe('a legend', () => {
  it.each([
    ['in neighbouring cells', '<table><tr><td>MA<td>Ashgrove, Marit<tr><td>LO<td>Obi, Lee</table>'],
    [
      'in pairs across',
      '<table><tr><td>MA</td><td>Ashgrove, Marit</td><td>LO</td><td>Obi, Lee</td></tr></table>',
    ],
    ['with the names first', '<table><tr><td>Ashgrove, Marit<td>MA<td>Obi, Lee<td>LO</table>'],
    ['with dashes', '<font>MA - Ashgrove, Marit<br>LO - Obi, Lee</font>'],
    ['with equals signs', 'MA = Ashgrove, Marit<br>LO=Obi, Lee'],
    ['with colons in one cell', '<table><tr><td>MA: Ashgrove, Marit<br>LO: Obi, Lee</table>'],
    ['with blanks', '<p>MA&nbsp;&nbsp;Ashgrove, Marit<p>LO&nbsp;&nbsp;Obi, Lee'],
    ['in brackets after the names', 'Ashgrove, Marit (MA)<br>Obi, Lee (LO)'],
    ['in coloured words', `${red('MA')}</font> Ashgrove, Marit<br>${green('LO')}</font> Obi, Lee`],
    [
      'one coloured text each on one line',
      `<b><font color=red>MA Ashgrove, Marit</font> <font color=green>LO Obi, Lee</font></b>`,
    ],
  ])('%s', (_, legend) => {
    const part = read(['MA', 'LO*', 'MA<sup>2</sup>'], legend);
    expect(names(part)).toEqual(['Ashgrove, Marit', 'Obi, Lee', 'Ashgrove, Marit']);
    expect(part.rows.map((row) => row.date)).toEqual(['2026-04-01', '2026-04-02', '2026-04-03']);
    expect(part.rows[0]).toMatchObject({
      assignment: 'ON1',
      start: '22:00',
      end: '07:00',
      line: 2,
      text: 'Wed 4-1 ON1: MA',
    });
  });

  it('gives the names and ids of the list of names', () => {
    const hili = '<SELECT NAME=Hili><OPTION VALUE=31>Ashgrove, Marit</SELECT>';
    expect(read(['MA'], 'MA Marit Ashgrove', hili).rows).toMatchObject([
      { name: 'Ashgrove, Marit', staffId: '31' },
    ]);
  });
});

describe('initials that clash', () => {
  const legend = `<table><tr><td>${red('MA')}<td>Ashgrove, Marit<tr><td>${green('MA')}<td>Alder, Milo</table>`;

  it('are told apart by the text colour', () => {
    const part = read([red('MA'), green('MA')], legend);
    expect(names(part)).toEqual(['Ashgrove, Marit', 'Alder, Milo']);
    expect(part.messages).toEqual([]);
  });

  it.each([
    ['the cell has another colour', 'MA', legend],
    [
      'both have one colour',
      red('MA'),
      `<table><tr><td>${red('MA')}<td>Ashgrove, Marit<tr><td>${red('MA')}<td>Alder, Milo</table>`,
    ],
  ])('are an error, not a guess, where %s', (_, cell, below) => {
    const part = read([cell, cell], below);
    expect(part.rows).toEqual([]);
    expect(part.setAside).toMatchObject([{ fate: 'rejected' }, { fate: 'rejected' }]);
    expect(part.messages).toMatchObject([
      {
        code: 'AMBIGUOUS_PERSON',
        severity: 'ERROR',
        text: expect.stringContaining('Ashgrove, Marit or Alder, Milo'),
      },
    ]);
  });

  it('take no colour from the text around the legend, as browsers do not', () => {
    const around = `<font color=#ff0000>In house:<table><tr><td>MA<td>Ashgrove, Marit<tr><td>${green('MA')}<td>Alder, Milo</table>`;
    expect(names(read(['MA', green('MA')], around))).toEqual(['Ashgrove, Marit', 'Alder, Milo']);
  });

  it('are none where the legend names one person twice', () => {
    expect(names(read(['MA'], 'MA Ashgrove, Marit<br>MA Ashgrove, Marit'))).toEqual(['Ashgrove, Marit']);
  });
});

it('keeps initials that no legend explains, as written', () => {
  expect(names(read(['ZZ', 'MA', '&nbsp;'], `<p>${'x'.repeat(200)} MA<p>ma@example.org`))).toEqual([
    'ZZ',
    'MA',
    null,
  ]);
});

it.each([
  ['a style', '<span style="color: #F00">MA</span>', '#ff0000'],
  ['em', '<em>MA</em>', 'blue'],
])('knows the colour of %s', (_, cell, colour) => {
  const legend = `<table><tr><td><font color=${colour}>MA</font><td>Ashgrove, Marit<tr><td><font color=purple>MA</font><td>Alder, Milo</table>`;
  expect(names(read([cell], legend))).toEqual(['Ashgrove, Marit']);
});
