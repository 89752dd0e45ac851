import { describe, expect, it } from 'vitest';
import { listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { zoneClock } from '../domain/zone-clock.ts';
import { computeDuties } from './compute-duties.ts';

const clock = zoneClock('America/New_York');

/** `04-09T22:00-04-10T08:00 ON1 Ames: Ashby CT Neuro`. */
const brief = (facts: Parameters<typeof computeDuties>[0]): string[] =>
  computeDuties(facts).map(({ entry, person, from, to, reads }) => {
    const hours = [from, to].map((instant) => clock.present(instant).slice(5, 16)).join('-');
    return `${hours} ${entry.shiftType} ${person?.name ?? 'nobody'}: ${reads.join(', ')}`;
  });

const sheets = [
  sheet('Day 07:00-17:00', { 'Ashby US': 'DAY' }),
  sheet('Mid 18:00-00:00', { 'Ashby CT Neuro': 'MidC', 'Brook US': 'MidC' }),
  sheet('ON Neuro 01:00-08:00', { 'Ashby CT Neuro': 'ON2', 'Ashby CT Body': 'ON1', 'Brook US': 'ON1' }),
  sheet('ON Body 01:00-08:00', {
    'Ashby CT Neuro': 'ON Neuro',
    'Ashby CT Body': 'ON Body',
    'Brook US': 'ON Neuro',
  }),
];
const on = (holders: Parameters<typeof roster>[1]) =>
  scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets, entries: roster('2026-04-09', holders) });

describe('who is on duty', () => {
  it('is on for the hours of the roster, and where it has none for the windows of the shift', () => {
    expect(brief(on({ DAY: 'Drew', MidC: 'Ames 17:00-00:00', ON1: 'Cole' }))).toEqual([
      '04-09T07:00-04-09T17:00 DAY Drew: Ashby US',
      '04-09T17:00-04-10T00:00 MidC Ames: Ashby CT Neuro, Brook US',
      '04-10T01:00-04-10T08:00 ON1 Cole: Ashby CT Body, Brook US',
    ]);
  });

  it('reads what the scenario in force gives to whoever is on', () => {
    expect(brief(on({ ON1: 'Cole', ON2: 'Bell' }))).toEqual([
      '04-10T01:00-04-10T08:00 ON1 Cole: Ashby CT Neuro, Brook US',
      '04-10T01:00-04-10T08:00 ON2 Bell: Ashby CT Body',
    ]);
  });

  it('is on for a part of a shift, and nobody for a vacant one', () => {
    expect(brief(on({ ON1: 'Ames 22:00-03:00, --- 03:00-08:00' }))).toEqual([
      '04-09T22:00-04-10T03:00 ON1 Ames: Ashby CT Body, Brook US',
      '04-10T03:00-04-10T08:00 ON1 nobody: ',
    ]);
  });

  it('is not on for a shift that the schedule does not have and the roster gives no hours', () => {
    expect(brief(on({ Mid3: 'Ames' }))).toEqual([]);
    expect(brief(on({ Mid3: 'Ames 17:00-20:00' }))).toEqual(['04-09T17:00-04-09T20:00 Mid3 Ames: ']);
  });

  const places = (facts: Parameters<typeof computeDuties>[0]) =>
    computeDuties(facts).map(({ entry, hospitals, positions }) => [
      entry.shiftType,
      hospitals.join(' '),
      positions.join(),
    ]);

  it.each([
    [
      'a usual night',
      { ON1: 'Ames', ON2: 'Cole' },
      [
        ['ON1', 'Ashby Brook', 'ON1'],
        ['ON2', 'Ashby', 'ON2'],
      ],
    ],
    [
      'a night that a body-only reader re-cuts: Brook is read by the other one',
      { ON1: 'Bell', ON2: 'Cole' },
      [
        ['ON1', 'Ashby', 'ON Body'],
        ['ON2', 'Ashby Brook', 'ON Neuro'],
      ],
    ],
    ['a vacant shift: those that go without', { ON1: '---' }, [['ON1', 'Ashby Brook', 'ON1']]],
    ['a shift that reads nothing', { Mid3: 'Ames 17:00-20:00' }, [['Mid3', '', '']]],
  ])('names the hospitals that are read, and the positions held: %s', (_, holders, expected) => {
    expect(places(on(holders))).toEqual(expected);
  });

  it('takes the dates of a flat list as they stand', () => {
    const list = [listRow('2026-04-10 ON1 01:00-08:00 Ashby BODY')];
    const facts = scheduleFacts({
      ...{ from: '2026-04-10', to: '2026-04-10', list, entries: roster('2026-04-10', { ON1: 'Ames' }) },
    });
    expect(brief(facts)).toEqual(['04-10T01:00-04-10T08:00 ON1 Ames: Ashby BODY']);
  });
});
