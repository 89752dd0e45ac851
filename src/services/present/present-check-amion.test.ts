import { expect, it } from 'vitest';
import { readRoster } from '#src/sources/amion/read-roster.ts';
import { presentCheckAmion } from './present-check-amion.ts';

const LINES = [
  'Assignments for 4-1-26     (as of Apr 28 19:06 2026 US ET)',
  '"Ashgrove, Marit",15,7,"ON1",205,5,4-2-26,2200,0700',
  '"---",98,81,"ON2",206,6,4-2-26,2300,0800',
  '"OPEN SHIFT",99,82,"Day",201,1,4-2-26,0800,1700',
];
const present = (lines: string[]): ReturnType<typeof presentCheckAmion> =>
  presentCheckAmion(
    readRoster([{ name: 'april.csv', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) }]),
  );

it('presents reports, assignments and the account of every row', () => {
  const { validation, ...rest } = present(LINES);
  expect(rest).toEqual({
    reports: [
      {
        file: 'april.csv',
        kind: '619',
        asOf: '2026-04-28T19:06:00-04:00',
        from: '2026-04-02',
        to: '2026-04-02',
      },
    ],
    assignments: [
      {
        line: 2,
        name: 'Ashgrove, Marit',
        staffId: '15',
        assignment: 'ON1',
        assignmentId: '205',
        date: '2026-04-02',
        start: '22:00',
        end: '07:00',
      },
      {
        line: 3,
        name: null,
        staffId: '98',
        assignment: 'ON2',
        assignmentId: '206',
        date: '2026-04-02',
        start: '23:00',
        end: '08:00',
      },
    ],
    accounting: { read: 3, accepted: 2, rejected: 0, ignored: 1, stored: 2 },
  });
  expect(validation).toMatchObject({
    canImport: true,
    canPromote: true,
    messages: [{ code: 'IGNORED_ROWS' }],
  });
});

it('would store nothing with an error', () => {
  const { accounting, validation } = present([...LINES, '"Obi, Lee",16,8,"Day",201,1,4-31-26,0800,1700']);
  expect(accounting).toEqual({ read: 4, accepted: 2, rejected: 1, ignored: 1, stored: 0 });
  expect(validation).toMatchObject({ canImport: false, canPromote: false });
});
