import { describe, expect, it } from 'vitest';
import type { OwnDuty } from './mine-query.ts';
import { countText, planOwnDuties } from './own-plan.ts';

/** `2026-12-12 ON2 12T23 13T08`: a row of December 2026. */
function duty(scheduleDate: string, shiftType: string, from: string, to: string): OwnDuty {
  const at = (moment: string) => `${scheduleDate.slice(0, 8)}${moment}:00:00-05:00`;
  return { scheduleDate, shiftType, from: at(from), to: at(to) } as OwnDuty;
}
const NIGHT = duty('2026-12-12', 'ON2', '12T23', '13T08');
const DAY = duty('2026-12-20', 'DAY', '20T08', '20T17');
const LATER = duty('2027-01-02', 'ON1', '02T22', '03T07');
const words = (now: string) => {
  const { current, next, months } = planOwnDuties([LATER, DAY, NIGHT], Date.parse(now));
  return [
    current.map(({ scheduleDate }) => scheduleDate).join(),
    next?.scheduleDate ?? '',
    months.map(({ month, duties }) => `${month} ${duties.length}`).join(),
  ];
};

describe('what is ahead', () => {
  it.each([
    [
      'in the night that began yesterday',
      '2026-12-13T02:30:00-05:00',
      ['2026-12-12', '2026-12-20', '2026-12 1,2027-01 1'],
    ],
    ['before it begins', '2026-12-12T22:59:00-05:00', ['', '2026-12-12', '2026-12 2,2027-01 1']],
    ['as it ends', '2026-12-13T08:00:00-05:00', ['', '2026-12-20', '2026-12 1,2027-01 1']],
    ['when all is over', '2027-02-01T00:00:00-05:00', ['', '', '']],
  ])('%s', (_, now, expected) => {
    expect(words(now)).toEqual(expected);
  });
});

it.each([
  [[DAY], '1 shift'],
  [[NIGHT], '1 night'],
  [[NIGHT, LATER], '2 nights'],
  [[NIGHT, DAY], '2 shifts, 1 of them a night'],
])('counts', (duties, expected) => {
  expect(countText(duties)).toBe(expected);
});
