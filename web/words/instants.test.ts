import { expect, it } from 'vitest';
import { instantOf, instantText } from './instants.ts';

it.each([
  ['2026-12-13T07:30:00.000Z', 'America/New_York', 'Sun 13 Dec 2026, 02:30 EST'],
  ['2026-07-04T03:05:59.999Z', 'America/New_York', 'Fri 3 Jul 2026, 23:05 EDT'],
  ['2026-07-04T03:05:00Z', 'UTC', 'Sat 4 Jul 2026, 03:05 UTC'],
])('%s is shown on the clock of %s', (at, zone, expected) => {
  expect(instantText(at, zone)).toBe(expected);
});

it.each([
  ['an ordinary night', '2026-12-13T02:30', 'America/New_York', '2026-12-13T07:30:00.000Z'],
  ['midnight before the clocks go back', '2026-11-01T00:00', 'America/New_York', '2026-11-01T04:00:00.000Z'],
  ['the hour that happens twice', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ['the hour that does not exist', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ['midnight after the clocks went on', '2026-03-09T00:00', 'America/New_York', '2026-03-09T04:00:00.000Z'],
  ['east of Greenwich', '2026-04-01T00:00', 'Asia/Kolkata', '2026-03-31T18:30:00.000Z'],
])('%s: %s in %s', (_, local, zone, expected) => {
  expect(instantOf(local, zone)).toBe(expected);
});
