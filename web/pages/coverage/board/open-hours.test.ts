import { expect, it } from 'vitest';
import { openHoursOf, widen } from './open-hours.ts';

it.each([
  ['an evening', '2026-12-12T17:00:00-05:00', '2026-12-13T00:00:00-05:00', { from: 17, to: 24 }],
  ['the night after it', '2026-12-13T01:00:00-05:00', '2026-12-13T08:00:00-05:00', { from: 25, to: 32 }],
  ['a window of odd minutes', '2026-12-12T17:30:00-05:00', '2026-12-12T23:15:00-05:00', { from: 17, to: 24 }],
])('%s', (_, from, to, hours) => {
  expect(openHoursOf('2026-12-12', from, to)).toEqual(hours);
});

it('grows with what is listed, and stays the same object otherwise', () => {
  const evening = { from: 17, to: 24 };
  expect(widen(null, evening)).toBe(evening);
  expect(widen(evening, null)).toBe(evening);
  expect(widen(evening, { from: 18, to: 20 })).toBe(evening);
  expect(widen(evening, { from: 25, to: 32 })).toEqual({ from: 17, to: 32 });
});
