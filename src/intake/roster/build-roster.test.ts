import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, time } from '#test/support/schedule-facts.ts';
import type { PersonId, RosterEntryId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { RosterReading, RosterRow, SetAsideRow } from '../../domain/roster.ts';
import { type BuiltRoster, buildRoster } from './build-roster.ts';
import type { RosterContext } from './left-out-row.ts';

const person = (id: string, name: string, aliases: string[] = []): Person => ({
  ...{ id: id as PersonId, name, email: `${id}@example.org`, specialty: 'BOTH', active: true, aliases },
  ...{ amionId: null, phone: null, pager: null },
});
const PEOPLE = [
  person('ames', 'Nora Ames'),
  person('cole', 'Ivo Cole', ['Cole']),
  person('coleb', 'Ida Cole', ['Cole']),
];

let line = 0;
/** `2026-04-09 ON1 22:00-07:00 Ames, Nora`; `---` is nobody. Lines count on. */
function row(text: string, rest: Partial<RosterRow> = {}): RosterRow {
  const [on = '', assignment = '', hours = '', ...name] = text.split(' ');
  const [start = '', end = ''] = hours.split('-');
  const named = name.join(' ');
  line += 1;
  return {
    ...{
      file: '625c.txt',
      line,
      name: named === '---' ? null : named,
      staffId: null,
      assignment,
      assignmentId: null,
    },
    ...{ date: date(on), start: time(start), end: time(end), marker: false, staffType: null, email: null },
    ...{ pager: null, phone: null, note: null, division: null, text, ...rest },
  };
}

const setAside = (fate: SetAsideRow['fate'], reason: string): SetAsideRow => ({
  file: '625c.txt',
  line: 1,
  text: '',
  fate,
  reason,
});

function build(rows: RosterRow[], rest: Partial<RosterContext> = {}, aside: SetAsideRow[] = []): BuiltRoster {
  const reading: RosterReading = { reports: [], rows, setAside: aside, staff: [], messages: [] };
  let ids = 0;
  return buildRoster(reading, {
    ...{ from: date('2026-04-01'), to: date('2026-04-30'), people: PEOPLE, members: new Set<PersonId>() },
    mapping: [{ assignment: 'Vacation', shiftType: null }],
    hasInstance: (_, shiftType) => shiftType !== 'DAY',
    ...{
      allowPartial: false,
      rolloverHour: time('08:00'),
      newEntryId: () => `entry-${ids++}` as RosterEntryId,
      ...rest,
    },
  });
}

const codes = (built: BuiltRoster): string[] =>
  built.messages.map(({ severity, context }) => `${severity} ${context.key}`);

describe('what becomes of a row', () => {
  it.each<[string, RosterRow[], string]>([
    ['a person on a shift', [row('2026-04-09 ON1 22:00-07:00 Ames, Nora')], 'accepted'],
    ['nobody on a shift', [row('2026-04-09 ON1 22:00-07:00 ---')], 'accepted'],
    ['an unknown person', [row('2026-04-09 ON1 22:00-07:00 Quill, Una')], 'rejected: unknown person'],
    ['an ambiguous one', [row('2026-04-09 ON1 22:00-07:00 Cole')], 'rejected: ambiguous person'],
    [
      'an assignment that nobody mapped',
      [row('2026-04-09 Angio 08:00-17:00 Ames, Nora')],
      'ignored: not mapped to a shift type',
    ],
    [
      'one that is listed as ignored',
      [row('2026-04-09 Vacation 08:00-17:00 Quill, Una')],
      'ignored: listed as ignored',
    ],
    ['before the period', [row('2026-03-31 ON1 22:00-07:00 Ames, Nora')], 'ignored: outside the period'],
    ['after it', [row('2026-05-01 ON1 22:00-07:00 Quill, Una')], 'ignored: outside the period'],
    [
      'no shift of that type',
      [row('2026-04-09 DAY 08:00-17:00 Ames, Nora')],
      'ignored: no shift of that type on that date',
    ],
  ])('%s', (_, rows, fate) => {
    const built = build(rows);
    const fates = [
      ...built.entries.map(() => 'accepted'),
      ...built.leftOut.map((each) => `${each.fate}: ${each.reason}`),
    ];
    expect(fates).toEqual([fate]);
  });

  it('the same row again, also from another report, also of nobody', () => {
    const twice = ['2026-04-09 ON1 22:00-07:00 Ames, Nora', '2026-04-09 ON2 22:00-07:00 ---'];
    const built = build([
      ...twice.map((text) => row(text)),
      ...twice.map((text) => row(text, { file: '619.txt' })),
    ]);
    expect(built.entries).toHaveLength(2);
    expect(built.leftOut.map(({ reason }) => reason)).toEqual(['the same row again', 'the same row again']);
    expect(codes(built)).toEqual(['WARNING DUPLICATE_ASSIGNMENT|same row', 'INFO IGNORED_ROWS|roster']);
    expect(built.messages[0]?.text).toBe(
      '2 rows stand twice in the roster (619.txt); the second is ignored.',
    );
  });

  it('other hours of one person are no duplicate', () => {
    expect(
      build([row('2026-04-09 ON1 22:00-01:00 Ames, Nora'), row('2026-04-09 ON1 04:00-07:00 Ames, Nora')])
        .entries,
    ).toHaveLength(2);
  });
});

it('an entry keeps its report, line and text; a marker has no hours', () => {
  const rows = [
    row('2026-04-09 ON1 22:00-07:00 Ames, Nora', { line: 12 }),
    row('2026-04-10 ON1 00:00-00:00 ---', { line: 13, marker: true }),
  ];
  const { entries, people, messages } = build(rows);
  expect(entries).toEqual([
    {
      ...{
        id: 'entry-0',
        date: '2026-04-09',
        shiftType: 'ON1',
        personId: 'ames',
        start: '22:00',
        end: '07:00',
      },
      ...{
        source: 'AMION',
        report: '625c.txt',
        line: 12,
        text: '2026-04-09 ON1 22:00-07:00 Ames, Nora',
        reason: null,
      },
    },
    expect.objectContaining({ personId: null, start: null, end: null, line: 13 }),
  ]);
  expect(people).toEqual(['ames']);
  expect(messages).toEqual([]);
});

describe('people who are not known', () => {
  const rows = [
    row('2026-04-09 ON1 22:00-07:00 Ames, Norah'),
    row('2026-04-10 ON1 22:00-07:00 Ames, Norah', { staffId: '7' }),
    row('2026-04-09 ON2 22:00-07:00 Xyz, Quork'),
    row('2026-04-10 ON2 22:00-07:00 Cole'),
    row('2026-04-11 ON2 22:00-07:00 Ames, Nora'),
  ];

  it('one message lists each name once, with the nearest; nothing is stored', () => {
    const built = build(rows);
    expect(codes(built)).toEqual([
      'ERROR AMBIGUOUS_PERSON|Cole',
      'ERROR UNKNOWN_PEOPLE|Ames, Norah|Xyz, Quork',
    ]);
    expect(built.messages[0]?.text).toContain(
      '"Cole" may be Ivo Cole <cole@example.org>, Ida Cole <coleb@example.org>.',
    );
    expect(built.messages[1]?.text).toBe(
      'The roster names 2 people that schedcu does not know: "Ames, Norah" (nearest: Nora Ames), "Xyz, Quork". ' +
        'Add them to the people file, or add the spelling as an alias.',
    );
    expect(built.accounting).toEqual({ read: 5, accepted: 1, rejected: 4, ignored: 0, stored: 0 });
  });

  it('one name alone', () => {
    expect(build(rows.slice(2, 3)).messages[0]?.text).toContain(
      'The roster names a person that schedcu does not know: "Xyz, Quork".',
    );
  });

  it('a partial import stores the rest, and their shifts are vacant', () => {
    const built = build(rows, { allowPartial: true }, [setAside('rejected', 'malformed')]);
    expect(built.entries.map(({ shiftType, personId }) => [shiftType, personId])).toEqual([
      ['ON2', 'ames'],
      ['ON1', null],
      ['ON1', null],
      ['ON2', null],
      ['ON2', null],
    ]);
    expect(built.accounting).toEqual({ read: 6, accepted: 1, rejected: 5, ignored: 0, stored: 1 });
    const partial = built.messages.find(({ code }) => code === 'PARTIAL_IMPORT');
    expect(partial?.text).toBe(
      '5 rejected rows were left out of a partial import; their shifts count as vacant.',
    );
    const single = build(rows.slice(2, 3), { allowPartial: true }).messages.find(
      ({ code }) => code === 'PARTIAL_IMPORT',
    );
    expect(single?.text).toContain('1 rejected row was left out');
  });

  it('a partial import without a fault says nothing of it', () => {
    expect(codes(build(rows.slice(4), { allowPartial: true }))).toEqual([]);
  });
});

describe('several people at the same time on one shift', () => {
  it.each<[string, string[], string[]]>([
    ['parts that adjoin over midnight', ['22:00-01:00 Ames, Nora', '01:00-07:00 Ivo Cole'], []],
    [
      'parts that overlap after midnight',
      ['22:00-02:00 Ames, Nora', '01:00-07:00 Ivo Cole'],
      ['WARNING DUPLICATE_ASSIGNMENT|ON1'],
    ],
    [
      'the whole night twice',
      ['22:00-07:00 Ames, Nora', '22:00-07:00 Ivo Cole'],
      ['WARNING DUPLICATE_ASSIGNMENT|ON1'],
    ],
    ['the same clock hours of two days', ['08:00-10:00 Ames, Nora', '07:00-08:00 Ivo Cole'], []],
    [
      'parts of a morning from the rollover hour on',
      ['09:00-15:00 Ames, Nora', '12:00-22:00 Ivo Cole'],
      ['WARNING DUPLICATE_ASSIGNMENT|ON1'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(codes(build(parts.map((part) => row(`2026-04-09 ON1 ${part}`))))).toEqual(expected);
  });

  it('a day shift does not roll over', () => {
    const rows = [row('2026-04-09 DAY 06:00-12:00 Ames, Nora'), row('2026-04-09 DAY 12:00-18:00 Ivo Cole')];
    expect(codes(build(rows, { hasInstance: () => true }))).toEqual([]);
    const early = [row('2026-04-09 DAY 06:00-12:00 Ames, Nora'), row('2026-04-09 DAY 11:00-18:00 Ivo Cole')];
    expect(codes(build(early, { hasInstance: () => true }))).toEqual(['WARNING DUPLICATE_ASSIGNMENT|DAY']);
  });

  it('a row without hours overlaps any other', () => {
    const rows = [
      row('2026-04-09 ON1 22:00-23:00 Ames, Nora'),
      row('2026-04-09 ON1 00:00-00:00 Ivo Cole', { marker: true }),
    ];
    expect(codes(build(rows))).toEqual(['WARNING DUPLICATE_ASSIGNMENT|ON1']);
  });

  it('one message a shift type, with its dates and lines', () => {
    const rows = ['06', '07', '08', '09', '10'].flatMap((day, index) =>
      ['Ames, Nora', 'Ivo Cole'].map((name, of) =>
        row(`2026-04-${day} ON1 22:00-07:00 ${name}`, { line: index * 10 + of }),
      ),
    );
    expect(build(rows).messages.map(({ text }) => text)).toEqual([
      'ON1 is given to several people at the same time on 2026-04-06 (lines 0 and 1), 2026-04-07 (lines 10 and 11), ' +
        '2026-04-08 (lines 20 and 21), 2026-04-09 (lines 30 and 31) and 1 more. The part that starts first holds it, then the earlier line. ' +
        'Correct the hours on the roster.',
    ]);
  });
});

it('assignments that nobody mapped are named once each, with their dates', () => {
  const rows = ['09', '10', '10'].map((day) =>
    row(`2026-04-${day} Angio 08:00-17:00 Ames, Nora`, { assignmentId: '31' }),
  );
  const [message, ignored] = build(rows, {}, [setAside('ignored', 'not a person')]).messages;
  expect(message).toMatchObject({
    ...{ severity: 'WARNING', code: 'UNMAPPED_AMION_SHIFT' },
    context: {
      key: 'UNMAPPED_AMION_SHIFT|Angio',
      assignmentId: '31',
      rows: 3,
      dates: ['2026-04-09', '2026-04-10'],
    },
  });
  expect(ignored?.text).toBe(
    'Rows of the roster that are ignored: 3 not mapped to a shift type; 1 not a person.',
  );
});

it('every row is accounted for: read = accepted + rejected + ignored', () => {
  const text = fc
    .tuple(
      fc.constantFrom('2026-03-31', '2026-04-09', '2026-04-10'),
      fc.constantFrom('ON1', 'MidC', 'DAY', 'Vacation', 'Angio'),
      fc.constantFrom('22:00-01:00', '01:00-07:00'),
      fc.constantFrom('Ames, Nora', 'Ivo Cole', 'Cole', 'Quill, Una', '---'),
    )
    .map((words) => words.join(' '));
  const aside = fc.constantFrom(setAside('rejected', 'malformed'), setAside('ignored', 'not a person'));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 12 }),
      fc.array(aside, { maxLength: 3 }),
      fc.boolean(),
      (texts, asides, allowPartial) => {
        const built = build(
          texts.map((each) => row(each)),
          { allowPartial },
          asides,
        );
        const { read, accepted, rejected, ignored, stored } = built.accounting;
        expect(read).toBe(texts.length + asides.length);
        expect(accepted + rejected + ignored).toBe(read);
        const refused = !allowPartial && built.messages.some(({ severity }) => severity === 'ERROR');
        expect(stored).toBe(refused ? 0 : accepted);
      },
    ),
  );
});
