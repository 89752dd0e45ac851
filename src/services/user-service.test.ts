import { verify } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { findCredentials } from '#src/repositories/users.ts';
import type { NewUser } from '#src/services/user-service.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices } from '#test/support/services.ts';

const test = await openTestServices();
const { users, actor } = test;
const { db } = test.database;
const PASSWORD = 'sixteen green kettles';
const add = (over: Partial<NewUser> = {}) =>
  users.add(
    { email: 'nobody@ashby.test', role: 'SCHEDULER', department: 'Ashby', password: PASSWORD, ...over },
    actor,
  );

describe('a user', () => {
  it('is added with a hash of the password only (argon2id)', async () => {
    const user = await add({ email: ' Chief@Ashby.test ' });
    expect(user).toMatchObject({
      email: 'chief@ashby.test',
      role: 'SCHEDULER',
      active: true,
      lastLoginAt: null,
    });
    const known = await findCredentials(db, 'CHIEF@ashby.test');
    expect(known?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await verify(known?.passwordHash ?? '', PASSWORD)).toBe(true);
    expect(await users.list()).toContainEqual(user);
    const dump = JSON.stringify([await runSql(db, 'select t::text from audit_logs t'), await users.list()]);
    expect(dump).not.toContain(PASSWORD);
    expect(dump).not.toContain('argon2');
    const { items } = await test.audit.list({ action: 'USER_ADDED', resource: `user:${user.id}` }, {});
    expect(items).toMatchObject([
      { userId: actor.userId, hospitalId: user.hospitalId, newValues: { role: 'SCHEDULER' } },
    ]);
  });

  it('without a password signs in otherwise; an ADMIN needs no department', async () => {
    expect(
      await add({ email: 'admin@ashby.test', role: 'ADMIN', department: null, password: null }),
    ).toMatchObject({ role: 'ADMIN', hospitalId: null });
    expect((await findCredentials(db, 'admin@ashby.test'))?.passwordHash).toBeNull();
  });

  it('whose email is taken is a CONFLICT, however it is written', async () => {
    await add({ email: 'twice@ashby.test' });
    await expect(add({ email: 'TWICE@ashby.test' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it.each<[string, Partial<NewUser>]>([
    ['an email that is none', { email: 'chief' }],
    ['a role that needs a department', { department: null }],
    ['a department that nobody knows', { department: 'Nowhere' }],
    ['a password of 14 characters', { password: 'fourteen chars' }],
    ['a password of few letters', { password: 'abababababababab' }],
    ['a password with the own name', { email: 'meredith@ashby.test', password: 'meredith meredith1' }],
    ['a password that everybody takes', { password: 'Password123456789' }],
    ['a password that is a keyboard', { password: 'qwertyuiopasdfghjkl' }],
    ['a password that counts', { password: '1234567890123456' }],
  ])('with %s is BAD_REQUEST, and not added', async (_, over) => {
    const before = await users.list();
    await expect(add(over)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await users.list()).toEqual(before);
  });

  it('with a short name may have its letters in the password', async () => {
    expect(await add({ email: 'jo@ashby.test', password: 'a major kettle of fish' })).toMatchObject({
      email: 'jo@ashby.test',
    });
  });

  it('is disabled once, audited, and stays on the list', async () => {
    const { id } = await add({ email: 'leaver@ashby.test' });
    expect(await users.disable(' Leaver@ashby.test', actor)).toMatchObject({ id, active: false });
    expect((await users.list()).find((user) => user.id === id)?.active).toBe(false);
    await expect(users.disable('leaver@ashby.test', actor)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(users.disable('nobody@nowhere.test', actor)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const { items } = await test.audit.list({ action: 'USER_DISABLED', resource: `user:${id}` }, {});
    expect(items).toMatchObject([{ oldValues: { active: true }, newValues: { active: false } }]);
  });
});

describe('the command line', () => {
  it('acts as a user of its own that names the operating-system user, made once and unable to sign in', async () => {
    const [one, two] = [await users.commandLineActor('jo'), await users.commandLineActor('jo')];
    expect(one).toEqual(two);
    expect(await findCredentials(db, 'jo@command-line.invalid')).toMatchObject({
      user: { id: one.userId, role: 'ADMIN' },
      passwordHash: null,
    });
    const { items } = await test.audit.list({ resource: `user:${one.userId}` }, {});
    expect(items).toMatchObject([
      { action: 'USER_ADDED', userId: '00000000-0000-0000-0000-000000000000', userEmail: null },
    ]);
  });

  it('of one user started several times at once is one actor', async () => {
    const actors = await Promise.all(Array.from({ length: 5 }, () => users.commandLineActor('many')));
    expect(new Set(actors.map(({ userId }) => userId)).size).toBe(1);
  });
});

it('every user is listed, page after page', async () => {
  await runSql(
    db,
    `insert into users (id, email, role) select gen_random_uuid(), 'many' || n || '@ashby.test', 'USER' from generate_series(1, 450) n`,
  );
  expect((await users.list()).length).toBeGreaterThan(450);
});
