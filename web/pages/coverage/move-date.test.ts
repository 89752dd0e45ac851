import { expect, it } from 'vitest';
import { moveDate } from './move-date.ts';

it.each([
  ['a night on', '2026-12-31', 'night', 1, '2027-01-01'],
  ['a week back', '2026-12-03', 'week', -1, '2026-11-26'],
  ['to the first of the month', '2026-12-24', 'month', -1, '2026-12-01'],
  ['to the month before', '2026-12-01', 'month', -1, '2026-11-01'],
  ['to the month after', '2026-01-31', 'month', 1, '2026-02-01'],
  ['over the end of the year', '2026-12-24', 'month', 1, '2027-01-01'],
] as const)('goes %s', (_, date, zoom, direction, moved) => {
  expect(moveDate(date, zoom, direction)).toBe(moved);
});
