import { expect, it } from 'vitest';
import { listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { computeOpenShifts } from './compute-open-shifts.ts';

const clock = zoneClock('America/New_York');
const brief = (facts: Parameters<typeof computeOpenShifts>[0]): string[] =>
  computeOpenShifts(facts).map(({ scheduleDate, shiftType, from, to }) => {
    const hours = [from, to].map((instant) => clock.present(instant).slice(5, 16)).join(' to ');
    return `${scheduleDate} ${shiftType}: ${hours}`;
  });

const sheets = [
  sheet('Mid 17:00-18:00', { 'Ashby US': 'MidC' }),
  sheet('Mid 18:00-00:00', { 'Ashby US': 'MidC', 'Brook US': 'MidL' }),
  sheet('ON 01:00-08:00', { 'Ashby US': 'ON1', 'Brook US': 'ON2' }),
];

it('of a shift without a row it says when it would be, from its first window to its last', () => {
  const entries = [
    ...roster('2026-04-09', { ON1: '---', ON2: 'Ames', MidL: 'Cole' }),
    ...roster('2026-04-10', { MidC: 'Ames 17:00-20:00', ON2: 'Cole' }),
  ];
  expect(brief(scheduleFacts({ from: '2026-04-09', to: '2026-04-10', sheets, entries }))).toEqual([
    '2026-04-09 MidC: 04-09T17:00 to 04-10T00:00',
    '2026-04-10 MidL: 04-10T18:00 to 04-11T00:00',
    '2026-04-10 ON1: 04-11T01:00 to 04-11T08:00',
  ]);
});

it('a row of a flat list that asks for nobody is not open', () => {
  const list = [
    listRow('2026-04-09 DAY 07:00-17:00 Ashby NEURO', { coverage: 0 }),
    listRow('2026-04-09 ON1 19:00-07:00 Ashby NEURO'),
  ];
  expect(brief(scheduleFacts({ from: '2026-04-09', to: '2026-04-09', list }))).toEqual([
    '2026-04-09 ON1: 04-09T19:00 to 04-10T07:00',
  ]);
});
