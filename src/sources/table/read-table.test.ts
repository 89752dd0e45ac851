import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows1252 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('a CSV file with a header', () => {
  it.each([
    ['commas', 'code,name\nNORTH,"North, Main"\n', { code: 'NORTH', name: 'North, Main' }],
    ['semicolons', 'code;name\nNORTH;North Main\n', { code: 'NORTH', name: 'North Main' }],
    ['a byte order mark', '\ufeffcode,name\nNORTH,North Main\n', { code: 'NORTH', name: 'North Main' }],
    [
      'old line ends and spaces',
      ' Code , NAME \r\n NORTH , North Main \r\n',
      { code: 'NORTH', name: 'North Main' },
    ],
  ])('with %s', (_, text, expected) => {
    const { rows, messages } = readTable('h.csv', bytes(text), ['code']);
    expect(messages).toEqual([]);
    expect(rows.map(({ cells }) => ({ ...cells }))).toEqual([expected]);
  });

  it('in Windows-1252', () => {
    const { rows } = readTable('h.csv', windows1252('code,name\nNORTH,S\u00f8ndre\n'), ['code']);
    expect(rows[0]?.cells['name']).toBe('Søndre');
  });

  it('leaves blank rows out and keeps the line of every other', () => {
    const { rows } = readTable('h.csv', bytes('code,name\n\n,\nNORTH,N\n\nSOUTH\n'), ['code']);
    expect(rows.map(({ line, cells }) => [line, cells['code'], cells['name'] ?? ''])).toEqual([
      [4, 'NORTH', 'N'],
      [6, 'SOUTH', ''],
    ]);
  });

  it('reads header names in any usual spelling', () => {
    const { rows } = readTable('h.csv', bytes('Code,Time Zone\nNORTH,Europe/London\n'), [
      'code',
      'time_zone',
    ]);
    expect(rows[0]?.cells['time_zone']).toBe('Europe/London');
  });
});

describe('a file that cannot be read has a coded message', () => {
  it.each([
    ['no required column', bytes('name\nNorth\n'), 'MISSING_COLUMN'],
    ['an empty file', bytes(''), 'MISSING_COLUMN'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1), 'INVALID_FILE_TYPE'],
    ['an unclosed quotation', bytes('code,name\nNORTH,"North\n'), 'CORRUPT_FILE'],
    ['a file without end', new Uint8Array(5 * 1024 * 1024 + 1), 'FILE_TOO_LARGE'],
  ])('%s', (_, content, code) => {
    const { rows, messages } = readTable('h.csv', content, ['code']);
    expect(rows).toEqual([]);
    expect(messages.map((message) => [message.severity, message.code])).toEqual([['ERROR', code]]);
  });
});

it('a column called __proto__ is a column', () => {
  const { rows } = readTable('h.csv', bytes('code,__proto__\nNORTH,x\n'), ['code']);
  expect(rows[0]?.cells['code']).toBe('NORTH');
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});
