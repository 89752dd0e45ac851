import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

it.each([
  ['UTF-8', bytes(0x4f, 0xc3, 0xa9), 'Oé'],
  ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x41), 'A'],
  ['Windows-1252', bytes(0x4f, 0xe9, 0x92, 0x73), 'Oé’s'],
  ['nothing at all', bytes(), ''],
])('reads %s', (_, given, expected) => {
  expect(decodeText(given)).toBe(expected);
});

it.each([
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0x41, 0x00)],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0x00, 0x41)],
  ['UTF-16 without a mark', bytes(0x41, 0x00, 0x42, 0x00)],
  ['a zip package', bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00)],
])('refuses %s', (_, given) => {
  expect(decodeText(given)).toBeNull();
});
