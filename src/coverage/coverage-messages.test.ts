import { describe, expect, it } from 'vitest';
import { listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import type { RosterEntry, ScheduleFacts } from '../domain/coverage-facts.ts';
import type { ValidationMessage } from '../domain/validation.ts';
import { computeCoverage } from './compute-coverage.ts';

const CODES = ['MANDATORY_UNCOVERED', 'INSUFFICIENT_COVERAGE', 'SPECIALTY_MISMATCH'];

const messagesOf = (facts: ScheduleFacts): ValidationMessage[] =>
  computeCoverage(facts).messages.filter((message) => CODES.includes(message.code));

const brief = (messages: readonly ValidationMessage[]): string[] =>
  messages.map(({ severity, context }) => `${severity} ${context.key}`);

function list(rows: ReturnType<typeof listRow>[], ...entries: RosterEntry[][]): ScheduleFacts {
  return scheduleFacts({ from: '2026-04-01', to: '2026-04-30', list: rows, entries: entries.flat() });
}

describe('what stands against a flat list', () => {
  const row = (rest: Parameters<typeof listRow>[1] = {}) =>
    listRow('2026-04-09 ON1 19:00-07:00 Ashby NEURO', rest);
  it.each<[string, Parameters<typeof listRow>[1], string | null, string[]]>([
    ['a mandatory shift with nobody', {}, null, ['ERROR MANDATORY_UNCOVERED|ON1|UNCOVERED']],
    ['an optional one', { mandatory: false }, null, ['WARNING INSUFFICIENT_COVERAGE|ON1|UNCOVERED']],
    ['a mandatory one with too few', { coverage: 2 }, 'Ames', ['ERROR MANDATORY_UNCOVERED|ON1|PARTIAL']],
    [
      'an optional one with too few',
      { coverage: 2, mandatory: false },
      'Ames',
      ['WARNING INSUFFICIENT_COVERAGE|ON1|PARTIAL'],
    ],
    [
      'a mandatory one with somebody who may not read',
      {},
      'Bell',
      ['ERROR SPECIALTY_MISMATCH|bell@example.org|ON1'],
    ],
    ['an optional one', { mandatory: false }, 'Bell', ['WARNING SPECIALTY_MISMATCH|bell@example.org|ON1']],
    [
      'one of two may read',
      {},
      'Bell 19:00-01:00, Ames 01:00-07:00',
      ['WARNING SPECIALTY_MISMATCH|bell@example.org|ON1'],
    ],
    ['all is well', {}, 'Ames', []],
    ['nobody wanted', { coverage: 0 }, null, []],
  ])('%s', (_, rest, holder, expected) => {
    const entries = holder === null ? [] : roster('2026-04-09', { ON1: holder });
    expect(brief(messagesOf(list([row(rest)], entries)))).toEqual(expected);
  });

  it('names studies by hospital and type where the timeline shows no gap', () => {
    // Two are wanted and there: the earlier line reads, the other is only assigned.
    const facts = list(
      [row({ coverage: 2 })],
      roster('2026-04-09', { ON1: 'Ames 19:00-07:00, Bell 19:00-07:00' }),
    );
    const [message] = messagesOf(facts);
    expect(message?.text).toBe(
      'Bell (BODY_ONLY) may not read Ashby NEURO on 2026-04-09. Give the position to somebody who may, or correct the specialty.',
    );
  });
});

describe('one message a cause, with its dates', () => {
  const sheets = [
    sheet('Mid 17:00-00:00', { 'Ashby CT Neuro': 'MidC', 'Ashby CT Body': 'MidC', 'Brook US': 'MidL' }),
  ];
  const dates = ['2026-04-06', '2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10'];

  it('nobody on the roster for five evenings', () => {
    const entries = dates.flatMap((on) => roster(on, { MidL: 'Ames' }));
    const facts = scheduleFacts({ from: '2026-04-06', to: '2026-04-10', sheets, entries });
    const [message, ...others] = messagesOf(facts);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      severity: 'ERROR',
      text:
        'MidC has nobody on the roster on 2026-04-06, 2026-04-07, 2026-04-08 and 2 more dates: 10 mandatory shifts are not covered. ' +
        'Fill the position on the roster or assign somebody by hand.',
      context: { shiftType: 'MidC', state: 'UNCOVERED', dates, shifts: 10 },
    });
  });

  it.each([
    ['a vacancy', '---', 'MidC is vacant (---) on 2026-04-06: 2 mandatory shifts are not covered.'],
    [
      'a vacant part',
      'Ames 17:00-19:00, --- 19:00-00:00',
      'MidC is held by too few people or for a part of its hours on 2026-04-06',
    ],
  ])('%s', (_, holder, text) => {
    const entries = roster('2026-04-06', { MidC: holder, MidL: 'Cole' });
    const facts = scheduleFacts({ from: '2026-04-06', to: '2026-04-06', sheets, entries });
    expect(messagesOf(facts).map((message) => message.text)).toEqual([expect.stringContaining(text)]);
  });

  it('the person who may not read, with the studies; more than six are counted', () => {
    const rows = Object.fromEntries(
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => [`${name} CT Neuro`, 'Mid3']),
    );
    const facts = scheduleFacts({
      ...{ from: '2026-04-06', to: '2026-04-07', sheets: [sheet('Mid 17:00-00:00', rows)] },
      entries: [...roster('2026-04-06', { Mid3: 'Bell' }), ...roster('2026-04-07', { Mid3: 'Bell' })],
    });
    const [message] = messagesOf(facts);
    expect(brief(messagesOf(facts))).toEqual(['ERROR SPECIALTY_MISMATCH|bell@example.org|Mid3']);
    expect(message?.text).toContain(
      'Bell (BODY_ONLY) may not read A CT Neuro, B CT Neuro, C CT Neuro, D CT Neuro, E CT Neuro, F CT Neuro and 2 more on 2026-04-06, 2026-04-07.',
    );
    expect(message?.context).toMatchObject({
      person: 'Bell',
      shifts: 16,
      dates: ['2026-04-06', '2026-04-07'],
    });
  });
});

describe('gaps for which no shift stands', () => {
  const standard = sheet('ON Neuro 01:00-08:00', { 'Ashby CT Neuro': 'ON1', 'Ashby US': 'ON2' });
  const recut = sheet('ON Body 01:00-08:00', {
    'Ashby CT Neuro': 'ON Neuro',
    'Ashby US': 'ON Neuro',
    'Ashby CT Body': 'ON Neuro',
    'Ashby DX Bone': 'Mid3',
  });
  const night = (holders: Parameters<typeof roster>[1], sheets = [standard, recut]): ValidationMessage[] =>
    messagesOf(
      scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets, entries: roster('2026-04-09', holders) }),
    );

  it('two body-only readers: nobody holds ON Neuro', () => {
    const messages = night({ ON1: 'Bell', ON2: 'Birch', Mid3: 'Ames' });
    expect(brief(messages)).toEqual(['WARNING INSUFFICIENT_COVERAGE|ON Neuro']);
    expect(messages[0]?.text).toBe(
      'Nobody holds ON Neuro on 2026-04-09, so Ashby CT Body, Ashby CT Neuro, Ashby US have no reader. ' +
        'Put somebody who reads these studies on the shift.',
    );
  });

  it('a column of the re-cut sheet only', () => {
    const messages = night({ ON1: 'Bell', ON2: 'Cole' });
    expect(brief(messages)).toEqual(['WARNING INSUFFICIENT_COVERAGE|Mid3']);
    expect(messages[0]?.text).toContain('Nobody holds Mid3 on 2026-04-09, so Ashby DX Bone has no reader.');
  });

  it('a study that only the re-cut sheet lists, and whose reader may not read it', () => {
    const messages = night({ ON1: 'Bell', ON2: 'Nash', Mid3: 'Ames' });
    expect(brief(messages)).toEqual(['WARNING SPECIALTY_MISMATCH|nash@example.org|ON Neuro']);
    expect(messages[0]?.text).toBe(
      'Nash holds ON Neuro on 2026-04-09 and may not read Ashby CT Body. Give the position to somebody who may, or correct the specialty.',
    );
  });

  it('none where a shift already says so', () => {
    expect(brief(night({ ON1: '---', ON2: 'Cole', Mid3: 'Ames' }))).toEqual([
      'ERROR MANDATORY_UNCOVERED|ON1|UNCOVERED',
    ]);
  });
});
