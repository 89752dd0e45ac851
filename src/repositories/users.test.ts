import { describe, expect, it } from 'vitest';
import type { HospitalId, UserId } from '#src/domain/ids.ts';
import type { Role } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import { aUser } from '#test/support/builders.ts';
import { everyPage, openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedHospital } from '#test/support/stored.ts';
import { findCredentials, findUserByEmail, getUser, insertUser, listUsers, updateUser } from './users.ts';

const { db, plansOf } = await openTestDatabase();
const hospital = await storedHospital(db);

async function stored(over: Parameters<typeof aUser>[0] = {}, hash: string | null = 'argon2-hash') {
  const user = aUser(over);
  await insertUser(db, user, hash);
  return user;
}

describe('a user', () => {
  it('comes back as stored, without the password hash', async () => {
    const user = await stored({ hospitalId: hospital.id, role: 'VIEWER' });
    expect(await getUser(db, user.id)).toEqual({ ...user, lastLoginAt: null });
  });

  it('is not found by an unknown id', async () => {
    await expect(getUser(db, newId<UserId>())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot take an email that is taken, and says what to do', async () => {
    const { email } = await stored();
    await expect(stored({ email })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Use another email'),
    });
  });

  it('of two at once with the same email, one is stored', async () => {
    const email = 'race@wardham.test';
    const both = await Promise.allSettled([stored({ email }), stored({ email })]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('has one of four roles', async () => {
    await expect(stored({ role: 'ROOT' as Role })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('belongs to a hospital that exists', async () => {
    await expect(stored({ hospitalId: newId<HospitalId>() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('signing in', () => {
  it('finds the hash by email, whatever its letters', async () => {
    const user = await stored({ email: 'Sign.In@wardham.test' });
    expect(await findCredentials(db, 'sign.in@wardham.test')).toEqual({
      user: { ...user, lastLoginAt: null },
      passwordHash: 'argon2-hash',
    });
    expect(await findUserByEmail(db, 'SIGN.IN@wardham.test')).toMatchObject({ id: user.id });
    expect(await findCredentials(db, 'nobody@wardham.test')).toBeNull();
    expect(await findUserByEmail(db, 'nobody@wardham.test')).toBeNull();
  });

  it('finds users without a password', async () => {
    const user = await stored({}, null);
    expect(await findCredentials(db, user.email)).toMatchObject({ passwordHash: null });
  });

  it('notes the instant', async () => {
    const { id } = await stored();
    const user = await updateUser(db, id, { lastLoginAt: '2026-04-01T02:30:00.000-04:00' });
    expect(user.lastLoginAt).toBe('2026-04-01T06:30:00.000Z');
  });
});

describe('changing a user', () => {
  it('changes what is given and nothing else', async () => {
    const user = await stored({ hospitalId: hospital.id });
    expect(await updateUser(db, user.id, { role: 'ADMIN', hospitalId: null })).toEqual({
      ...user,
      role: 'ADMIN',
      hospitalId: null,
      lastLoginAt: null,
    });
    await updateUser(db, user.id, { passwordHash: 'another' });
    expect(await findCredentials(db, user.email)).toMatchObject({ passwordHash: 'another' });
  });

  it('disables them, and they stay known', async () => {
    const { id, email } = await stored();
    expect(await updateUser(db, id, { active: false })).toMatchObject({ active: false });
    expect(await findCredentials(db, email)).toMatchObject({ user: { active: false } });
  });

  it('that do not exist is not found', async () => {
    await expect(updateUser(db, newId<UserId>(), { active: false })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

it('a deleted user is in no read', async () => {
  const { id, email } = await stored();
  await runSql(db, `update users set deleted_at = now() where id = '${id}'`);
  await expect(getUser(db, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await findCredentials(db, email)).toBeNull();
  expect((await listUsers(db, {}, { limit: 200 })).items.map((user) => user.id)).not.toContain(id);
  await expect(updateUser(db, id, { active: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('the list of users', () => {
  it('comes by email, in pages, filtered', async () => {
    const own = (await storedHospital(db)).id;
    const users = [
      await stored({ hospitalId: own, email: 'c@list.test', role: 'USER' }),
      await stored({ hospitalId: own, email: 'a@list.test' }),
      await stored({ hospitalId: own, email: 'b@list.test', active: false }),
    ];
    const emails = async (filter: object) => {
      const list = (cursor: string | null) =>
        listUsers(db, { hospitalId: own, ...filter }, { limit: 2, cursor });
      return (await everyPage(list)).flat().map((user) => user.email);
    };
    expect(await emails({})).toEqual(users.map((user) => user.email).sort());
    expect(await emails({ role: 'USER' })).toEqual(['c@list.test']);
    expect(await emails({ active: false })).toEqual(['b@list.test']);
  });

  it('is read along an index', async () => {
    expect(await plansOf((watched) => listUsers(watched, { hospitalId: hospital.id }))).toContain(
      'Index Scan',
    );
  });
});
