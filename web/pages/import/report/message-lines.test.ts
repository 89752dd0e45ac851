import { describe, expect, it } from 'vitest';
import { linesOf } from './message-lines.ts';

const lines = (context: Record<string, unknown>) =>
  linesOf({ severity: 'ERROR', code: 'C', text: 'T', context: { key: 'k', ...context } }).map(
    ({ file, line }) => `${file ?? ''}:${line}`,
  );

describe('the lines that a message is about', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['one', { file: 'a.csv', line: 4 }, ['a.csv:4']],
    ['several of one cause', { file: 'a.csv', line: 4, lines: [4, 9] }, ['a.csv:4', 'a.csv:9']],
    [
      'of unknown people',
      {
        people: [
          { name: 'A', lines: [3] },
          { name: 'B', lines: [5], file: 'b.csv' },
        ],
      },
      [':3', 'b.csv:5'],
    ],
    [
      'in several reports',
      {
        lines: [3, 3],
        file: 'a.csv',
        places: [
          { file: 'a.csv', line: 3 },
          { file: 'b.csv', line: 3 },
        ],
      },
      ['a.csv:3', 'b.csv:3'],
    ],
    ['none', { sheet: 'Mid', cell: 'B3' }, []],
  ])('%s', (_, context, expected) => expect(lines(context)).toEqual(expected));
});
