import { describe, expect, it } from 'vitest';
import { listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import type { RosterEntry, ScheduleFacts } from '../domain/coverage-facts.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { timelineOf } from './compute-diff.ts';

const clock = zoneClock('America/New_York');

/** The cells of a study: `HH:MM-HH:MM who or cause (window)`. */
function cellsOf(facts: ScheduleFacts, key: string): string[] {
  return (timelineOf(facts).get(key) ?? []).map((cell) => {
    const hours = `${clock.timeAt(cell.from)}-${clock.timeAt(cell.to)}`;
    const answer =
      cell.cause === null ? cell.person?.id : [cell.cause, cell.person?.id].filter(Boolean).join(' ');
    return `${hours} ${answer} (${cell.window})`;
  });
}

const EVENING = 'Ames 12:00-20:00';

describe('of overlapping windows the narrowest that lists a study decides', () => {
  const sheets = [
    sheet('Mid Weekend 17:00-00:00', {
      'Ashby US': 'MidC',
      'Ashby CT Chest': 'MidC',
      'Ashby CT Neuro': 'MidC',
    }),
    sheet('Mid Weekend 22:00-00:00', { 'Ashby US': 'MidL', 'Ashby CT Neuro': null }),
  ];
  const facts = scheduleFacts({
    ...{ from: '2026-04-11', to: '2026-04-11', sheets },
    entries: roster('2026-04-11', { MidC: EVENING, MidL: 'Cole' }),
  });

  it.each([
    ['both list it', 'ashby\nus', ['17:00-22:00 Ames (17:00-00:00)', '22:00-00:00 Cole (22:00-00:00)']],
    ['only the wider lists it', 'ashby\nct chest', ['17:00-00:00 Ames (17:00-00:00)']],
    [
      'the narrower has no mark: that decides too',
      'ashby\nct neuro',
      ['17:00-22:00 Ames (17:00-00:00)', '22:00-00:00 NO_RULE (22:00-00:00)'],
    ],
  ])('%s', (_, key, expected) => {
    expect(cellsOf(facts, key)).toEqual(expected);
  });

  it('on a tie the earlier sheet', () => {
    const twice = [
      sheet('Mid 18:00-20:00', { 'Ashby US': 'MidC' }),
      sheet('Mid 19:00-21:00', { 'Ashby US': 'MidL' }),
    ];
    const entries = roster('2026-04-09', { MidC: 'Ames', MidL: 'Cole' });
    const tied = scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets: twice, entries });
    expect(cellsOf(tied, 'ashby\nus')).toEqual([
      '18:00-20:00 Ames (18:00-20:00)',
      '20:00-21:00 Cole (19:00-21:00)',
    ]);
  });

  it('the day begins before the night has ended: the night decides until eight', () => {
    const overlapping = [
      sheet('ON 01:00-08:00', { 'Ashby US': 'ON1' }),
      sheet('Day 07:00-17:00', { 'Ashby US': 'Day' }),
    ];
    const entries = [
      ...roster('2026-04-08', { ON1: 'Ames', DAY: 'Drew' }),
      ...roster('2026-04-09', { DAY: 'Cole' }),
    ];
    const days = scheduleFacts({ from: '2026-04-08', to: '2026-04-09', sheets: overlapping, entries });
    expect(cellsOf(days, 'ashby\nus')).toEqual([
      '07:00-17:00 Drew (07:00-17:00)',
      '01:00-08:00 Ames (01:00-08:00)',
      '08:00-17:00 Cole (07:00-17:00)',
      '01:00-08:00 POSITION_EMPTY (01:00-08:00)',
    ]);
  });

  it('of two dates with one window the earlier one', () => {
    // The longer day of the earlier date reaches into the next one, by the clock as wide as the other sheet's.
    const wide = [
      sheet('Day 12:00-11:00', { 'Ashby US': 'Day' }),
      sheet('Day 10:00-09:00', { 'Ashby US': 'Day' }),
    ];
    const entries = [...roster('2026-04-08', { DAY: 'Ames' }), ...roster('2026-04-09', { DAY: 'Cole' })];
    const days = scheduleFacts({ from: '2026-04-08', to: '2026-04-09', sheets: wide, entries });
    expect(cellsOf(days, 'ashby\nus')).toEqual([
      '10:00-12:00 Ames (10:00-09:00)',
      '12:00-11:00 Ames (12:00-11:00)',
      '11:00-12:00 Cole (10:00-09:00)',
      '12:00-11:00 Cole (12:00-11:00)',
    ]);
  });

  it('a study that stands in two rows: the first decides', () => {
    const double = {
      ...sheet('Mid 18:00-20:00', {}),
      rows: [
        ['Ashby US', 'MidC'],
        ['ASHBY US', 'MidL'],
      ] as ['Ashby US', 'MidC'][],
    };
    const entries = roster('2026-04-09', { MidC: 'Ames', MidL: 'Cole' });
    const facts2 = scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets: [double], entries });
    expect(cellsOf(facts2, 'ashby\nus')).toEqual(['18:00-20:00 Ames (18:00-20:00)']);
  });
});

describe('the answer and its cause', () => {
  const sheets = [
    sheet('ON Neuro 01:00-08:00', { 'Ashby CT Neuro': 'ON1', 'Ashby CT Body': 'ON2', 'Ashby US': 'ON2' }),
    sheet('ON Body 01:00-08:00', {
      'Ashby CT Neuro': 'ON Neuro',
      'Ashby CT Body': 'ON Body',
      'Ashby US': 'ON Neuro',
    }),
  ];
  const night = (holders: Parameters<typeof roster>[1]): ScheduleFacts =>
    scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets, entries: roster('2026-04-09', holders) });

  it.each<[string, Parameters<typeof roster>[1], string, string[]]>([
    ['who holds it reads it', { ON1: 'Ames', ON2: 'Cole' }, 'ct neuro', ['01:00-08:00 Ames (01:00-08:00)']],
    ['a vacancy', { ON1: '---', ON2: 'Cole' }, 'ct neuro', ['01:00-08:00 POSITION_EMPTY (01:00-08:00)']],
    ['no row', { ON2: 'Cole' }, 'ct neuro', ['01:00-08:00 POSITION_EMPTY (01:00-08:00)']],
    [
      'a neuro-only reader on body studies',
      { ON1: 'Ames', ON2: 'Nash' },
      'ct body',
      ['01:00-08:00 SPECIALTY_MISMATCH Nash (01:00-08:00)'],
    ],
    [
      'a neuro-only reader on general studies',
      { ON1: 'Ames', ON2: 'Nash' },
      'us',
      ['01:00-08:00 Nash (01:00-08:00)'],
    ],
    [
      'a body-only reader re-cuts the night',
      { ON1: 'Bell', ON2: 'Cole' },
      'ct neuro',
      ['01:00-08:00 Cole (01:00-08:00)'],
    ],
    [
      'two body-only: nothing under Neuro has a reader',
      { ON1: 'Bell', ON2: 'Birch' },
      'us',
      ['01:00-08:00 POSITION_EMPTY (01:00-08:00)'],
    ],
    [
      'two body-only: the first reads Body',
      { ON1: 'Bell', ON2: 'Birch' },
      'ct body',
      ['01:00-08:00 Bell (01:00-08:00)'],
    ],
    [
      'the cut changes with the hour',
      { ON1: 'Ames', ON2: 'Bell 22:00-04:00, Nash 04:00-08:00' },
      'ct body',
      ['01:00-04:00 Bell (01:00-08:00)', '04:00-08:00 SPECIALTY_MISMATCH Nash (01:00-08:00)'],
    ],
    [
      'a person whom nobody knows holds nothing',
      { ON1: 'Stranger', ON2: 'Cole' },
      'ct neuro',
      ['01:00-08:00 POSITION_EMPTY (01:00-08:00)'],
    ],
  ])('%s', (_, holders, study, expected) => {
    expect(cellsOf(night(holders), `ashby\n${study}`)).toEqual(expected);
  });

  it('says through which shift type and in which scenario', () => {
    const cell = timelineOf(night({ ON1: 'Ames', ON2: 'Bell' })).get('ashby\nct neuro')?.[0];
    expect([cell?.scenario, cell?.demand.position, cell?.shiftType, cell?.entry?.text, cell?.date]).toEqual([
      'BODY',
      'ON Neuro',
      'ON1',
      'Ames',
      '2026-04-09',
    ]);
  });
});

describe('a flat list: each row is a window for its study type', () => {
  const list = (
    rows: ReturnType<typeof listRow>[],
    entries: RosterEntry[],
    day = '2026-04-11',
  ): ScheduleFacts => scheduleFacts({ from: day, to: day, list: rows, entries });

  it.each<[string, ReturnType<typeof listRow>[], Parameters<typeof roster>[1], string[]]>([
    [
      'dates are taken as they stand',
      [listRow('2026-04-11 ON1 01:00-08:00 Ashby NEURO')],
      { ON1: 'Ames' },
      ['01:00-08:00 Ames (01:00-08:00)'],
    ],
    [
      'over midnight',
      [listRow('2026-04-11 ON1 19:00-07:00 Ashby NEURO')],
      { ON1: 'Ames 19:00-02:00, --- 02:00-07:00' },
      ['19:00-02:00 Ames (19:00-07:00)', '02:00-07:00 POSITION_EMPTY (19:00-07:00)'],
    ],
    [
      'who may not read it',
      [listRow('2026-04-11 ON1 19:00-07:00 Ashby NEURO')],
      { ON1: 'Bell' },
      ['19:00-07:00 SPECIALTY_MISMATCH Bell (19:00-07:00)'],
    ],
    [
      'who is not admitted',
      [listRow('2026-04-11 ON1 19:00-07:00 Ashby NEURO', { specialty: 'BODY_ONLY' })],
      { ON1: 'Nash' },
      ['19:00-07:00 SPECIALTY_MISMATCH Nash (19:00-07:00)'],
    ],
    [
      'the narrower row, then the earlier',
      [
        listRow('2026-04-11 ON1 19:00-07:00 Ashby NEURO'),
        listRow('2026-04-11 MidC 19:00-22:00 Ashby NEURO'),
        listRow('2026-04-11 MidL 20:00-23:00 Ashby NEURO'),
      ],
      { ON1: 'Ames', MidC: 'Cole', MidL: 'Drew' },
      ['19:00-22:00 Cole (19:00-22:00)', '22:00-23:00 Drew (20:00-23:00)', '23:00-07:00 Ames (19:00-07:00)'],
    ],
  ])('%s', (_, rows, holders, expected) => {
    expect(cellsOf(list(rows, roster('2026-04-11', holders)), 'ashby\nneuro')).toEqual(expected);
  });

  it('a row in the hour that does not exist asks for nothing', () => {
    const rows = [
      listRow('2026-03-08 DAY 02:15-03:00 Ashby BODY'),
      listRow('2026-03-08 DAY 02:00-03:00 Ashby BODY'),
    ];
    expect(cellsOf(list(rows, [], '2026-03-08'), 'ashby\nbody')).toEqual([]);
  });
});
