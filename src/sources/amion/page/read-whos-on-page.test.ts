import { describe, expect, it } from 'vitest';
import type { PartReading } from '../part-reading.ts';
import { parsePage } from './parse-page.ts';
import { readWhosOnPage } from './read-whos-on-page.ts';

const HEAD =
  "<TR BGCOLOR=#f6deac><td><b>Service</b></td><td >&nbsp;</td><td><b>Who's On</b></td><td><b>Training</b></td><td><b>Contact</b></td></TR>";

function read(rows: string[], { day = 'Sat, Apr 18, 2026', top = '' } = {}): PartReading {
  const html = `<HTML><TITLE>Radiology - Who's On</TITLE><body>${top}&nbsp;${day} &nbsp;<table border=0>${HEAD}${rows.join('\n')}</table>
<font>Schedule last updated Apr 18 17:25 2026. </BODY></HTML>`;
  const part = readWhosOnPage('on.html', parsePage(html));
  if (!part) throw new Error("no who's-on page");
  return part;
}
const link = (name: string): string =>
  `<a class=plain href='./ocs?Fi=!1x&Ps=17&Ui=24*506*Grant Jr, Paul&Mo=4-26'><b><nobr>${name}</b></a>`;
const row = (service: string, name: string, training = 'Neuro', contact = '', hours = '10p to 1a'): string =>
  `<TR><td>${service}&nbsp;<IMG SRC="pnohu4.gif" TITLE="${hours}"></TD><td >&nbsp;</td><td>${name}</TD><td>${training}</TD><td>${contact}</TD></TR>`;

describe("the who's-on page", () => {
  it('tells service, person, hours and contact', () => {
    const part = read([
      row('ON1', link('Grant Jr, Paul*'), 'MSK*', '<a href="./ocs?Page=Alphapg&Rsel=17">5550106</a>'),
    ]);
    expect(part.report).toEqual({
      file: 'on.html',
      kind: 'whos-on',
      asOf: '2026-04-18T17:25:00-04:00',
      from: '2026-04-18',
      to: '2026-04-18',
    });
    expect(part.rows).toMatchObject([
      {
        line: 2,
        name: 'Grant Jr, Paul',
        staffId: '17',
        assignment: 'ON1',
        assignmentId: null,
        date: '2026-04-18',
        start: '22:00',
        end: '01:00',
        marker: false,
        staffType: 'MSK',
        pager: '5550106',
        phone: null,
      },
    ]);
  });

  it.each([
    ['a phone', '<nobr>555-0154', { phone: '555-0154', pager: null, email: null }],
    ['an email', '<a href="mailto:lee@example.org">write</a>', { email: 'lee@example.org' }],
    ['nothing', '', { phone: null, pager: null, email: null }],
  ])('reaches people by %s', (_, contact, expected) => {
    expect(read([row('ON1', 'Obi, Lee', '', contact)]).rows).toMatchObject([
      { name: 'Obi, Lee', staffId: null, ...expected },
    ]);
  });

  it('takes ids from the lists of the page before links', () => {
    const top =
      '<SELECT NAME=Rsel><OPTION VALUE=205>ON 1</SELECT><SELECT NAME=Hili><OPTION VALUE=99>Grant Jr, Paul</SELECT>';
    expect(read([row('ON1', link('Paul Grant Jr'))], { top }).rows).toMatchObject([
      { name: 'Grant Jr, Paul', staffId: '99', assignmentId: '205' },
    ]);
  });

  it('takes the id of a link where nothing else tells it', () => {
    expect(read([row('ON1', "<a href='./ocs?Ui=24*506*x'>Obi, Lee</a>")]).rows).toMatchObject([
      { staffId: '506' },
    ]);
  });

  it('reads vacancies, markers, and parts that leave the service out', () => {
    const part = read([
      row('ON1', '---'),
      row('', '&nbsp;', '', '', '1a to 7a'),
      row('Vacation', 'Obi, Lee', '', '', ''),
    ]);
    expect(part.rows).toMatchObject([
      { assignment: 'ON1', name: null, start: '22:00' },
      { assignment: 'ON1', name: null, start: '01:00' },
      { assignment: 'Vacation', name: 'Obi, Lee', marker: true },
    ]);
  });

  it('ignores services', () => {
    const part = read([row('ON1', 'Resident pool', 'Services')]);
    expect(part).toMatchObject({
      rows: [],
      setAside: [{ fate: 'ignored', line: 2 }],
      messages: [{ code: 'IGNORED_ROWS' }],
    });
  });

  it('rejects rows that break off', () => {
    const part = read(['<tr><td></td></tr>', '<tr><td>ON1', row('', 'Obi, Lee')]);
    expect(part.setAside).toMatchObject([
      { line: 3, fate: 'rejected' },
      { line: 4, fate: 'rejected' },
    ]);
    expect(part.messages.map((message) => message.code)).toEqual([
      'AMION_UNEXPECTED_RESPONSE',
      'AMION_UNEXPECTED_RESPONSE',
    ]);
  });

  it.each(['', 'Sat, Foo 18, 2026', 'Feb 30, 2026'])('needs its date: "%s"', (day) => {
    const part = read([row('ON1', 'Obi, Lee')], { day });
    expect(part).toMatchObject({ rows: [], messages: [{ code: 'AMION_UNEXPECTED_RESPONSE' }] });
  });

  it('is no other page', () => {
    expect(readWhosOnPage('x.html', parsePage('<table><tr><td>Service<td>Price</table>'))).toBeNull();
  });
});
