import { describe, expect, it } from 'vitest';
import { date, roster, scheduleFacts, sheet, time } from '#test/support/schedule-facts.ts';
import { minuteOfDay } from '../domain/clock-time.ts';
import type { Category } from '../domain/shift-type.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { shiftHolders } from './shift-holders.ts';
import { buildWindows, computeWindowSlices, placeWindow } from './window-nights.ts';

const newYork = zoneClock('America/New_York');

describe('when a window of a schedule date lies', () => {
  it.each<[string, Category, string, string, string, string]>([
    [
      'a night window of Friday is Saturday morning',
      'ON',
      '2026-04-03',
      '01:00-08:00',
      '2026-04-04T01:00:00-04:00',
      '2026-04-04T08:00:00-04:00',
    ],
    [
      'an evening ends at midnight',
      'MID',
      '2026-04-03',
      '17:00-00:00',
      '2026-04-03T17:00:00-04:00',
      '2026-04-04T00:00:00-04:00',
    ],
    [
      'an evening hour after midnight',
      'MID',
      '2026-04-03',
      '00:00-01:00',
      '2026-04-04T00:00:00-04:00',
      '2026-04-04T01:00:00-04:00',
    ],
    [
      'a night that begins in the evening',
      'ON',
      '2026-04-03',
      '22:00-07:00',
      '2026-04-03T22:00:00-04:00',
      '2026-04-04T07:00:00-04:00',
    ],
    [
      'a window from the rollover hour on is the date’s own',
      'ON',
      '2026-04-03',
      '08:00-12:00',
      '2026-04-03T08:00:00-04:00',
      '2026-04-03T12:00:00-04:00',
    ],
    [
      'a day never rolls over',
      'DAY',
      '2026-04-03',
      '07:00-17:00',
      '2026-04-03T07:00:00-04:00',
      '2026-04-03T17:00:00-04:00',
    ],
    [
      'equal start and end are 24 hours',
      'DAY',
      '2026-04-03',
      '07:00-07:00',
      '2026-04-03T07:00:00-04:00',
      '2026-04-04T07:00:00-04:00',
    ],
    [
      'the night that is an hour longer',
      'ON',
      '2026-10-31',
      '01:00-08:00',
      '2026-11-01T01:00:00-04:00',
      '2026-11-01T08:00:00-05:00',
    ],
    [
      'the night that is an hour shorter',
      'ON',
      '2026-03-07',
      '01:00-08:00',
      '2026-03-08T01:00:00-05:00',
      '2026-03-08T08:00:00-04:00',
    ],
  ])('%s', (_, category, on, span, from, to) => {
    const [start = '', end = ''] = span.split('-');
    const placed = placeWindow(
      { start: time(start), end: time(end) },
      category,
      date(on),
      minuteOfDay(time('08:00')),
      newYork,
    );
    expect([newYork.present(placed.from), newYork.present(placed.to)]).toEqual([from, to]);
  });
});

const SHEETS = [
  sheet('ON Weekday Neuro 01:00-08:00', {
    'Ashby CT Neuro': 'ON1',
    'Ashby US': 'ON2',
    'Brook US': 'ON2',
    'Brook CT Head': null,
  }),
  sheet('ON Weekday Body 01:00-08:00', { 'Ashby CT Neuro': 'ON Neuro', 'Ashby US': 'ON Body' }),
  sheet('ON Weekend 01:00-08:00', { 'Ashby CT Neuro': 'Mid3' }),
  sheet('Mid 00:00-01:00', { 'Ashby CT Neuro': 'ON1' }),
];

/** The stretches of a date: `sheet from-to scenario: position holder …`. */
function slices(
  on: string,
  holders: Parameters<typeof roster>[1],
  rest: { holidays?: string[] } = {},
): string[] {
  const facts = scheduleFacts({ from: on, to: on, sheets: SHEETS, entries: roster(on, holders), ...rest });
  const held = shiftHolders(facts.entries, 8 * 60, newYork);
  return computeWindowSlices(buildWindows(facts.rules), date(on), facts, held, newYork).map((slice) => {
    const positions = [...slice.holders].map(
      ([position, { entry }]) => `${position} ${entry?.personId ?? 'nobody'}`,
    );
    const hours = `${newYork.timeAt(slice.from)}-${newYork.timeAt(slice.to)}`;
    return `${slice.window.sheet.replace(/ \S+$/, '')} ${hours} ${slice.scenario}: ${positions.join(', ')}`;
  });
}

describe('the windows of a date', () => {
  it.each<[string, string, Parameters<typeof roster>[1], string[]]>([
    [
      'a weekday in the standard cut',
      '2026-04-09',
      { ON1: 'Ames', ON2: 'Cole' },
      ['ON Weekday Neuro 01:00-08:00 NEURO: ON1 Ames, ON2 Cole', 'Mid 00:00-01:00 NEURO: ON1 Ames'],
    ],
    [
      'a body-only reader brings the other sheet; the evening is not re-cut by him',
      '2026-04-09',
      { ON1: 'Ames', ON2: 'Bell' },
      ['ON Weekday Body 01:00-08:00 BODY: ON Neuro Ames, ON Body Bell', 'Mid 00:00-01:00 NEURO: ON1 Ames'],
    ],
    [
      'he goes home at four',
      '2026-04-09',
      { ON1: 'Ames', ON2: 'Bell 22:00-04:00, Cole 04:00-08:00' },
      [
        'ON Weekday Neuro 04:00-08:00 NEURO: ON1 Ames, ON2 Cole',
        'ON Weekday Body 01:00-04:00 BODY: ON Neuro Ames, ON Body Bell',
        'Mid 00:00-01:00 NEURO: ON1 Ames',
      ],
    ],
    [
      'a Saturday, nobody on',
      '2026-04-11',
      {},
      ['ON Weekend 01:00-08:00 NEURO: Mid3 nobody', 'Mid 00:00-01:00 NEURO: ON1 nobody'],
    ],
  ])('%s', (_, on, holders, expected) => {
    expect(slices(on, holders)).toEqual(expected);
  });

  it('a holiday is a weekend', () => {
    expect(slices('2026-04-09', {}, { holidays: ['2026-04-09'] })[0]).toBe(
      'ON Weekend 01:00-08:00 NEURO: Mid3 nobody',
    );
  });

  it('a window in the hour that does not exist is left out', () => {
    const facts = scheduleFacts({
      ...{ from: '2026-03-07', to: '2026-03-07' },
      sheets: [
        sheet('ON 02:00-03:00', { 'Ashby US': 'ON1' }),
        sheet('ON 02:30-03:00', { 'Ashby US': 'ON1' }),
      ],
    });
    const held = shiftHolders([], 8 * 60, newYork);
    expect(computeWindowSlices(buildWindows(facts.rules), facts.from, facts, held, newYork)).toEqual([]);
  });
});

it('windows stand in the order of their sheets, with their columns once each', () => {
  const { rules } = scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets: SHEETS });
  const windows = buildWindows(rules.toReversed());
  expect(windows.map(({ sheetIndex, width, text }) => [sheetIndex, width, text])).toEqual([
    [0, 420, '01:00-08:00'],
    [1, 420, '01:00-08:00'],
    [2, 420, '01:00-08:00'],
    [3, 60, '00:00-01:00'],
  ]);
  expect(windows[0]?.positions).toEqual(['ON2', 'ON1']);
  expect(windows[0]?.rules).toHaveLength(4);
});
