import { expect, it } from 'vitest';
import { parseId } from './ids.ts';

it.each([
  [' 0198C0DE-0000-7000-8000-00000000000A ', '0198c0de-0000-7000-8000-00000000000a'],
  ['0198c0de-0000-7000-8000-00000000000a', '0198c0de-0000-7000-8000-00000000000a'],
  ['0198c0de00007000800000000000000a', null],
  ['0198c0de-0000-7000-8000-00000000000g', null],
  ['', null],
])('%j names the row %s', (text, expected) => {
  expect(parseId(text)).toBe(expected);
});
