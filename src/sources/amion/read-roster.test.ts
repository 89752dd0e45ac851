import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RosterReading, RosterRow } from '#src/domain/roster.ts';
import { LOGIN_PAGE } from '#src/example/amion-fault.ts';
import { judgeAnswer } from './judge-answer.ts';
import { readRoster } from './read-roster.ts';

const file = (name: string, text: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: new TextEncoder().encode(text),
});
const NARROW =
  'Assignments for 4-1-26     (as of Apr 28 19:06 2026 US ET)\n\n"Ashgrove, Marit",15,7,"ON1",205,5,4-2-26,2200,0700\n';
const STAFF = [
  'Staff type\tName\tUnique ID\tBackup ID\tAbbreviation\tStaff type unique ID\tPager\tTel.\tEmail',
  'Neuro\tAshgrove, Marit\t15\t7\tMA\t30\t\t\t',
  'Services\tPool\t97\t80\tRP\t39\t\t\t',
  'Services\t---\t98\t81\t\t39\t\t\t',
  '',
].join('\n');

describe('never silently an empty roster', () => {
  it.each([
    ['a refused login', 'NOFI=Bad password', 'AMION_REJECTED_LOGIN'],
    ['the login page', LOGIN_PAGE, 'AMION_REJECTED_LOGIN'],
    ['no schedule file', 'NOFI=No file', 'AMION_UNEXPECTED_RESPONSE'],
    ['an empty body', '', 'AMION_UNEXPECTED_RESPONSE'],
    ['UTF-16', '\u0000A', 'AMION_UNEXPECTED_RESPONSE'],
    ['any other text', 'Hello, world', 'AMION_UNEXPECTED_RESPONSE'],
    ['any other page', '<!doctype html><html><body>Bad gateway</body></html>', 'AMION_UNEXPECTED_RESPONSE'],
    ['another table of values', 'name,email\nLee,lee@example.org\n', 'AMION_UNEXPECTED_RESPONSE'],
  ])('%s', (_, body, code) => {
    const reading = readRoster([file('april', body)]);
    expect(reading).toMatchObject({
      reports: [],
      rows: [],
      setAside: [],
      messages: [{ severity: 'ERROR', code }],
    });
  });
});

it('collects every file and every problem', () => {
  const reading = readRoster([
    file('a.csv', NARROW),
    file('b.csv', 'NOFI=No file'),
    file('c.csv', NARROW),
    file('s.tsv', STAFF),
  ]);
  expect(reading.reports.map((report) => [report.file, report.kind])).toEqual([
    ['a.csv', '619'],
    ['c.csv', '619'],
    ['s.tsv', '706'],
  ]);
  expect(reading.rows.map((row) => [row.file, row.line])).toEqual([
    ['a.csv', 3],
    ['c.csv', 3],
  ]);
  expect(reading.staff.map((member) => member.name)).toEqual(['Ashgrove, Marit']);
  expect(reading.messages.map((message) => message.code)).toEqual([
    'AMION_UNEXPECTED_RESPONSE',
    'IGNORED_ROWS',
  ]);
});

it('ignores services of a narrow report that the staff list knows, but not the vacancy', () => {
  const rows = [
    '"Pool",97,80,"ON2",206,6,4-2-26,2300,0800',
    '"---",98,81,"ON2",206,6,4-3-26,2300,0800',
    '',
  ].join('\n');
  const reading = readRoster([file('a.csv', NARROW + rows), file('s.tsv', STAFF)]);
  expect(reading.rows.map((row) => row.name)).toEqual(['Ashgrove, Marit', null]);
  expect(reading.setAside).toMatchObject([{ file: 'a.csv', line: 4, fate: 'ignored' }]);
  expect(reading.messages.map((message) => message.code)).toEqual(['IGNORED_ROWS', 'IGNORED_ROWS']);
});

it('leaves the rows alone where the staff list has people only', () => {
  const people = STAFF.split('\n').slice(0, 2).join('\n');
  expect(readRoster([file('a.csv', NARROW), file('s.tsv', `${people}\n`)]).rows).toHaveLength(1);
});

it('tells a page that breaks off in its grid', () => {
  const grid =
    '<html><title>Schedule, 4/1 to 4/30, 2026</title><table border=1><tr bgcolor=#f6deac><td><td>ON1<br>10p-7a</tr>';
  const cut = `${grid}<tr><td>4/1<td>Ashgrove, Marit</tr><tr><td>4/2<td>Ashgr`;
  expect(readRoster([file('p.html', cut)]).messages).toMatchObject([{ code: 'AMION_UNEXPECTED_RESPONSE' }]);
  expect(readRoster([file('p.html', `${cut}</table>`)]).messages).toEqual([]);
  expect(readRoster([file('p.html', `${cut}</html>`)]).messages).toEqual([]);
});

describe('an answer', () => {
  it.each([
    ['whole', NARROW, null, true],
    ['with a bad line', NARROW.replace('2200', '2575'), null, true],
    ['that breaks off', NARROW.slice(0, -8), null, false],
    ['that is a refusal', 'NOFI=No file', 'AMION_UNEXPECTED_RESPONSE', false],
  ])('%s is judged', (_, body, code, whole) => {
    const judged = judgeAnswer('a.csv', new TextEncoder().encode(body));
    expect(judged.refusal?.code ?? null).toBe(code);
    expect(judged.whole).toBe(whole);
  });
});

const folder = fileURLToPath(new URL('../../../../shared/data/amion/', import.meta.url));
const readSample = (name: string): RosterReading =>
  readRoster([{ name, bytes: readFileSync(folder + name) }]);
const essence = ({ date, assignment, start, end, name }: RosterRow): string =>
  [date, assignment, start, end, name ?? '---'].join(' ');

// Samples that are not the project's are an extra: where they are not at hand there are no such tests, rather than skipped ones.
const itWithSample = existsSync(folder) ? it : () => undefined;

itWithSample('the month page says what the feed says, but for what has no column', () => {
  const feed = new Set(readSample('625c-month.csv').rows.map(essence));
  const page = new Set(readSample('grid-month-dates-down.html').rows.map(essence));
  expect([...feed].filter((row) => !page.has(row))).toEqual([
    '2026-04-01 Vacation 00:00 00:00 Dunmore, Otis',
    "2026-04-17 Conf, am 08:00 12:00 O'Hollis, Tamsin",
  ]);
  expect([...page].filter((row) => !feed.has(row))).toEqual(['2026-04-09 MidC 14:00 22:00 ---']);
});

itWithSample('the narrow report has the rows of the wide one', () => {
  const narrow = readSample('619-month.csv').rows.map(essence);
  const wide = readSample('625c-month.csv').rows.map(essence);
  expect(wide.slice(0, narrow.length)).toEqual(narrow);
});

itWithSample("who's on agrees with the feed", () => {
  const page = readSample('oncall-whos-on-2026-04-18.html').rows.map(essence);
  const feed = readSample('625c-month.csv')
    .rows.filter((row) => row.date === '2026-04-18')
    .map(essence);
  expect(page).toEqual(feed);
});
