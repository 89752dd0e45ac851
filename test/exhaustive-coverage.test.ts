import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { computeCoverage } from '#src/coverage/compute-coverage.ts';
import type { RosterEntry, ScheduleFacts } from '#src/domain/coverage-facts.ts';
import { eachDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { EpochMinute } from '#src/domain/zone-clock.ts';
import { arbitrarySchedules, describeSchedule } from './support/arbitrary-schedules.ts';
import { compareAnswers } from './support/compare-answers.ts';
import { naiveAnswer } from './support/naive-reader.ts';
import { overnightSheets } from './support/overnight-matrix.ts';
import { date, listRow, roster, scheduleFacts } from './support/schedule-facts.ts';

/** Turns of different length: in a month most pairs meet, in both scenarios of ON and Mid, both body-only ones too. */
const TURNS: Record<ShiftType, string[]> = {
  DAY: ['Gray', 'Cole'],
  MidC: ['Ames', 'Bell', 'Cole', '---', 'Drew'],
  MidL: ['Ellis', 'Birch', 'Nash'],
  Mid3: ['Finch', 'Noble', 'Bell', 'Gray'],
  ON1: ['Drew', 'Bell', 'Nash', 'Finch'],
  ON2: ['Cole', 'Birch', 'Ames', '---', 'Noble', 'Ellis', 'Gray'],
};

/** The turns for every date, with what is put in place of them on some. */
function month(
  from: string,
  to: string,
  instead: Record<string, Partial<Record<ShiftType, string>>>,
): RosterEntry[] {
  return eachDate(date(from), date(to)).flatMap((on, day) => {
    const turns = Object.entries(TURNS).map(([type, names]) => [type, names[day % names.length]]);
    return roster(on, { ...Object.fromEntries(turns), ...instead[on] });
  });
}

const SPLIT_OVER_MIDNIGHT = 'Ames 22:00-01:00, Drew 01:00-04:00, Cole 04:00-07:00';

const MONTHS: [name: string, facts: ScheduleFacts][] = [
  [
    'March in New York, with the night that has no 02:30',
    scheduleFacts({
      ...{ from: '2026-03-01', to: '2026-03-31', sheets: overnightSheets(), holidays: ['2026-03-17'] },
      entries: month('2026-03-01', '2026-03-31', {
        '2026-03-03': { ON1: SPLIT_OVER_MIDNIGHT, ON2: 'Bell' },
        '2026-03-05': { ON1: 'Cole 22:00-01:00, --- 01:00-04:00, Drew 04:00-07:00' },
        // The body-only reader leaves in mid-window: the sheet changes with him.
        '2026-03-07': { ON1: 'Bell 22:00-02:30, Ames 02:30-08:00', ON2: 'Nash' },
        '2026-03-08': { ON1: 'Ames', ON2: 'Cole 23:00-02:00, Birch 02:00-03:00, Ellis 03:00-08:00' },
        // Parts with holes between them, the last ones longer.
        '2026-03-10': {
          ON1: 'Ames 21:00-00:30, Bell 02:00-03:15, Nash 06:00-08:00',
          MidC: 'Drew 17:00-18:30, --- 20:00-22:00',
        },
        '2026-03-12': {
          MidC: 'Bell 17:00-19:00, Ames 19:00-00:00',
          MidL: 'Cole 17:00-21:30, Birch 21:30-01:00',
        },
        '2026-03-14': {
          MidL: '--- 12:00-18:00, Nash 18:00-23:00',
          Mid3: 'Noble 17:00-23:30, Finch 23:30-01:00',
        },
        '2026-03-20': { DAY: 'Gray 07:00-12:00, --- 12:00-13:00, Cole 13:00-17:00' },
        // Overlapping parts: the earlier start, then the earlier line.
        '2026-03-21': { ON2: 'Cole 22:00-04:00, Bell 22:00-06:00, Nash 02:00-07:00' },
        '2026-03-24': { ON1: 'Bell', ON2: 'Bell', MidC: 'Birch', MidL: 'Birch' },
      }),
    }),
  ],
  [
    'October and November in New York, with the night that has two 01:30',
    scheduleFacts({
      ...{
        from: '2026-10-20',
        to: '2026-11-20',
        sheets: overnightSheets(),
        holidays: ['2026-11-11', '2026-11-03'],
      },
      entries: month('2026-10-20', '2026-11-20', {
        '2026-10-30': { ON1: 'Birch', ON2: SPLIT_OVER_MIDNIGHT },
        '2026-10-31': {
          ON1: 'Ames 22:00-01:30, Bell 01:30-02:00, Cole 02:00-07:00',
          ON2: 'Ellis 22:00-01:00, --- 01:00-02:00, Drew 02:00-08:00',
        },
        '2026-11-01': { ON1: 'Bell 20:00-00:15, Noble 03:15-08:00' },
        '2026-11-02': {},
        '2026-11-09': { ON1: '--- 22:00-03:00, Bell 03:00-08:00', ON2: 'Birch 22:00-03:00, --- 03:00-08:00' },
      }).filter((entry) => entry.date !== '2026-11-06'),
    }),
  ],
  [
    'March in London, where the clock changes at one o’clock',
    scheduleFacts({
      ...{ from: '2026-03-22', to: '2026-04-06', timeZone: 'Europe/London', sheets: overnightSheets() },
      holidays: ['2026-04-03', '2026-04-06'],
      entries: month('2026-03-22', '2026-04-06', {
        '2026-03-28': {
          ON1: 'Cole 22:00-01:00, Bell 01:00-02:00, Ames 02:00-08:00',
          Mid3: 'Noble 17:00-00:30, Finch 00:30-01:15',
        },
      }),
    }),
  ],
  [
    'October in London, rolling over at six',
    scheduleFacts({
      ...{
        from: '2026-10-18',
        to: '2026-11-02',
        timeZone: 'Europe/London',
        sheets: overnightSheets(),
        rolloverHour: '06:00',
      },
      entries: month('2026-10-18', '2026-11-02', {
        '2026-10-24': {
          ON1: SPLIT_OVER_MIDNIGHT,
          ON2: 'Nash 18:00-01:30, Birch 01:30-06:00, Ellis 06:00-09:00',
        },
      }),
    }),
  ],
  [
    'a flat list over the night that has two 01:30',
    scheduleFacts({
      ...{ from: '2026-10-31', to: '2026-11-02' },
      list: [
        listRow('2026-10-31 ON1 22:00-07:00 Ashby NEURO', { specialty: 'NEURO_ONLY' }),
        listRow('2026-10-31 ON2 00:00-02:00 Ashby NEURO', { coverage: 2, mandatory: false }),
        listRow('2026-10-31 MidC 17:00-00:00 Ashby BODY', { specialty: 'BODY_ONLY' }),
        listRow('2026-11-01 ON1 01:00-02:00 Ashby NEURO'),
        listRow('2026-11-01 ON2 01:15-01:45 Ashby NEURO'),
        listRow('2026-11-01 ON2 19:00-07:00 Brook GENERAL'),
        listRow('2026-11-01 ON1 19:00-07:00 Brook GENERAL', { specialty: 'NEURO_ONLY', coverage: 0 }),
        listRow('2026-11-02 DAY 05:00-17:00 Brook GENERAL', { specialty: 'BODY_ONLY' }),
      ],
      entries: [
        ...roster('2026-10-31', { ON1: 'Nash 22:00-01:30, Bell 01:30-07:00', ON2: '---', MidC: 'Bell' }),
        ...roster('2026-11-01', {
          ON1: 'Noble',
          ON2: 'Ames 19:00-22:00, --- 23:00-02:00, Birch 03:30-07:00',
        }),
        ...roster('2026-11-02', { DAY: 'Cole 05:00-11:00, Nash 11:00-17:00' }),
      ],
    }),
  ],
];

describe('the slow reading itself, beside answers worked out by hand', () => {
  const [, march] = MONTHS[0] ?? [];
  it.each([
    // Wednesday 4 March, 02:30, is the night of Tuesday the 3rd: Ames' part ended at one, and Bell on ON2 re-cuts it.
    ['2026-03-04T02:30-05:00', 'CT Neuro', 'Drew', 'ON Neuro', 'ON Weekday Body 01:00-08:00', '2026-03-03'],
    // The night of the 5th: Cole's part has ended, the middle one is vacant.
    ['2026-03-06T03:59-05:00', 'CT Neuro', null, 'ON1', 'ON Weekday Neuro 01:00-08:00', '2026-03-05'],
    // 8 March has no 02:30: Bell stays until 03:30 of the new time, then Ames comes and the standard cut is back.
    ['2026-03-08T03:29-04:00', 'CT Neuro', 'Nash', 'ON Neuro', 'ON Weekend Body 01:00-08:00', '2026-03-07'],
    ['2026-03-08T03:30-04:00', 'CT Neuro', 'Ames', 'ON1', 'ON Weekend Neuro 01:00-08:00', '2026-03-07'],
    // St Patrick's is a holiday here: from ten on the narrower weekend sheet decides.
    ['2026-03-17T22:00-04:00', 'CT Neuro', 'Finch', 'Mid3', 'Mid Weekend 22:00-00:00', '2026-03-17'],
  ])('%s', (at, study, personId, position, sheet, scheduleDate) => {
    const minute = (Temporal.Instant.from(at).epochMilliseconds / 60_000) as EpochMinute;
    const answer = march ? naiveAnswer(march, 'Ashby', study, minute) : null;
    expect(answer).toMatchObject({ personId, position, sheet, scheduleDate });
  });

  it('and nothing where no window lists the study', () => {
    const noon = (Temporal.Instant.from('2026-03-14T12:00-04:00').epochMilliseconds / 60_000) as EpochMinute;
    expect(march && naiveAnswer(march, 'Ashby', 'CT Neuro', noon)).toBeNull();
  });
});

describe('every hospital, study and quarter of an hour has the answer that the rules give', () => {
  it.each(MONTHS)('%s', (_, facts) => {
    const { differences, causes, hours } = compareAnswers(facts);
    expect(differences).toEqual([]);
    expect(computeCoverage(facts).studyHours).toEqual(hours);
    expect(Object.keys(causes)).toEqual(
      expect.arrayContaining([
        'POSITION_EMPTY',
        'SPECIALTY_MISMATCH',
        'read',
        ...(facts.layout === 'list' ? [] : ['NO_RULE']),
      ]),
    );
  });
});

describe('so has any schedule around a clock change', () => {
  const check = (facts: ScheduleFacts, step: 1 | 15): void => {
    const { differences, hours } = compareAnswers(facts, step);
    if (differences.length > 0) throw new Error(`${describeSchedule(facts)}\n${differences.join('\n')}`);
    expect(computeCoverage(facts).studyHours).toEqual(hours);
  };

  it.each([
    ['a matrix with hours on the quarter', 'matrix', 15, 3, 25],
    ['a flat list with hours on the quarter', 'list', 15, 3, 40],
    ['a matrix with hours on any minute', 'matrix', 1, 2, 8],
    ['a flat list with hours on any minute', 'list', 1, 2, 12],
  ] as const)('%s', (_, layout, grid, days, numRuns) => {
    fc.assert(
      fc.property(arbitrarySchedules(layout, grid, days), (facts) => check(facts, grid)),
      { numRuns },
    );
  });
});
