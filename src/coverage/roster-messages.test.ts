import { describe, expect, it } from 'vitest';
import { listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import type { RosterEntry, ScheduleFacts } from '../domain/coverage-facts.ts';
import type { ValidationMessage } from '../domain/validation.ts';
import { computeCoverage } from './compute-coverage.ts';

const found = (facts: ScheduleFacts, code: string): ValidationMessage[] =>
  computeCoverage(facts).messages.filter((message) => message.code === code);

type Holders = Parameters<typeof roster>[1];

/** The same holders on every date, others on some. */
function days(
  dates: readonly string[],
  usual: Holders,
  instead: Record<string, Holders> = {},
): RosterEntry[] {
  return dates.flatMap((on) => roster(on, { ...usual, ...instead[on] }));
}

const WEEK = [
  '2026-04-06',
  '2026-04-07',
  '2026-04-08',
  '2026-04-09',
  '2026-04-10',
  '2026-04-11',
  '2026-04-12',
];
const evening = [sheet('Mid 17:00-00:00', { 'Ashby US': 'MidC' })];

describe('MISSING_MIDC: nobody on MidC on a weekday', () => {
  const missing = (entries: RosterEntry[], rest: { holidays?: string[] } = {}): unknown =>
    found(
      scheduleFacts({ from: '2026-04-06', to: '2026-04-12', sheets: evening, entries, ...rest }),
      'MISSING_MIDC',
    ).map((message) => message.context['dates']);

  it.each<[string, Record<string, Holders>, string[][]]>([
    ['everybody is there', {}, []],
    ['a vacancy', { '2026-04-09': { MidC: '---' } }, [['2026-04-09']]],
    ['a part is held', { '2026-04-09': { MidC: '--- 17:00-20:00, Cole 20:00-00:00' } }, []],
    ['on a Saturday nobody is missed', { '2026-04-11': { MidC: '---' } }, []],
  ])('%s', (_, instead, expected) => {
    expect(missing(days(WEEK, { MidC: 'Ames' }, instead))).toEqual(expected);
  });

  it('no row; on a holiday nobody is missed', () => {
    const entries = days(WEEK, { MidC: 'Ames' }).filter(
      ({ date }) => date !== '2026-04-07' && date !== '2026-04-08',
    );
    expect(missing(entries)).toEqual([['2026-04-07', '2026-04-08']]);
    expect(missing(entries, { holidays: ['2026-04-07', '2026-04-08'] })).toEqual([]);
  });

  it('not where no shift asks for MidC', () => {
    const nights = [sheet('ON 01:00-08:00', { 'Ashby US': 'ON1' })];
    expect(
      found(scheduleFacts({ from: '2026-04-06', to: '2026-04-12', sheets: nights }), 'MISSING_MIDC'),
    ).toEqual([]);
  });
});

describe('HOURS_MISMATCH: a window that the usual hours do not cover', () => {
  const sheets = [
    sheet('Mid Weekday 17:00-18:00', { 'Ashby US': 'Mid3' }),
    sheet('Mid Weekend 17:00-18:00', { 'Ashby US': 'Mid3' }),
    sheet('Mid 00:00-01:00', { 'Ashby US': 'Mid3', 'Brook US': 'ON1' }),
    sheet('ON Neuro 01:00-08:00', { 'Ashby US': 'ON2' }),
    sheet('ON Body 01:00-08:00', { 'Ashby US': 'ON Body' }),
    sheet('Day 07:00-17:00', { 'Ashby US': 'Day' }),
  ];
  it.each<[string, Holders, string[]]>([
    [
      'hours that fit',
      { Mid3: 'Ames 16:00-01:00', ON1: 'Cole 22:00-08:00', ON2: 'Drew 00:00-09:00', DAY: 'Gray 06:00-18:00' },
      [],
    ],
    [
      'who leaves early',
      { Mid3: 'Ames 12:00-20:00' },
      ['Mid3 leaves at 20:00, but reads until 01:00 (sheet "Mid 00:00-01:00")'],
    ],
    [
      'who begins late',
      { Mid3: 'Ames 17:30-01:00' },
      ['Mid3 begins at 17:30, but reads from 17:00 (sheet "Mid Weekday 17:00-18:00")'],
    ],
    [
      'who does both',
      { DAY: 'Gray 08:00-16:00' },
      [
        'DAY begins at 08:00, but reads from 07:00 and leaves at 16:00, but reads until 17:00 (sheet "Day 07:00-17:00")',
      ],
    ],
    [
      'a shift type behind a re-cut position',
      { ON1: 'Cole 22:00-07:00' },
      ['ON1 leaves at 07:00, but reads until 08:00 (sheet "ON Body 01:00-08:00")'],
    ],
    ['split hours that together fit', { Mid3: 'Finch 21:00-01:00, Ames 16:00-21:00' }, []],
    ['split hours with a row without hours are not known', { Mid3: 'Ames 17:30-21:00, Finch' }, []],
    ['a row without hours', { Mid3: 'Ames' }, []],
  ])('%s', (_, holders, expected) => {
    const facts = scheduleFacts({
      from: '2026-04-09',
      to: '2026-04-09',
      sheets,
      entries: roster('2026-04-09', holders),
    });
    const texts = found(facts, 'HOURS_MISMATCH').map((message) => message.text);
    expect(texts).toEqual(
      expected.map((text) => `${text}. Correct the roster's hours or the matrix, or accept it.`),
    );
  });

  it('once for each shift type and window, whatever the number of sheets', () => {
    const facts = scheduleFacts({
      from: '2026-04-09',
      to: '2026-04-09',
      sheets,
      entries: roster('2026-04-09', { Mid3: 'Ames 18:00-20:00' }),
    });
    expect(found(facts, 'HOURS_MISMATCH').map((message) => message.context.key)).toEqual([
      'HOURS_MISMATCH|Mid3|17:00-18:00',
      'HOURS_MISMATCH|Mid3|00:00-01:00',
    ]);
  });

  it('the rows of a flat list are windows too', () => {
    const list = [
      listRow('2026-04-09 MidC 17:00-00:00 Ashby BODY'),
      listRow('2026-04-10 MidC 17:00-00:00 Ashby BODY'),
      listRow('2026-04-10 ON1 19:00-07:00 Ashby BODY'),
    ];
    const entries = days(['2026-04-09', '2026-04-10'], { MidC: 'Ames 15:00-23:00', ON1: 'Cole 19:00-07:00' });
    const facts = scheduleFacts({ from: '2026-04-09', to: '2026-04-10', list, entries });
    expect(found(facts, 'HOURS_MISMATCH').map((message) => message.context)).toEqual([
      {
        shiftType: 'MidC',
        window: '17:00-00:00',
        sheet: 'List',
        usualHours: '15:00-23:00',
        key: 'HOURS_MISMATCH|MidC|17:00-00:00',
      },
    ]);
  });
});

describe('UNUSUAL_HOURS: a date whose hours differ from the usual ones', () => {
  const unusual = (instead: Record<string, Holders>): unknown =>
    found(
      scheduleFacts({
        from: '2026-04-06',
        to: '2026-04-12',
        sheets: evening,
        entries: days(WEEK, { MidC: 'Ames 17:00-00:00' }, instead),
      }),
      'UNUSUAL_HOURS',
    ).map(({ text, context }) => [context.key, context['dates'], text]);

  it('one message for the dates with the same hours', () => {
    expect(
      unusual({ '2026-04-08': { MidC: 'Ames 17:00-18:00' }, '2026-04-10': { MidC: 'Cole 17:00-18:00' } }),
    ).toEqual([
      [
        'UNUSUAL_HOURS|MidC|17:00-18:00',
        ['2026-04-08', '2026-04-10'],
        'MidC is 17:00-18:00 on 2026-04-08, 2026-04-10, usually 17:00-00:00. Check the roster, or accept it.',
      ],
    ]);
  });

  it.each<[string, Holders]>([
    ['a split of the usual hours', { MidC: 'Cole 20:00-00:00, Ames 17:00-20:00' }],
    ['a vacancy with the usual hours', { MidC: '--- 17:00-00:00' }],
    ['a row without hours', { MidC: 'Cole' }],
  ])('%s is usual', (_, holders) => {
    expect(unusual({ '2026-04-08': holders })).toEqual([]);
  });
});

describe('DOUBLE_BOOKED: one person on two shifts at the same time', () => {
  it.each<[string, Record<string, Holders>, string[]]>([
    [
      'evening and night overlap',
      { '2026-04-09': { MidC: 'Ames 17:00-23:00', ON1: 'Ames 22:00-07:00' } },
      ['Ames is on MidC and ON1 at the same time on 2026-04-09.'],
    ],
    ['evening and night adjoin', { '2026-04-09': { MidC: 'Ames 17:00-22:00', ON1: 'Ames 22:00-07:00' } }, []],
    [
      'both shifts of a night, on two dates',
      {
        '2026-04-09': { ON2: 'Bell 22:00-07:00', ON1: 'Bell 22:00-07:00' },
        '2026-04-10': { ON1: 'Bell 22:00-07:00', ON2: 'Bell 23:00-02:00' },
      },
      ['Bell is on ON1 and ON2 at the same time on 2026-04-09, 2026-04-10.'],
    ],
    ['two parts of one shift', { '2026-04-09': { ON1: 'Ames 22:00-02:00, Ames 01:00-07:00' } }, []],
    [
      'the night and the next day',
      { '2026-04-09': { ON1: 'Ames 22:00-09:00' }, '2026-04-10': { DAY: 'Ames 08:00-17:00' } },
      ['Ames is on DAY and ON1 at the same time on 2026-04-09.'],
    ],
    ['rows without hours are not compared', { '2026-04-09': { ON1: 'Ames', ON2: 'Ames' } }, []],
    ['vacancies are nobody', { '2026-04-09': { ON1: '--- 22:00-07:00', ON2: '--- 22:00-07:00' } }, []],
    [
      'somebody unknown',
      { '2026-04-09': { ON1: 'Stranger 22:00-07:00', ON2: 'Stranger 22:00-07:00' } },
      ['Somebody is on ON1 and ON2 at the same time on 2026-04-09.'],
    ],
  ])('%s', (_, entries, expected) => {
    const facts = scheduleFacts({
      from: '2026-04-09',
      to: '2026-04-10',
      sheets: evening,
      entries: Object.entries(entries).flatMap(([on, held]) => roster(on, held)),
    });
    const texts = found(facts, 'DOUBLE_BOOKED').map((message) => message.text);
    expect(texts).toEqual(expected.map((text) => `${text} Give one of the shifts to somebody else.`));
  });
});
