import { expect, it } from 'vitest';
import { printedChunks, printedDates } from './printed-week.ts';

const version = { from: '2026-10-01', to: '2026-12-31' };

it.each([
  ['a week from the first date in view', '2026-11-28', version, '2026-11-28', '2026-12-04'],
  ['the last week of the version', '2026-12-30', version, '2026-12-25', '2026-12-31'],
  ['a short version', '2026-12-30', { from: '2026-12-29', to: '2026-12-31' }, '2026-12-29', '2026-12-31'],
])('prints %s', (_, from, span, first, last) => {
  const dates = printedDates(from, span);
  expect([dates[0], dates.at(-1)]).toEqual([first, last]);
});

it('needs what the week reaches into', () => {
  expect(printedChunks('2026-11-28', version).map(({ from }) => from)).toEqual(['2026-11-21', '2026-12-01']);
});
