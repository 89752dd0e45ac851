import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from './person-name.ts';

describe('spellings of one name have one key', () => {
  it.each([
    ['Castellanos-Wu, Mei', 'Dr. Mei Castellanos Wu'],
    ['Castellanos-Wu, Mei', 'MEI CASTELLANOS-WU, MD'],
    ["O'Hollis, Tamsin", 'tamsin ohollis'],
    ["O'Hollis, Tamsin", 'Tamsin O’Hollis, M.D., Ph.D.'],
    ['Grantham Jr, Paul', 'Paul Grantham Jr.'],
    ['Grantham Jr, Paul', 'Grantham, Paul, Jr'],
    ['Grantham Jr, Paul', 'Grantham, Paul Jr'],
    ['Nuñez, José', 'Jose Nunez'],
    ['Øster, Søren', 'Soren Oster'],
    ['Do, Anna', 'Anna Do'],
    ['Do, Anna', 'DO, ANNA'],
    ['Ma, Wei Lin', 'Wei Lin Ma'],
    ['Do, Anna', 'Anna Do, DO'],
    ['Fair, Ines', 'Ines Fair DO'],
    ['  Fair ,  Ines ', 'Prof. Dr. Ines Fair'],
  ])('%s = %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
    expect(nameKey(a)).not.toBe('');
  });
});

it.each([
  ['Grantham, Paul', 'Grantham Jr, Paul'],
  ['Fair, Ines', 'Fair, Inez'],
  ['Paul Grantham', 'Grantham Paul'],
])('%s and %s are different people', (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b));
});

it('turning `First Last` into `Last, First` never changes the key', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{3,9}$/);
  fc.assert(
    fc.property(word, word, (first, last) => nameKey(`${first} ${last}`) === nameKey(`${last}, ${first}`)),
  );
});

it('a text without a letter has no key', () => {
  expect(nameKey(' - , . ')).toBe('');
});
