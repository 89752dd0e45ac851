import { describe, expect, it } from 'vitest';
import { listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { minuteOfDay } from '../domain/clock-time.ts';
import type { ScheduleFacts } from '../domain/coverage-facts.ts';
import type { PersonId } from '../domain/ids.ts';
import type { ListShift } from '../domain/matrix.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { timelineOf } from './compute-diff.ts';
import { computeInstanceCoverage } from './instance-coverage.ts';
import { shiftHolders } from './shift-holders.ts';

function judge(facts: ScheduleFacts): string[] {
  const clock = zoneClock(facts.timeZone);
  const holders = shiftHolders(facts.entries, minuteOfDay(facts.rolloverHour), clock);
  return computeInstanceCoverage(facts, timelineOf(facts), holders, clock).map((of) => {
    const { shiftType, studyType, hospital } = of.instance;
    const mismatch = of.mismatched.length > 0 ? ` not ${of.mismatched.join(', ')}` : '';
    return `${shiftType} ${hospital} ${studyType}: ${of.state} ${of.assigned}${mismatch}${of.withoutAdmitted ? ' at all' : ''}`;
  });
}

type Holders = Parameters<typeof roster>[1];

describe('is a shift of a flat list covered', () => {
  it.each<[string, Partial<ListShift>, Holders, string]>([
    ['one wanted, one there', {}, { ON1: 'Ames' }, 'FULL 1'],
    ['nobody', {}, {}, 'UNCOVERED 0'],
    ['a vacancy', {}, { ON1: '---' }, 'UNCOVERED 0'],
    ['one of two', { coverage: 2 }, { ON1: 'Ames' }, 'PARTIAL 1'],
    ['two of two', { coverage: 2 }, { ON1: 'Ames 19:00-07:00, Cole 19:00-07:00' }, 'FULL 2'],
    ['more than are wanted', {}, { ON1: 'Ames 19:00-01:00, Cole 01:00-07:00' }, 'FULL 2'],
    ['nobody wanted', { coverage: 0 }, {}, 'FULL 0'],
    ['nobody wanted, a part vacant', { coverage: 0 }, { ON1: 'Ames 19:00-01:00, --- 01:00-07:00' }, 'FULL 1'],
    ['a part of the hours is vacant', {}, { ON1: 'Ames 19:00-01:00, --- 01:00-07:00' }, 'PARTIAL 1'],
    ['a vacant part that lies outside the hours', {}, { ON1: '--- 17:00-19:00, Ames 19:00-07:00' }, 'FULL 1'],
    ['somebody who may not read it', {}, { ON1: 'Bell' }, 'FULL 1 not Bell at all'],
    ['somebody who is not admitted', { specialty: 'BODY_ONLY' }, { ON1: 'Nash' }, 'FULL 1 not Nash at all'],
    ['one of two may not', {}, { ON1: 'Bell 19:00-01:00, Cole 01:00-07:00' }, 'FULL 2 not Bell'],
    ['somebody unknown is not judged', {}, { ON1: 'Stranger' }, 'FULL 1'],
  ])('%s', (_, rest, holders, expected) => {
    const list = [listRow('2026-04-11 ON1 19:00-07:00 Ashby NEURO', rest)];
    const facts = scheduleFacts({
      from: '2026-04-11',
      to: '2026-04-11',
      list,
      entries: roster('2026-04-11', holders),
    });
    expect(judge(facts)).toEqual([`ON1 Ashby NEURO: ${expected}`]);
  });

  it('counts a person who stands there twice once', () => {
    const list = [listRow('2026-04-11 ON1 19:00-07:00 Ashby NEURO', { coverage: 2 })];
    const facts = scheduleFacts({ from: '2026-04-11', to: '2026-04-11', list });
    const [instance] = facts.instances;
    const assigned = instance ? new Map([[instance.id, ['Ames', 'Ames'] as PersonId[]]]) : new Map();
    expect(judge({ ...facts, assigned })).toEqual(['ON1 Ashby NEURO: PARTIAL 1']);
  });
});

describe('is a shift of a matrix covered: the reader is judged, under the cut in force', () => {
  const sheets = [
    sheet('ON Neuro 01:00-08:00', { 'Ashby CT Neuro': 'ON1', 'Ashby CT Body': 'ON2', 'Brook US': 'ON2' }),
    sheet('ON Body 01:00-08:00', {
      'Ashby CT Neuro': 'ON Neuro',
      'Ashby CT Body': 'ON Body',
      'Brook US': 'ON Body',
    }),
    sheet('Day 07:00-17:00', { 'Ashby CT Neuro': 'Day' }),
  ];
  it.each<[string, Holders, string[]]>([
    [
      'all read everything',
      { ON1: 'Ames', ON2: 'Cole', DAY: 'Drew' },
      [
        'ON1 Ashby NEURO: FULL 1',
        'ON2 Ashby BODY: FULL 1',
        'ON2 Brook GENERAL: FULL 1',
        'DAY Ashby NEURO: FULL 1',
      ],
    ],
    [
      'a body-only ON1 is no mismatch on a re-cut night',
      { ON1: 'Bell', ON2: 'Cole', DAY: 'Drew' },
      [
        'ON1 Ashby NEURO: FULL 1',
        'ON2 Ashby BODY: FULL 1',
        'ON2 Brook GENERAL: FULL 1',
        'DAY Ashby NEURO: FULL 1',
      ],
    ],
    [
      'a neuro-only reader under body studies',
      { ON1: 'Ames', ON2: 'Nash', DAY: 'Drew' },
      [
        'ON1 Ashby NEURO: FULL 1',
        'ON2 Ashby BODY: FULL 1 not Nash at all',
        'ON2 Brook GENERAL: FULL 1',
        'DAY Ashby NEURO: FULL 1',
      ],
    ],
    [
      'only while the cut puts him there',
      { ON1: 'Ames', ON2: 'Bell 22:00-04:00, Nash 04:00-08:00', DAY: 'Bell' },
      [
        'ON1 Ashby NEURO: FULL 1',
        'ON2 Ashby BODY: FULL 2 not Nash at all',
        'ON2 Brook GENERAL: FULL 2',
        'DAY Ashby NEURO: FULL 1 not Bell at all',
      ],
    ],
    [
      'a vacant part',
      { ON1: 'Ames 22:00-03:00, --- 03:00-08:00', ON2: 'Cole' },
      [
        'ON1 Ashby NEURO: PARTIAL 1',
        'ON2 Ashby BODY: FULL 1',
        'ON2 Brook GENERAL: FULL 1',
        'DAY Ashby NEURO: UNCOVERED 0',
      ],
    ],
    [
      'a vacant part before the window',
      { ON1: '--- 22:00-01:00, Ames 01:00-08:00', ON2: 'Cole' },
      [
        'ON1 Ashby NEURO: FULL 1',
        'ON2 Ashby BODY: FULL 1',
        'ON2 Brook GENERAL: FULL 1',
        'DAY Ashby NEURO: UNCOVERED 0',
      ],
    ],
  ])('%s', (_, holders, expected) => {
    const facts = scheduleFacts({
      from: '2026-04-09',
      to: '2026-04-09',
      sheets,
      entries: roster('2026-04-09', holders),
    });
    expect(judge(facts)).toEqual(expected);
  });

  it('a mismatch belongs to the shift of its own night, not to the day that overlaps it', () => {
    const recut = [
      sheet('ON Neuro 01:00-08:00', { 'Ashby CT Body': 'ON1' }),
      sheet('ON Body 01:00-08:00', { 'Ashby CT Body': 'ON Neuro' }),
      sheet('Day 07:00-17:00', { 'Ashby CT Body': 'Day' }),
    ];
    const entries = [
      ...roster('2026-04-08', { ON1: 'Bell', ON2: 'Nash', DAY: 'Drew' }),
      ...roster('2026-04-09', { ON1: 'Ames', ON2: 'Cole', DAY: 'Drew' }),
    ];
    const facts = scheduleFacts({ from: '2026-04-08', to: '2026-04-09', sheets: recut, entries });
    expect(judge(facts)).toEqual([
      'ON1 Ashby BODY: FULL 1 not Nash at all',
      'DAY Ashby BODY: FULL 1',
      'ON1 Ashby BODY: FULL 1',
      'DAY Ashby BODY: FULL 1',
    ]);
  });
});
