import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { listRow, roster, scheduleFacts, sheet } from '#test/support/schedule-facts.ts';
import { instantsOfLocal } from '../domain/zone-clock.ts';
import { type AskedStudy, buildWhoBook, computeWho, type WhoAnswer, type WhoBook } from './compute-who.ts';

const asked = (hospital: string, study: string): AskedStudy => ({
  hospital,
  study,
  label: `${hospital} ${study}`,
  studyType: 'NEURO',
});

/** What is answered at a local time of New York about one study; listed or not. */
function who(book: WhoBook, at: string, hospital: string, study: string): WhoAnswer[] {
  return instantsOfLocal(Temporal.PlainDateTime.from(at), 'America/New_York').flatMap((instant) =>
    computeWho(book, instant, (each) => each.hospital === hospital && each.study === study, [
      asked(hospital, study),
    ]),
  );
}

/** `reader or cause until HH:MM then next`. */
function brief(book: WhoBook, answers: readonly WhoAnswer[]): string[] {
  return answers.map(({ reader, cause, until, next }) => {
    const then = next ? ` then ${next.name ?? next.cause}` : '';
    return `${reader?.name ?? cause} until ${until === null ? 'the end' : book.clock.present(until).slice(5, 16)}${then}`;
  });
}

const sheets = [
  sheet('Mid Weekday 17:00-00:00', { 'Ashby CT Neuro': 'MidC', 'Ashby US': 'MidC', 'Brook US': null }),
  sheet('Mid 00:00-01:00', { 'Ashby CT Neuro': 'ON1' }),
  sheet('ON Neuro 01:00-08:00', { 'Ashby CT Neuro': 'ON1', 'Ashby US': 'ON2', 'Brook US': 'ON1' }),
  sheet('ON Body 01:00-08:00', { 'Ashby CT Neuro': 'ON Neuro', 'Ashby US': 'ON Body' }),
];
const facts = scheduleFacts({
  ...{ from: '2026-04-09', to: '2026-04-10', sheets },
  entries: [
    ...roster('2026-04-09', {
      MidC: 'Ames 17:00-00:00',
      ON1: 'Ames 22:00-04:00, Cole 04:00-08:00',
      ON2: 'Nash',
    }),
    ...roster('2026-04-10', { MidC: 'Drew', ON1: 'Bell', ON2: '---' }),
  ],
});
const book = buildWhoBook([facts]);

describe('who reads a study, until when, and who then', () => {
  it.each([
    [
      'the same person goes on in the next windows',
      '2026-04-09T23:30',
      'Ashby',
      'CT Neuro',
      'Ames until 04-10T04:00 then Cole',
    ],
    [
      'until no window lists anything',
      '2026-04-10T05:00',
      'Ashby',
      'CT Neuro',
      'Cole until 04-10T08:00 then NO_WINDOW',
    ],
    [
      'until it is not listed for an hour',
      '2026-04-09T20:00',
      'Ashby',
      'US',
      'Ames until 04-10T00:00 then NOT_LISTED',
    ],
    ['not listed in that hour', '2026-04-10T00:30', 'Ashby', 'US', 'NOT_LISTED until 04-10T01:00 then Nash'],
    ['a row without a mark', '2026-04-09T17:00', 'Brook', 'US', 'NO_RULE until 04-10T00:00 then NOT_LISTED'],
    ['no window at noon', '2026-04-10T12:00', 'Ashby', 'US', 'NO_WINDOW until 04-10T17:00 then Drew'],
    [
      'beside a vacancy nobody holds ON Neuro',
      '2026-04-11T02:00',
      'Ashby',
      'CT Neuro',
      'POSITION_EMPTY until 04-11T08:00 then NO_WINDOW',
    ],
    [
      'a study that the re-cut sheet leaves out',
      '2026-04-11T02:00',
      'Brook',
      'US',
      'NOT_LISTED until 04-11T08:00 then NO_WINDOW',
    ],
    [
      'a study that nobody knows, when the windows end',
      '2026-04-10T07:00',
      'Brook',
      'CT Spine',
      'NOT_LISTED until 04-10T08:00 then NO_WINDOW',
    ],
    [
      'a study that nobody knows, when they begin',
      '2026-04-10T08:00',
      'Brook',
      'CT Spine',
      'NO_WINDOW until 04-10T17:00 then NOT_LISTED',
    ],
    ['after everything', '2026-04-12T02:00', 'Ashby', 'US', 'NO_WINDOW until the end'],
  ])('%s', (_, at, hospital, study, expected) => {
    expect(brief(book, who(book, at, hospital, study))).toEqual([expected]);
  });

  it('on Saturday morning with Friday’s schedule, followed back to both documents', () => {
    const [answer] = who(book, '2026-04-11T02:30', 'Ashby', 'US');
    expect(answer?.reader?.email).toBe('bell@example.org');
    expect(answer?.because).toEqual({
      ...{
        scheduleDate: '2026-04-10',
        window: '01:00-08:00',
        scenario: 'BODY',
        position: 'ON Body',
        shiftType: 'ON1',
        person: 'Bell',
      },
      rule: { file: 'matrix.ods', sheet: 'ON Body 01:00-08:00', cell: 'B3' },
      assignment: { source: 'AMION', report: 'report.txt', line: 6, text: 'Bell' },
    });
  });

  it('a person who may not read it stands in the reason, not in the answer', () => {
    const mismatch = buildWhoBook([
      scheduleFacts({
        from: '2026-04-09',
        to: '2026-04-09',
        sheets,
        entries: roster('2026-04-09', { MidC: 'Nash', ON1: 'Ames', MidL: 'Ames' }),
      }),
      scheduleFacts({
        from: '2026-04-10',
        to: '2026-04-10',
        sheets: [sheet('Mid 17:00-00:00', { 'Ashby CT Chest': 'Mid3' })],
        entries: roster('2026-04-10', { Mid3: 'Noble' }),
      }),
    ]);
    const [answer] = who(mismatch, '2026-04-10T18:00', 'Ashby', 'CT Chest');
    expect([answer?.reader, answer?.cause, answer?.because.person]).toEqual([
      null,
      'SPECIALTY_MISMATCH',
      'Noble',
    ]);
  });

  it('a study that is not listed has no reason but its date', () => {
    const [night] = who(book, '2026-04-10T00:30', 'Ashby', 'US');
    const [noon] = who(book, '2026-04-10T12:00', 'Ashby', 'US');
    expect([night?.because.scheduleDate, noon?.because.scheduleDate]).toEqual(['2026-04-09', '2026-04-10']);
    expect(night?.because).toMatchObject({ window: null, rule: null, assignment: null, person: null });
  });

  it('asked for nothing in particular: every listed study, in the order of the matrix', () => {
    const [instant] = instantsOfLocal(Temporal.PlainDateTime.from('2026-04-09T18:00'), 'America/New_York');
    const answers = instant === undefined ? [] : computeWho(book, instant, () => true, []);
    expect(answers.map((answer) => answer.label)).toEqual(['Ashby CT Neuro', 'Ashby US', 'Brook US']);
  });

  it('an override by hand is told by its reason', () => {
    const entries = roster('2026-04-09', { MidC: 'Ames' }).map((entry) => ({
      ...entry,
      ...{ source: 'OVERRIDE' as const, report: null, text: null, reason: 'sick call' },
    }));
    const changed = buildWhoBook([scheduleFacts({ from: '2026-04-09', to: '2026-04-09', sheets, entries })]);
    const [answer] = who(changed, '2026-04-09T18:00', 'Ashby', 'US');
    expect(answer?.because.assignment).toEqual({
      source: 'OVERRIDE',
      report: null,
      line: 1,
      text: 'sick call',
    });
  });
});

describe('where two versions meet', () => {
  const day = (on: string, name: string, window: string) =>
    scheduleFacts({
      from: on,
      to: on,
      sheets: [sheet(window, { 'Ashby US': 'DAY' })],
      entries: roster(on, { DAY: name }),
    });

  it.each([
    ['the narrower window decides', '2026-04-10T09:00', 'Cole until 04-10T17:00 then Ames'],
    ['before it the older version', '2026-04-10T07:00', 'Ames until 04-10T08:00 then Cole'],
    ['and after it', '2026-04-10T18:00', 'Ames until 04-10T20:00 then NO_WINDOW'],
  ])('%s', (_, at, expected) => {
    const versions = buildWhoBook([
      day('2026-04-09', 'Ames', 'Day 21:00-20:00'),
      day('2026-04-10', 'Cole', 'Day 08:00-17:00'),
    ]);
    expect(brief(versions, who(versions, at, 'Ashby', 'US'))).toEqual([expected]);
  });
});

it('a flat list: the row is the rule', () => {
  const list = [listRow('2026-04-09 ON1 19:00-07:00 Ashby NEURO')];
  const rows = buildWhoBook([
    scheduleFacts({
      from: '2026-04-09',
      to: '2026-04-09',
      list,
      entries: roster('2026-04-09', { ON1: 'Ames' }),
    }),
  ]);
  const [answer] = who(rows, '2026-04-09T20:00', 'Ashby', 'NEURO');
  expect(answer?.because).toMatchObject({
    window: '19:00-07:00',
    scenario: null,
    rule: { file: 'matrix.ods', sheet: 'List', cell: '2:2' },
  });
});

it('both instants of a time that occurs twice have their answer', () => {
  const entries = roster('2026-10-31', { ON1: 'Ames 22:00-01:30, Cole 01:30-07:00' });
  const twice = buildWhoBook([
    scheduleFacts({
      from: '2026-10-31',
      to: '2026-10-31',
      sheets: [sheet('ON 01:00-08:00', { 'Ashby US': 'ON1' })],
      entries,
    }),
  ]);
  expect(brief(twice, who(twice, '2026-11-01T01:15', 'Ashby', 'US'))).toEqual([
    'Ames until 11-01T01:30 then Cole',
    'Cole until 11-01T08:00 then NO_WINDOW',
  ]);
});
