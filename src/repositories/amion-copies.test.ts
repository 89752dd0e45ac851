import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/support/open-test-database.ts';
import { findAmionCopy, keepAmionCopy } from './amion-copies.ts';

const { db } = await openTestDatabase();
const now = Date.now();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('a copy that nobody kept is not there', async () => {
  expect(await findAmionCopy(db, 'nothing')).toBeNull();
});

it('a copy comes back with its bytes and its age, and a newer one takes its place', async () => {
  await keepAmionCopy(db, 'april', { bytes: bytes('old'), fetchedAt: now - 60_000 });
  await keepAmionCopy(db, 'april', { bytes: bytes('new'), fetchedAt: now });
  const copy = await findAmionCopy(db, 'april');
  expect(copy && new TextDecoder().decode(copy.bytes)).toBe('new');
  expect(copy?.fetchedAt).toBe(now);
});

it('copies of more than an hour go when another is kept', async () => {
  await keepAmionCopy(db, 'march', { bytes: bytes('x'), fetchedAt: now - 2 * 3_600_000 });
  await keepAmionCopy(db, 'may', { bytes: bytes('y'), fetchedAt: now });
  expect(await findAmionCopy(db, 'march')).toBeNull();
  expect(await findAmionCopy(db, 'may')).not.toBeNull();
});
