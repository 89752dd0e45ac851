import { expect, it } from 'vitest';
import type { ShiftPart } from './roster-grid.ts';
import { choosePart } from './shift-choice.ts';

/** ON1 of 12 December in three parts. */
const PARTS = [
  ['2026-12-12T22:00', '2026-12-13T01:00'],
  ['2026-12-13T01:00', '2026-12-13T04:00'],
  ['2026-12-13T04:00', '2026-12-13T07:00'],
].map(([from, to]) => ({ from: `${from}:00-05:00`, to: `${to}:00-05:00` }) as ShiftPart);
const EARLIER = '2026-12-01T12:00';

it.each([
  ['the part that is named', PARTS, { part: '04:00' }, EARLIER, '04:00'],
  ['a name that no part has', PARTS, { part: '05:00' }, EARLIER, null],
  ['the part of the moment asked about', PARTS, { at: '2026-12-13T02:30' }, EARLIER, '01:00'],
  ['the name before the moment', PARTS, { part: '22:00', at: '2026-12-13T02:30' }, EARLIER, '22:00'],
  ['the part of now', PARTS, {}, '2026-12-12T22:00', '22:00'],
  ['none, when nothing says which', PARTS, {}, EARLIER, null],
  ['the only part, whatever is said', PARTS.slice(1, 2), { part: '22:00' }, EARLIER, '01:00'],
])('%s', (_, parts, search, now, expected) => {
  expect(choosePart(parts, search, now)?.from.slice(11, 16) ?? null).toBe(expected);
});
