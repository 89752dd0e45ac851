import { describe, expect, it } from 'vitest';
import { columnAt, columnOf, columnWidth, hourTicks, newTimeAxis, offsetIn } from './time-axis.ts';

const plan = {
  span: { from: '2026-10-30', to: '2026-11-02' },
  open: { from: 17, to: 32 },
  timeZone: 'America/New_York',
  dateWidth: 150,
};
const axis = newTimeAxis(plan);
const minute = (instant: string): number => Date.parse(instant) / 60_000;

describe('the columns of nights from 17:00 to 08:00', () => {
  it('are one for each schedule date, the one with the hour that happens twice wider', () => {
    expect(axis.dates).toEqual(['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02']);
    expect(axis.edges).toEqual([0, 150, 310, 460, 610]);
    expect(columnWidth(axis, 1)).toBe(160);
  });

  it('are narrower where the clock is put forward', () => {
    const spring = newTimeAxis({ ...plan, span: { from: '2026-03-07', to: '2026-03-08' } });
    expect(spring.edges).toEqual([0, 140, 290]);
  });

  it.each([
    ['its first hour', 0, '2026-10-30T17:00:00-04:00', 0],
    ['its midnight', 0, '2026-10-31T00:00:00-04:00', 70],
    ['the hour that happens twice, first', 1, '2026-11-01T01:00:00-04:00', 80],
    ['the hour that happens twice, again', 1, '2026-11-01T01:00:00-05:00', 90],
    ['its last hour', 1, '2026-11-01T08:00:00-05:00', 160],
  ])('%s', (_, column, instant, x) => {
    expect(offsetIn(axis, column, minute(instant))).toBe(x);
  });
});

it.each([
  [-5, 0],
  [0, 0],
  [149, 0],
  [150, 1],
  [309, 1],
  [310, 2],
  [5000, 3],
])('%d px lie in column %d', (x, column) => {
  expect(columnAt(axis, x)).toBe(column);
});

it.each([
  ['2026-10-30', 0],
  ['2026-11-02', 3],
  ['2026-10-29', -1],
  ['2026-11-03', -1],
])('%s is column %d', (date, column) => {
  expect(columnOf(axis, date)).toBe(column);
});

describe('the hours above a column', () => {
  const texts = (dateWidth: number, column: number): string =>
    hourTicks(newTimeAxis({ ...plan, dateWidth }), column)
      .map(({ text }) => text)
      .join(' ');

  it.each([
    ['each, where there is room', 450, 0, '17 18 19 20 21 22 23 0 1 2 3 4 5 6 7'],
    ['the hour that happens twice, twice', 450, 1, '17 18 19 20 21 22 23 0 1 1 2 3 4 5 6 7'],
    ['every third', 150, 0, '18 21 0 3 6'],
    ['the midnight without a figure', 40, 0, ''],
  ])('%s', (_, dateWidth, column, text) => {
    expect(texts(dateWidth, column)).toBe(text);
  });

  it('mark the midnight', () => {
    expect(hourTicks(axis, 0).filter(({ isMidnight }) => isMidnight)).toEqual([
      { x: 70, text: '0', isMidnight: true },
    ]);
  });
});
