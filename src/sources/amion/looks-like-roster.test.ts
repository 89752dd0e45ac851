import { expect, it } from 'vitest';
import { matrixFile, rosterFile, rosterLine } from '#test/support/small-schedule.ts';
import { looksLikeRoster } from './looks-like-roster.ts';

const rows = Array.from({ length: 3_000 }, () => rosterLine('2026-04-06', 'ON1', 'Castellañez, Mei'));

it.each<[string, Uint8Array | string, boolean]>([
  ['a report', rosterFile().bytes, true],
  ['a report longer than what is looked at', rosterFile(rows).bytes, true],
  ['a report in Windows-1252', Buffer.from(rosterFile(rows.slice(0, 3)).bytes.toString(), 'latin1'), true],
  ['a page', '<!DOCTYPE html><html><body></body></html>', true],
  ['a refusal of Amion', 'NOFI=Bad password', true],
  ['a workbook', matrixFile().bytes, false],
  ['a flat list', 'Date,Shift Type,Start,End,Hospital\n2026-04-07,ON1,22:00,06:00,Ashby\n', false],
  [
    'a flat list of nine columns',
    `${'date,shift,start,end,hospital,type,specialty,coverage,mandatory\n'}${'4/7/2026,ON1,22:00,06:00,Ashby,BODY,BOTH,1,no\n'.repeat(5)}`,
    false,
  ],
  ['plain text', 'Dear all, the roster follows.', false],
  ['nothing', '', false],
  ['what is no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), false],
])('%s', (_, bytes, expected) => {
  expect(looksLikeRoster(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)).toBe(expected);
});
