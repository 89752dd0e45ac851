import { expect, it } from 'vitest';
import { parseUtcInstant } from './utc-instant.ts';

it.each([
  ['2026-11-23', '2026-11-23T00:00:00Z'],
  ['2026-11-23T02:30:00Z', '2026-11-23T02:30:00Z'],
  [' 2026-11-23T02:30-05:00 ', '2026-11-23T07:30:00Z'],
  ['2026-04-30T10:00:00+16:00', '2026-04-29T18:00:00Z'],
  ['2026-11-23T02:30:00.123456Z', '2026-11-23T02:30:00.123456Z'],
  ['2026-11-23T02:30', null],
  ['2026-02-30', null],
  ['2026-02-30T00:00Z', null],
  ['0000-01-01T00:00:00Z', null],
  ['-000042-01-01T00:00:00Z', null],
  ['2026-11-23T02:30:00Z[Asia/Tokyo]', null],
  ['2026-11-23T02:30:00Z[u-ca=hebrew]', null],
  ['yesterday', null],
  ['', null],
])('%j is the instant %s', (text, instant) => {
  expect(parseUtcInstant(text)).toBe(instant);
});
