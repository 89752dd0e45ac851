import { expect, it } from 'vitest';
import { hospitalMoment } from './hospital-moment.ts';

it.each([
  ['2026-11-26T22:05:19.458Z', 'America/New_York', 'Thu 26 Nov 2026, 17:05 EST'],
  ['2026-07-01T03:30:00Z', 'America/New_York', 'Tue 30 Jun 2026, 23:30 EDT'],
  ['2026-09-28T16:40:00-04:00', 'Europe/Berlin', 'Mon 28 Sept 2026, 22:40 GMT+2'],
])('%s in %s', (instant, timeZone, words) => {
  expect(hospitalMoment(instant, timeZone)).toBe(words);
});
