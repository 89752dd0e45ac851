import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '#src/domain/audit-entry.ts';
import type { UserId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { scheduler } from '#test/support/builders.ts';
import { everyPage, openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedHospital } from '#test/support/stored.ts';
import { insertAuditEntries, listAuditEntries } from './audit-logs.ts';
import { countQueries } from './query-counter.ts';

const { db, pool, plansOf } = await openTestDatabase();
const hospital = await storedHospital(db);

type New = Omit<AuditEntry, 'at'>;

function anAuditEntry(over: Partial<New> = {}): New {
  return {
    id: newId(),
    userId: scheduler,
    action: 'VERSION_PROMOTED',
    resource: 'schedule_version:1',
    oldValues: { status: 'STAGING' },
    newValues: { status: 'PRODUCTION', note: 'he said "yes", {really}' },
    ipAddress: '192.0.2.7',
    hospitalId: hospital.id,
    ...over,
  };
}

async function written(over: Partial<New> = {}): Promise<New> {
  const entry = anAuditEntry(over);
  await insertAuditEntries(db, [entry]);
  return entry;
}

/** A user of whom nothing is written yet. */
const somebody = () => newId<UserId>();

describe('an audit entry', () => {
  it('comes back as written, with its instant', async () => {
    const entry = await written({ userId: somebody() });
    const { items } = await listAuditEntries(db, { userId: entry.userId });
    expect(items).toMatchObject([entry]);
    expect(items[0]?.at).toMatch(/Z$/);
  });

  it('may be of this machine, of no department, and without values', async () => {
    const entry = await written({
      userId: somebody(),
      ipAddress: null,
      hospitalId: null,
      oldValues: null,
      newValues: undefined,
    });
    expect((await listAuditEntries(db, { userId: entry.userId })).items).toMatchObject([
      { ipAddress: null, hospitalId: null, oldValues: null, newValues: null },
    ]);
  });

  it('may come from an IPv6 address, never from a word', async () => {
    const entry = await written({ userId: somebody(), ipAddress: '2001:db8::7' });
    expect((await listAuditEntries(db, { userId: entry.userId })).items[0]?.ipAddress).toBe('2001:db8::7');
    await expect(written({ ipAddress: 'localhost' })).rejects.toThrow('inet');
  });

  it('goes with its transaction', async () => {
    const entry = anAuditEntry({ userId: somebody() });
    await expect(
      db.transaction().execute(async (trx) => {
        await insertAuditEntries(trx, [entry]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect((await listAuditEntries(db, { userId: entry.userId })).items).toEqual([]);
  });

  it('a thousand of them take one query', async () => {
    const userId = somebody();
    const counted = countQueries(db);
    await insertAuditEntries(
      counted.db,
      Array.from({ length: 1000 }, () => anAuditEntry({ userId })),
    );
    expect(counted.count()).toBe(1);
    expect((await listAuditEntries(db, { userId }, { limit: 200 })).nextCursor).not.toBeNull();
  });
});

describe('the audit log', () => {
  it.each([
    ['UPDATE', `update audit_logs set action = 'NOTHING'`],
    ['UPDATE of no row', `update audit_logs set action = 'NOTHING' where false`],
    ['DELETE', 'delete from audit_logs'],
    ['TRUNCATE', 'truncate audit_logs'],
    ['TRUNCATE with others', 'truncate audit_logs, sessions cascade'],
  ])('refuses %s', async (_, statement) => {
    await written();
    await expect(runSql(db, statement)).rejects.toThrow('append-only');
    expect((await listAuditEntries(db)).items.length).toBeGreaterThan(0);
  });

  it('refuses changes also where triggers are switched off for a session', async () => {
    await written();
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('set local session_replication_role = replica');
      await expect(client.query('delete from audit_logs')).rejects.toThrow('append-only');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('the list of audit entries', () => {
  it('comes newest first, in pages', async () => {
    const userId = somebody();
    const ids = [await written({ userId }), await written({ userId }), await written({ userId })].map(
      (entry) => entry.id,
    );
    const pages = await everyPage((cursor) => listAuditEntries(db, { userId }, { limit: 2, cursor }));
    expect(pages.map((page) => page.map((entry) => entry.id))).toEqual([[ids[2], ids[1]], [ids[0]]]);
  });

  it('is filtered by action, resource, department and time', async () => {
    const userId = somebody();
    const own = await storedHospital(db);
    const entry = await written({ userId, action: 'LOGIN', resource: 'user:7', hospitalId: own.id });
    await written({ userId });
    const only = { items: [expect.objectContaining({ id: entry.id })] };
    expect(await listAuditEntries(db, { userId, action: 'LOGIN' })).toMatchObject(only);
    expect(await listAuditEntries(db, { userId, resource: 'user:7' })).toMatchObject(only);
    expect(await listAuditEntries(db, { hospitalId: own.id })).toMatchObject(only);
    const hour = (offset: number) => new Date(Date.now() + offset * 3_600_000).toISOString();
    expect((await listAuditEntries(db, { userId, since: hour(-1), before: hour(1) })).items).toHaveLength(2);
    expect((await listAuditEntries(db, { userId, since: hour(1) })).items).toEqual([]);
    expect((await listAuditEntries(db, { userId, before: hour(-1) })).items).toEqual([]);
  });

  it('is read along an index', async () => {
    const plans = await plansOf((watched) => listAuditEntries(watched, { userId: somebody() }));
    expect(plans).toContain('Index Scan');
  });
});
