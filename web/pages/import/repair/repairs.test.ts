import { describe, expect, it } from 'vitest';
import type { Message } from '#web/findings/message-place.ts';
import { readRepairs, turnedName } from './repairs.ts';

const message = (code: string, context: Record<string, unknown>): Message => ({
  ...{ severity: 'ERROR', code, text: code, context: { key: code, ...context } },
});

describe('what can be put right', () => {
  it('is nothing where nothing is wrong', () => {
    expect(readRepairs([message('INVALID_MARK', { sheet: 'Mid', cell: 'B3' })])).toEqual({
      ...{ people: [], ambiguous: [], hospitals: [], shifts: [], login: false },
    });
  });

  it('an unknown person, with near ones by name or with their id', () => {
    const people = [
      { name: 'Crowhurts, Idris', staffId: '91', rows: 2, lines: [3, 9], nearest: ['Idris Crowhurst'] },
      {
        ...{ name: 'Holis, M', staffId: null, rows: 1, lines: [4], places: [{ file: 'b.csv', line: 4 }] },
        ...{ email: 'mei@a.test', phone: '555-0101', pager: null, nearest: ['Mei Hollis'] },
        nearestPeople: [{ personId: 'p', name: 'Mei Hollis', email: 'h@a.test' }],
      },
    ];
    expect(readRepairs([message('UNKNOWN_PEOPLE', { people })]).people).toEqual([
      {
        ...{ name: 'Crowhurts, Idris', staffId: '91', rows: 2, email: null, phone: null, pager: null },
        lines: [
          { file: null, line: 3 },
          { file: null, line: 9 },
        ],
        near: [{ id: null, name: 'Idris Crowhurst', email: null }],
      },
      {
        ...{ name: 'Holis, M', staffId: null, rows: 1, lines: [{ file: 'b.csv', line: 4 }] },
        ...{ email: 'mei@a.test', phone: '555-0101', pager: null },
        near: [{ id: 'p', name: 'Mei Hollis', email: 'h@a.test' }],
      },
    ]);
  });

  it('a name that several have, whose email tells them apart', () => {
    const context = {
      name: 'Hollis',
      candidates: ['Mei Hollis <mei@a.test>', 'Ana Hollis <ana@a.test>'],
      lines: [7],
    };
    const people = [{ personId: 'p', name: 'Mei Hollis', email: 'mei@a.test' }];
    expect(readRepairs([message('AMBIGUOUS_PERSON', { ...context, people })]).ambiguous).toMatchObject([
      { candidates: [{ id: 'p', name: 'Mei Hollis' }] },
    ]);
    expect(readRepairs([message('AMBIGUOUS_PERSON', context)]).ambiguous).toMatchObject([
      { name: 'Hollis', candidates: [{ name: 'Mei Hollis', email: 'mei@a.test' }, { email: 'ana@a.test' }] },
    ]);
  });

  it('a hospital, a shift and a login', () => {
    const found = readRepairs([
      message('UNKNOWN_HOSPITAL', {
        ...{
          hospital: 'Alen',
          count: 3,
          sheet: 'Mid',
          cell: 'A4',
          nearest: [{ code: 'Allen', name: 'Allen Pavilion' }],
        },
      }),
      message('UNMAPPED_AMION_SHIFT', {
        assignment: 'Late reads',
        rows: 4,
        dates: ['2027-01-01'],
        lines: [5],
      }),
      message('AMION_REJECTED_LOGIN', {}),
    ]);
    expect(found.hospitals).toEqual([
      { name: 'Alen', count: 3, near: ['Allen'], place: { sheet: 'Mid', cell: 'A4' } },
    ]);
    expect(found.shifts).toMatchObject([{ assignment: 'Late reads', rows: 4 }]);
    expect(found.login).toBe(true);
  });
});

describe('a name as it is spoken', () => {
  it.each([
    ['Crowhurts, Idris', 'Idris Crowhurts'],
    ['Idris Crowhurts', 'Idris Crowhurts'],
    ['Greavesend, Ambrose, Jr', 'Greavesend, Ambrose, Jr'],
    ['Crowhurts,', 'Crowhurts,'],
  ])('%s: %s', (name, spoken) => expect(turnedName(name)).toBe(spoken));
});
