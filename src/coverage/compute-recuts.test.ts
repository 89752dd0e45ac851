import { expect, it } from 'vitest';
import { listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { timelineOf } from './compute-diff.ts';
import { computeRecuts } from './compute-recuts.ts';

const clock = zoneClock('America/New_York');
const sheets = [
  sheet('Mid 17:00-00:00', { 'Ashby US': 'MidC' }),
  sheet('ON Neuro 00:00-01:00', { 'Ashby CT Body': 'ON1' }),
  sheet('ON Body 00:00-01:00', { 'Ashby CT Body': 'ON Body' }),
  sheet('ON Neuro 01:00-08:00', { 'Ashby CT Body': 'ON1', 'Ashby CT Neuro': 'ON2' }),
  sheet('ON Body 01:00-08:00', { 'Ashby CT Body': 'ON Body', 'Ashby CT Neuro': 'ON Neuro' }),
];

/** `ON 00:00-08:00 NEURO > BODY`, of ON2 held by one and then by the other, beside Ames. */
function recuts(before: string, after: string): string[] {
  const [was, is] = [before, after].map((ON2) =>
    timelineOf(
      scheduleFacts({
        ...{ from: '2026-04-09', to: '2026-04-09', sheets },
        entries: roster('2026-04-09', { MidC: 'Cole', ON1: 'Ames', ON2 }),
      }),
    ),
  );
  if (!was || !is) return [];
  return computeRecuts(was, is).map(
    ({ category, from, to, ...cut }) =>
      `${category} ${clock.timeAt(from)}-${clock.timeAt(to)} ${cut.before} > ${cut.after}`,
  );
}

it.each([
  ['another who reads all changes no position', 'Drew', 'Ellis', []],
  [
    'a body-only reader re-cuts the whole night, whatever its windows',
    'Drew',
    'Bell',
    ['ON 00:00-08:00 NEURO > BODY'],
  ],
  ['without them the standard cut is back', 'Bell', '---', ['ON 00:00-08:00 BODY > NEURO']],
  ['one body-only reader for another leaves the cut', 'Bell', 'Birch', []],
  [
    'a body-only reader for a part re-cuts that part',
    'Drew',
    'Drew 00:00-03:00, Bell 03:00-05:00, Drew 05:00-08:00',
    ['ON 03:00-05:00 NEURO > BODY'],
  ],
])('%s', (_, before, after, expected) => {
  expect(recuts(before, after)).toEqual(expected);
});

it('a flat list has no positions to cut', () => {
  const facts = (ON1: string) =>
    scheduleFacts({
      ...{ from: '2026-04-09', to: '2026-04-09', list: [listRow('2026-04-09 ON1 19:00-07:00 Ashby BODY')] },
      entries: roster('2026-04-09', { ON1 }),
    });
  expect(computeRecuts(timelineOf(facts('Ames')), timelineOf(facts('Bell')))).toEqual([]);
});
