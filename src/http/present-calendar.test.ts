import { expect, it } from 'vitest';
import { computeDuties } from '#src/coverage/compute-duties.ts';
import type { Department } from '#src/domain/department.ts';
import { readCalendar } from '#test/support/read-calendar.ts';
import { roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { presentCalendar } from './present-calendar.ts';

const facts = scheduleFacts({
  ...{ from: '2026-04-09', to: '2026-04-09', sheets: [sheet('ON Neuro 01:00-08:00', { 'Ashby US': 'ON1' })] },
  entries: roster('2026-04-09', { ON1: 'Ames' }),
});

const feedIn = (timeZone: string): string =>
  presentCalendar({
    ...{
      kind: 'POSITION_FEED',
      title: 'ON1',
      effectivePosition: null,
      timeZone,
      now: '2026-04-01T00:00:00Z',
    },
    duties: computeDuties(facts).map((duty) => ({
      ...{ ...duty, department: { id: 'd', code: 'Ashby', timeZone } as unknown as Department },
      ...{
        versionId: 'v' as never,
        asOf: null,
        changedAt: '2026-04-01T00:00:00Z',
        revision: 1,
        categoryRevision: 1,
      },
    })),
  });

it.each([
  ['America/New_York', 'America/New_York', '20260410T010000'],
  ['US/Eastern', 'America/New_York', '20260410T010000'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis', '20260410T010000'],
  ['Asia/Calcutta', 'Asia/Kolkata', '20260410T103000'],
  ['UTC', 'Etc/UTC', '20260410T050000'],
])('a calendar in %s names the zone whose rules it brings: %s', (timeZone, named, start) => {
  const { properties, zones, events } = readCalendar(feedIn(timeZone));
  expect([properties['X-WR-TIMEZONE']?.value, zones]).toEqual([named, [named]]);
  expect(events).toMatchObject([{ DTSTART: { value: start, parameters: { TZID: named } } }]);
});
