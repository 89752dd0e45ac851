import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  datePart,
  idPart,
  numberPart,
  parseCursor,
  type SortedList,
  textPart,
  toCursor,
} from './list-cursor.ts';

const ID = '0198f0de-0000-7000-8000-000000000000';
const jobs: SortedList = { name: 'jobs', key: [idPart] };
const imports: SortedList = { name: 'imports', key: [idPart] };
const people: SortedList = { name: 'people', key: [textPart, idPart] };
const shifts: SortedList = { name: `shifts of ${ID}`, key: [datePart, idPart] };
const rules: SortedList = { name: 'rules', key: [numberPart, idPart] };
const lists = [jobs, imports, people, shifts, rules];

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it.each([
    [jobs, [ID]],
    [people, ['Grüße "quoted" \u{1F989}', ID]],
    [people, ['', ID]],
    [shifts, ['2026-04-08', ID]],
    [rules, ['0', ID]],
    [rules, ['27', ID]],
  ])('of $name gives its key again', (list, key) => {
    const cursor = toCursor(list, key);
    expect(parseCursor(list, cursor)).toEqual(key);
    for (const other of lists.filter((one) => one !== list))
      expect(() => parseCursor(other, cursor), other.name).toThrow('not one of this list');
  });

  it.each([
    ['nothing', jobs, ''],
    ['no Base64', jobs, 'x'],
    ['no list', jobs, encode({ jobs: ID })],
    ['a number', jobs, encode(['jobs', 1])],
    ['an id of another form', jobs, encode(['jobs', ID.toUpperCase()])],
    ['an id with a blank', jobs, encode(['jobs', `${ID} `])],
    ['no id', jobs, encode(['jobs', 'a'])],
    ['a part too few', people, encode(['people', ID])],
    ['a part too many', jobs, encode(['jobs', ID, ID])],
    ['no name of a list', people, encode(['a', 'b'])],
    ['NUL', people, encode(['people', 'a\0', ID])],
    ['half a character', people, encode(['people', 'a\ud83e', ID])],
    ['no date of the calendar', shifts, encode([shifts.name, '2026-02-30', ID])],
    ['the year 0', shifts, encode([shifts.name, '0000-04-08', ID])],
    ['no number', rules, encode(['rules', '1e3', ID])],
    ['a number that no sheet has', rules, encode(['rules', '12345678901', ID])],
    ['padding', jobs, `${encode(['jobs', ID])}=`],
    ['a character more', jobs, `${encode(['jobs', ID])}!`],
    ['blanks in it', jobs, Buffer.from(`["jobs", "${ID}"]`).toString('base64url')],
  ])('is refused: %s', (_, list, cursor) => {
    expect(() => parseCursor(list, cursor)).toThrow('not one of this list');
  });

  it('of any text at all is refused, or it is exactly the one that the list gives', () => {
    const someKey = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.uuid(), fc.constant(ID)));
    const someCursor = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
      fc.tuple(fc.constantFrom(...lists), someKey).map(([{ name }, key]) => encode([name, ...key])),
    );
    fc.assert(
      fc.property(fc.constantFrom(...lists), someCursor, (list, cursor) => {
        try {
          expect(toCursor(list, parseCursor(list, cursor))).toBe(cursor);
        } catch (error) {
          expect(error).toMatchObject({ code: 'BAD_REQUEST' });
        }
      }),
      { numRuns: 200 },
    );
  });
});
