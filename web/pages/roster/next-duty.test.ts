import { expect, it } from 'vitest';
import { findNextDuty } from './next-duty.ts';
import type { Duty } from './roster-queries.ts';

const duty = (day: string, from: string, person = 'ames'): Duty =>
  ({
    ...{ scheduleDate: `2026-12-${day}`, shiftType: 'ON2', from: `2026-12-${from}:00:00-05:00` },
    person: { id: person },
  }) as Duty;
const TONIGHT = { date: '2026-12-12', shiftType: 'ON2', to: '2026-12-13T08:00:00-05:00' } as const;

it.each([
  ['the first that follows', [duty('14', '14T23'), duty('13', '13T23')], '2026-12-13'],
  ['none of others', [duty('13', '13T23', 'cole')], undefined],
  ['none before, or of the shift itself', [duty('11', '11T23'), duty('12', '13T09')], undefined],
  ['none after a week', [duty('20', '20T23')], undefined],
])('%s', (_, duties, expected) => {
  expect(findNextDuty(duties, 'ames', TONIGHT)?.scheduleDate).toBe(expected);
});
