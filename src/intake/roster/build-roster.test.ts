import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtRoster, messageKeys, rosterRow, setAsideRow } from '#test/support/roster-rows.ts';
import type { RosterRow } from '../../domain/roster.ts';

describe('what becomes of a row', () => {
  it.each<[string, RosterRow[], string]>([
    ['a person on a shift', [rosterRow('2026-04-09 ON1 22:00-07:00 Ames, Nora')], 'accepted'],
    ['nobody on a shift', [rosterRow('2026-04-09 ON1 22:00-07:00 ---')], 'accepted'],
    ['an unknown person', [rosterRow('2026-04-09 ON1 22:00-07:00 Quill, Una')], 'rejected: unknown person'],
    ['an ambiguous one', [rosterRow('2026-04-09 ON1 22:00-07:00 Cole')], 'rejected: ambiguous person'],
    [
      'an assignment that nobody mapped',
      [rosterRow('2026-04-09 Angio 08:00-17:00 Ames, Nora')],
      'ignored: not mapped to a shift type',
    ],
    [
      'one that is listed as ignored',
      [rosterRow('2026-04-09 Vacation 08:00-17:00 Quill, Una')],
      'ignored: listed as ignored',
    ],
    [
      'before the period',
      [rosterRow('2026-03-31 ON1 22:00-07:00 Ames, Nora')],
      'ignored: outside the period',
    ],
    ['after it', [rosterRow('2026-05-01 ON1 22:00-07:00 Quill, Una')], 'ignored: outside the period'],
    [
      'no shift of that type',
      [rosterRow('2026-04-09 DAY 08:00-17:00 Ames, Nora')],
      'ignored: no shift of that type on that date',
    ],
  ])('%s', (_, rows, fate) => {
    const built = builtRoster(rows);
    const fates = [
      ...built.entries.map(() => 'accepted'),
      ...built.leftOut.map((each) => `${each.fate}: ${each.reason}`),
    ];
    expect(fates).toEqual([fate]);
  });

  it('the same row again, also from another report, also of nobody', () => {
    const twice = ['2026-04-09 ON1 22:00-07:00 Ames, Nora', '2026-04-09 ON2 22:00-07:00 ---'];
    const built = builtRoster([
      ...twice.map((text) => rosterRow(text)),
      ...twice.map((text) => rosterRow(text, { file: '619.txt' })),
    ]);
    expect(built.entries).toHaveLength(2);
    expect(built.leftOut.map(({ reason }) => reason)).toEqual(['the same row again', 'the same row again']);
    expect(messageKeys(built)).toEqual(['WARNING DUPLICATE_ASSIGNMENT|same row', 'INFO IGNORED_ROWS|roster']);
    expect(built.messages[0]?.text).toBe(
      '2 rows stand twice in the roster (619.txt); the second is ignored.',
    );
  });

  it('other hours of one person are no duplicate', () => {
    expect(
      builtRoster([
        rosterRow('2026-04-09 ON1 22:00-01:00 Ames, Nora'),
        rosterRow('2026-04-09 ON1 04:00-07:00 Ames, Nora'),
      ]).entries,
    ).toHaveLength(2);
  });
});

it('an entry keeps its report, line and text; a marker has no hours', () => {
  const rows = [
    rosterRow('2026-04-09 ON1 22:00-07:00 Ames, Nora', { line: 12 }),
    rosterRow('2026-04-10 ON1 00:00-00:00 ---', { line: 13, marker: true }),
  ];
  const { entries, people, messages } = builtRoster(rows);
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

it('every row is accounted for: read = accepted + rejected + ignored', () => {
  const text = fc
    .tuple(
      fc.constantFrom('2026-03-31', '2026-04-09', '2026-04-10'),
      fc.constantFrom('ON1', 'MidC', 'DAY', 'Vacation', 'Angio'),
      fc.constantFrom('22:00-01:00', '01:00-07:00'),
      fc.constantFrom('Ames, Nora', 'Ivo Cole', 'Cole', 'Quill, Una', '---'),
    )
    .map((words) => words.join(' '));
  const aside = fc.constantFrom(setAsideRow('rejected', 'malformed'), setAsideRow('ignored', 'not a person'));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 12 }),
      fc.array(aside, { maxLength: 3 }),
      fc.boolean(),
      (texts, asides, allowPartial) => {
        const built = builtRoster(
          texts.map((each) => rosterRow(each)),
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
