import { describe, expect, it } from 'vitest';
import { readTable } from '../../sources/table/read-table.ts';
import { buildHolidays, buildMapping, MAPPING_COLUMNS } from './build-department-settings.ts';

const mapping = (text: string) =>
  buildMapping(readTable('mapping.csv', new TextEncoder().encode(text), MAPPING_COLUMNS));

describe('the mapping of assignment names', () => {
  it('maps names and ids, and lists what is no shift', () => {
    const { mapping: built, messages } = mapping(
      'assignment,shift_type\n"Night 1, old",on1\n206,ON2\nVacation,Ignore\n',
    );
    expect(messages).toEqual([]);
    expect(built).toEqual([
      { assignment: 'Night 1, old', shiftType: 'ON1' },
      { assignment: '206', shiftType: 'ON2' },
      { assignment: 'Vacation', shiftType: null },
    ]);
  });

  it('the same name again, compared without case and spaces, is a warning', () => {
    const { mapping: built, messages } = mapping('assignment,shift_type\nNight 1,ON1\nNIGHT1,ON1\n');
    expect(built).toEqual([{ assignment: 'Night 1', shiftType: 'ON1' }]);
    expect(messages).toMatchObject([{ severity: 'WARNING', code: 'DUPLICATE_ROW', context: { line: 3 } }]);
  });

  it.each(['ON2', 'ignore'])('the same name for something else (%s) is an error', (other) => {
    const { messages } = mapping(`assignment,shift_type\nNight,ON1\nnight,${other}\n`);
    expect(messages).toMatchObject([
      {
        ...{ severity: 'ERROR', code: 'UNKNOWN_SHIFT_TYPE', context: { line: 3, column: 'shift_type' } },
        text: expect.stringContaining('line 2'),
      },
    ]);
  });

  it('tells each fault with its line', () => {
    const { messages } = mapping('assignment,shift_type\nNight,ON9\n,ON1\n');
    expect(messages.map(({ code, context }) => [code, context['line']])).toEqual([
      ['UNKNOWN_SHIFT_TYPE', 2],
      ['MISSING_VALUE', 3],
    ]);
  });
});

describe('holidays', () => {
  it.each([
    ['one a line', '2026-12-25\n2026-11-26\n', ['2026-11-26', '2026-12-25']],
    ['with names and a header', 'date,name\n2026-12-25,Christmas\n', ['2026-12-25']],
    ['on one line, one twice', '2026-12-25; 2026-12-25, 2026-01-01', ['2026-01-01', '2026-12-25']],
    ['none', '\n', []],
  ])('%s', (_, text, expected) => {
    expect(buildHolidays('h.txt', text)).toEqual({ holidays: expected, messages: [] });
  });

  it('a date that does not exist is an error with its line', () => {
    const { holidays, messages } = buildHolidays('h.txt', '2026-12-25\n2026-02-30\n12/25/2026\n');
    expect(holidays).toEqual(['2026-12-25']);
    expect(messages.map(({ code, context }) => [code, context['line']])).toEqual([
      ['INVALID_DATE', 2],
      ['INVALID_DATE', 3],
    ]);
  });
});
