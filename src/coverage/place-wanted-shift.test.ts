import { expect, it } from 'vitest';
import { date, roster, scheduleFacts, sheet, time } from '#test/support/schedule-facts.ts';
import type { ClockSpan } from '../domain/clock-time.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { computeDuties } from './compute-duties.ts';
import { placeWantedShift } from './place-wanted-shift.ts';

const clock = zoneClock('America/New_York');
const sheets = [
  sheet('ON 00:00-01:00', { 'Ashby US': 'ON1' }),
  sheet('ON 01:00-08:00', { 'Ashby US': 'ON1' }),
];
const span = (start: string, end: string): ClockSpan => ({ start: time(start), end: time(end) });

it.each<[string, string | undefined, ClockSpan | null, string, string]>([
  ['by the hours of the roster', 'Ames 22:00-07:00', null, '04-09T22:00', '04-10T07:00'],
  ['over all its parts', 'Ames 22:00-02:00, --- 02:00-07:00', null, '04-09T22:00', '04-10T07:00'],
  ['by its windows, where the roster has no hours', 'Ames', null, '04-10T00:00', '04-10T08:00'],
  ['or no row', undefined, null, '04-10T00:00', '04-10T08:00'],
  ['a part before midnight', 'Ames 22:00-07:00', span('22:00', '02:00'), '04-09T22:00', '04-10T02:00'],
  ['a part after midnight', 'Ames 22:00-07:00', span('02:00', '04:00'), '04-10T02:00', '04-10T04:00'],
])('%s', (_, held, hours, from, to) => {
  const entries = held ? roster('2026-04-09', { ON1: held }) : [];
  const facts = scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets, entries });
  const shift = { date: date('2026-04-09'), shiftType: 'ON1' as const };
  const placed = placeWantedShift(facts, shift, hours, computeDuties(facts));
  expect([placed.from, placed.to].map((instant) => clock.present(instant).slice(5, 16))).toEqual([from, to]);
});
