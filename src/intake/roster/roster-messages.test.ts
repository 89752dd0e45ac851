import { describe, expect, it } from 'vitest';
import { builtRoster, messageKeys, rosterRow, setAsideRow } from '#test/support/roster-rows.ts';

describe('people who are not known', () => {
  const rows = [
    rosterRow('2026-04-09 ON1 22:00-07:00 Ames, Norah'),
    rosterRow('2026-04-10 ON1 22:00-07:00 Ames, Norah', { staffId: '7' }),
    rosterRow('2026-04-09 ON2 22:00-07:00 Xyz, Quork'),
    rosterRow('2026-04-10 ON2 22:00-07:00 Cole', { staffId: '31' }),
    rosterRow('2026-04-11 ON2 22:00-07:00 Ames, Nora'),
  ];

  it('one message lists each name once, with the nearest; nothing is stored', () => {
    const built = builtRoster(rows);
    expect(messageKeys(built)).toEqual([
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

  it('says where each stands, and whom it may mean, so that a page can offer them', () => {
    const built = builtRoster(rows);
    const [ambiguous, unknown] = built.messages;
    expect(ambiguous?.context).toMatchObject({
      ...{ name: 'Cole', candidates: ['Ivo Cole <cole@example.org>', 'Ida Cole <coleb@example.org>'] },
      people: [
        { personId: expect.any(String), name: 'Ivo Cole', email: 'cole@example.org' },
        { personId: expect.any(String), name: 'Ida Cole', email: 'coleb@example.org' },
      ],
      staffId: '31',
      places: [{ file: expect.any(String), line: expect.any(Number) }],
    });
    const place = { file: expect.any(String), line: expect.any(Number) };
    expect(unknown?.context).toMatchObject({
      names: ['Ames, Norah', 'Xyz, Quork'],
      people: [
        {
          ...{ name: 'Ames, Norah', email: null, phone: null, pager: null, nearest: ['Nora Ames'] },
          places: [place, place],
          nearestPeople: [{ personId: expect.any(String), name: 'Nora Ames', email: expect.any(String) }],
        },
        { name: 'Xyz, Quork', places: [place], nearest: [], nearestPeople: [] },
      ],
    });
  });

  it('one name alone', () => {
    expect(builtRoster(rows.slice(2, 3)).messages[0]?.text).toContain(
      'The roster names a person that schedcu does not know: "Xyz, Quork".',
    );
  });

  it('a partial import stores the rest, and their shifts are vacant', () => {
    const built = builtRoster(rows, { allowPartial: true }, [setAsideRow('rejected', 'malformed')]);
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
    const single = builtRoster(rows.slice(2, 3), { allowPartial: true }).messages.find(
      ({ code }) => code === 'PARTIAL_IMPORT',
    );
    expect(single?.text).toContain('1 rejected row was left out');
  });

  it('a partial import without a fault says nothing of it', () => {
    expect(messageKeys(builtRoster(rows.slice(4), { allowPartial: true }))).toEqual([]);
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
    expect(messageKeys(builtRoster(parts.map((part) => rosterRow(`2026-04-09 ON1 ${part}`))))).toEqual(
      expected,
    );
  });

  it('a day shift does not roll over', () => {
    const rows = [
      rosterRow('2026-04-09 DAY 06:00-12:00 Ames, Nora'),
      rosterRow('2026-04-09 DAY 12:00-18:00 Ivo Cole'),
    ];
    expect(messageKeys(builtRoster(rows, { hasInstance: () => true }))).toEqual([]);
    const early = [
      rosterRow('2026-04-09 DAY 06:00-12:00 Ames, Nora'),
      rosterRow('2026-04-09 DAY 11:00-18:00 Ivo Cole'),
    ];
    expect(messageKeys(builtRoster(early, { hasInstance: () => true }))).toEqual([
      'WARNING DUPLICATE_ASSIGNMENT|DAY',
    ]);
  });

  it('a row without hours overlaps any other', () => {
    const rows = [
      rosterRow('2026-04-09 ON1 22:00-23:00 Ames, Nora'),
      rosterRow('2026-04-09 ON1 00:00-00:00 Ivo Cole', { marker: true }),
    ];
    expect(messageKeys(builtRoster(rows))).toEqual(['WARNING DUPLICATE_ASSIGNMENT|ON1']);
  });

  it('one message a shift type, with its dates and lines', () => {
    const rows = ['06', '07', '08', '09', '10'].flatMap((day, index) =>
      ['Ames, Nora', 'Ivo Cole'].map((name, of) =>
        rosterRow(`2026-04-${day} ON1 22:00-07:00 ${name}`, { line: index * 10 + of }),
      ),
    );
    expect(builtRoster(rows).messages.map(({ text }) => text)).toEqual([
      'ON1 is given to several people at the same time on 2026-04-06 (lines 0 and 1), 2026-04-07 (lines 10 and 11), ' +
        '2026-04-08 (lines 20 and 21), 2026-04-09 (lines 30 and 31) and 1 more. The part that starts first holds it, then the earlier line. ' +
        'Correct the hours on the roster.',
    ]);
  });
});

it('assignments that nobody mapped are named once each, with their dates', () => {
  const rows = ['09', '10', '10'].map((day) =>
    rosterRow(`2026-04-${day} Angio 08:00-17:00 Ames, Nora`, { assignmentId: '31' }),
  );
  const [message, ignored] = builtRoster(rows, {}, [setAsideRow('ignored', 'not a person')]).messages;
  expect(message).toMatchObject({
    ...{ severity: 'WARNING', code: 'UNMAPPED_AMION_SHIFT' },
    context: {
      key: 'UNMAPPED_AMION_SHIFT|Angio',
      assignmentId: '31',
      rows: 3,
      dates: ['2026-04-09', '2026-04-10'],
    },
  });
  expect(message?.text).toContain('"Angio" on the roster is no shift type (3 rows).');
  expect(builtRoster(rows.slice(0, 1)).messages[0]?.text).toContain(
    '"Angio" on the roster is no shift type (1 row).',
  );
  expect(ignored?.text).toBe(
    'Rows of the roster that are ignored: 3 not mapped to a shift type; 1 not a person.',
  );
});
