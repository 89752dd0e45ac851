import { describe, expect, it } from 'vitest';
import { newId } from '#src/outside/new-id.ts';
import { openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { beginAmionRequest, endAmionRequest, noteAmionRequestSent } from './amion-requests.ts';

const { db } = await openTestDatabase();
const LIMITS = { atOnce: 2, spacingMs: 1_000 };

const forget = () => runSql(db, 'delete from amion_requests');
const age = (seconds: number) =>
  runSql(
    db,
    `update amion_requests set started_at = started_at - interval '${seconds} seconds',
       sent_at = sent_at - interval '${seconds} seconds'`,
  );
const begin = async (key: string, limits = LIMITS, send = true) => {
  const id = newId<never>() as string;
  const wait = await beginAmionRequest(db, { id, key }, limits);
  if (send) await noteAmionRequestSent(db, id);
  return { id, wait };
};

describe('turns at Amion', () => {
  it('the first begins, the next waits for the rest of the spacing', async () => {
    await forget();
    expect((await begin('april')).wait).toBeNull();
    const { wait } = await begin('may');
    expect(wait).toBeGreaterThan(500);
    expect(wait).toBeLessThanOrEqual(1_000);
    await age(1);
    expect((await begin('may')).wait).toBeNull();
  });

  it('of many who ask in the same moment one begins', async () => {
    await forget();
    const asked = await Promise.all(Array.from({ length: 8 }, (_, index) => begin(`month ${index}`)));
    expect(asked.filter(({ wait }) => wait === null)).toHaveLength(1);
  });

  it('the next keeps its distance from the sending, and comes not before it', async () => {
    await forget();
    const first = await begin('april', LIMITS, false);
    await age(2);
    expect((await begin('may')).wait).toBe(20);
    await noteAmionRequestSent(db, first.id);
    expect((await begin('may')).wait).toBeGreaterThan(500);
    await forget();
    await begin('april', LIMITS, false);
    await age(6);
    expect((await begin('may')).wait).toBeNull();
  });

  it('no more are under way than allowed, until one ends', async () => {
    await forget();
    const limits = { atOnce: 2, spacingMs: 0 };
    const first = await begin('april', limits);
    await begin('may', limits);
    expect((await begin('june', limits)).wait).toBeGreaterThan(0);
    await endAmionRequest(db, first.id);
    expect((await begin('june', limits)).wait).toBeNull();
  });

  it('the same is not asked for twice at once', async () => {
    await forget();
    const limits = { atOnce: 5, spacingMs: 0 };
    const first = await begin('april', limits);
    expect((await begin('april', limits)).wait).toBeGreaterThan(0);
    expect((await begin('may', limits)).wait).toBeNull();
    await endAmionRequest(db, first.id);
    expect((await begin('april', limits)).wait).toBeNull();
  });

  it('one whose process died holds up the same for seconds, and others until it would have ended', async () => {
    await forget();
    const alone = { atOnce: 1, spacingMs: 0 };
    await begin('april', alone);
    await age(6);
    expect((await begin('april', { atOnce: 5, spacingMs: 0 })).wait).toBeNull();
    await forget();
    await begin('april', alone);
    await age(30);
    expect((await begin('may', alone)).wait).toBeGreaterThan(0);
    await age(6);
    expect((await begin('may', alone)).wait).toBeNull();
  });

  it('one that a clock has put into the future holds up nobody', async () => {
    await forget();
    await begin('april');
    await age(-3_600);
    expect((await begin('may')).wait).toBeNull();
  });

  it('those of more than an hour go', async () => {
    await forget();
    await begin('april');
    await age(3_700);
    await begin('may');
    expect(await runSql(db, 'select key from amion_requests')).toEqual([{ key: 'may' }]);
  });
});
