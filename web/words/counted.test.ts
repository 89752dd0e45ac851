import { expect, it } from 'vitest';
import { counted } from './counted.ts';

it.each([
  [1, 'error', undefined, '1 error'],
  [0, 'warning', undefined, '0 warnings'],
  [1204, 'gap', undefined, '1,204 gaps'],
  [1, 'study', 'studies', '1 study'],
  [2, 'study', 'studies', '2 studies'],
])('counts %s %s', (count, word, plural, text) => {
  expect(counted(count, word, plural)).toBe(text);
});
