import { CompiledQuery, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aHospital } from '#test/support/builders.ts';
import { untilSomebodyWaits } from '#test/support/database-locks.ts';
import { openTestDatabase } from '#test/support/open-test-database.ts';
import { storedHospital } from '#test/support/stored.ts';
import { parseInstant } from './column-types.ts';
import { type Db, inTransaction, openDatabase } from './database.ts';
import { findHospitalByCode, insertHospital } from './hospitals.ts';
import { preparedQuery } from './prepared-query.ts';
import { countQueries } from './query-counter.ts';

const { db, pool } = await openTestDatabase();

describe('values of the database', () => {
  it('come as texts that no time zone has moved', async () => {
    const { rows } =
      await sql`select date '2026-03-08' as date, time '02:30' as time, 1.50::numeric as numeric,
      count(*) as bigint, timestamptz '2026-03-08 02:30+02' as instant, '{}'::date[] as none,
      '{2026-07-03,2026-12-25}'::date[] as dates, '{"a,b"}'::text[] as texts, true as yes`.execute(db);
    expect(rows).toEqual([
      {
        date: '2026-03-08',
        time: '02:30:00',
        numeric: '1.50',
        bigint: 1,
        instant: '2026-03-08T00:30:00.000Z',
        none: [],
        dates: ['2026-07-03', '2026-12-25'],
        texts: ['a,b'],
        yes: true,
      },
    ]);
  });

  it.each([
    ['2026-04-01 06:10:11.123456+00', '2026-04-01T06:10:11.123Z'],
    ['2026-04-01 06:10:11+05:30', '2026-04-01T00:40:11.000Z'],
    ['2026-04-01 06:10:11-04', '2026-04-01T10:10:11.000Z'],
  ])('the instant %s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });
});

describe('a transaction', () => {
  it('is undone as a whole', async () => {
    const hospital = aHospital();
    const work = inTransaction(db, async (trx) => {
      await insertHospital(trx, hospital);
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await findHospitalByCode(db, hospital.code)).toBeNull();
  });

  it('within another belongs to it', async () => {
    const hospital = aHospital();
    const outer = inTransaction(db, async (trx) => {
      await inTransaction(trx, async (same) => {
        expect(same).toBe(trx);
        await insertHospital(same, hospital);
      });
      expect(await findHospitalByCode(trx, hospital.code)).not.toBeNull();
      throw new Error('stop');
    });
    await expect(outer).rejects.toThrow('stop');
    expect(await findHospitalByCode(db, hospital.code)).toBeNull();
  });
});

it('keeps a query prepared that says so, on each connection by its name, and no other', async () => {
  const numbered = preparedQuery<{ twice: number }>('twice_of', 'select 2 * $1::int as twice');
  expect(await numbered(db, [3])).toEqual([{ twice: 6 }]);
  const kept = await db.connection().execute(async (connection) => {
    await numbered(connection, [4]);
    return await sql<{ name: string }>`select name from pg_prepared_statements`.execute(connection);
  });
  expect(kept.rows).toEqual([{ name: 'twice_of' }]);
});

describe('a database that does not answer', () => {
  it.each([
    ['a missing socket', { host: '/nonexistent' }],
    ['a port where nobody listens', { host: '127.0.0.1', port: 1 }],
  ])('behind %s is UNAVAILABLE, and the message says what to check', async (_, config) => {
    const nowhere = openDatabase({ user: 'nobody', ...config });
    await expect(sql`select 1`.execute(nowhere.db)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('DATABASE_URL'),
    });
    await nowhere.close();
  });

  it('because the connection is cut is UNAVAILABLE, and the next query works again', async () => {
    await expect(sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  it('because the connection is cut between two queries of a transaction ends the transaction, not the process', async () => {
    const work = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(trx);
    });
    await expect(work).rejects.toThrow();
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  it('in time is UNAVAILABLE', async () => {
    const { rows } = await pool.query<{ socket: string; name: string }>(
      `select current_setting('unix_socket_directories') as socket, current_database() as name`,
    );
    const hasty = openDatabase({ ...pool.options, database: rows[0]?.name, statement_timeout: 50 });
    await expect(sql`select pg_sleep(2)`.execute(hasty.db)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('too long'),
    });
    await hasty.close();
  });

  it('while a connection was idle tells who wants to know', async () => {
    const heard: string[] = [];
    const other = openDatabase({ ...pool.options }, (error) => heard.push(error.message));
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(other.db);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    await other.close();
  });
});

it('a mistake in SQL stays a mistake', async () => {
  await expect(sql`select nothing from nowhere`.execute(db)).rejects.toMatchObject({ code: '42P01' });
});

it('two that wait for each other end with a conflict for one', async () => {
  const [one, two] = [await storedHospital(db), await storedHospital(db)];
  const rename = (trx: Db, id: string) => sql`update hospitals set name = 'x' where id = ${id}`.execute(trx);
  let second: Promise<void> = Promise.resolve();
  const first = db.transaction().execute(async (trx) => {
    await rename(trx, one.id);
    second = db.transaction().execute(async (other) => {
      await rename(other, two.id);
      await rename(other, one.id);
    });
    second.catch(() => undefined);
    await untilSomebodyWaits(db);
    await rename(trx, two.id);
  });
  const both = [...(await Promise.allSettled([first])), ...(await Promise.allSettled([second]))];
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
});

describe('counting queries', () => {
  it('counts those of transactions too, and neither BEGIN nor COMMIT', async () => {
    const counted = countQueries(db);
    await findHospitalByCode(counted.db, 'x');
    await counted.db.transaction().execute(async (trx) => {
      await insertHospital(trx, aHospital());
      await sql`select ${1}::int`.execute(trx);
    });
    await counted.db.executeQuery(CompiledQuery.raw('select 2'));
    expect(counted.count()).toBe(4);
    expect(counted.statements()).toEqual([
      expect.stringContaining('from "hospitals"'),
      expect.stringContaining('insert into "hospitals"'),
      'select $1::int',
      '(compiled before)',
    ]);
  });

  it('counts within a transaction that is given', async () => {
    await db.transaction().execute(async (trx) => {
      const counted = countQueries(trx);
      await inTransaction(counted.db, (same) => findHospitalByCode(same, 'x'));
      expect(counted.count()).toBe(1);
    });
  });

  it('leaves the database itself as it was', async () => {
    const counted = countQueries(db);
    await findHospitalByCode(db, 'x');
    expect(counted.count()).toBe(0);
  });
});
