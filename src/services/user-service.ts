import { hash } from '@node-rs/argon2';
import { CodedError } from '#src/domain/errors.ts';
import type { UserId } from '#src/domain/ids.ts';
import type { Actor, Role, User } from '#src/domain/user.ts';
import { parseEmail } from '#src/intake/registry/build-people.ts';
import { newId } from '#src/outside/new-id.ts';
import { inTransaction } from '#src/repositories/database.ts';
import { findUserByEmail, insertUser, listUsers, updateUser } from '#src/repositories/users.ts';
import { recordChanges } from './audit-trail.ts';
import { requireDepartment } from './department-directory.ts';
import type { ServiceContext } from './service-context.ts';

export interface NewUser {
  email: string;
  role: Role;
  /** Own department or hospital; every role but ADMIN needs one. */
  department: string | null;
  /** Null: signs in by OpenID Connect or a one-time link only. */
  password: string | null;
}

export interface UserService {
  /** CONFLICT where the email is taken. BAD_REQUEST for a weak password (15 characters at least). */
  add(user: NewUser, actor: Actor): Promise<User>;
  list(): Promise<User[]>;
  disable(email: string, actor: Actor): Promise<User>;
  /** The user as whom the command line acts: it names the operating-system user and cannot sign in. */
  commandLineActor(osUser: string): Promise<Actor>;
}

const MIN_PASSWORD = 15;
/** The nobody that writes the very first audit row, before any user exists. */
const SYSTEM: Actor = { userId: '00000000-0000-0000-0000-000000000000' as UserId, ipAddress: null };

export function userService(context: ServiceContext): UserService {
  const { db } = context.database;
  const changeOf = (action: string, user: User) => ({ action, resource: `user:${user.id}`, hospitalId: user.hospitalId });
  return {
    async add({ email, role, department, password }, actor) {
      const address = parseEmail(email);
      if (!address) throw new CodedError('BAD_REQUEST', `"${email}" is no email address.`);
      if (role !== 'ADMIN' && !department) {
        throw new CodedError('BAD_REQUEST', `A ${role} belongs to a department. Name it with --department.`);
      }
      requireStrong(password, address);
      const hospitalId = department ? (await requireDepartment(db, department)).id : null;
      const user = { id: newId<UserId>(), email: address, role, hospitalId, active: true };
      const passwordHash = password === null ? null : await hash(password);
      return await inTransaction(db, async (trx) => {
        await insertUser(trx, user, passwordHash);
        const added = { ...user, lastLoginAt: null };
        await recordChanges(trx, actor, [{ ...changeOf('USER_ADDED', added), after: user }]);
        return added;
      });
    },

    async list() {
      const users: User[] = [];
      let cursor: string | null = null;
      do {
        const page = await listUsers(db, {}, { limit: 200, cursor });
        users.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return users;
    },

    async disable(email, actor) {
      const before = await findUserByEmail(db, email.trim());
      if (!before) throw new CodedError('BAD_REQUEST', `There is no user "${email}". See schedcu users list.`);
      if (!before.active) throw new CodedError('CONFLICT', `${before.email} is disabled already.`);
      return await inTransaction(db, async (trx) => {
        const after = await updateUser(trx, before.id, { active: false });
        await recordChanges(trx, actor, [{ ...changeOf('USER_DISABLED', after), before: { active: true }, after: { active: false } }]);
        return after;
      });
    },

    async commandLineActor(osUser) {
      const email = `${osUser}@command-line.invalid`;
      const known = await findUserByEmail(db, email);
      if (known) return { userId: known.id, ipAddress: null };
      const user = { id: newId<UserId>(), email, role: 'ADMIN' as const, hospitalId: null, active: true };
      try {
        await inTransaction(db, async (trx) => {
          await insertUser(trx, user, null);
          await recordChanges(trx, SYSTEM, [{ ...changeOf('USER_ADDED', { ...user, lastLoginAt: null }), after: user }]);
        });
        return { userId: user.id, ipAddress: null };
      } catch (cause) {
        // Another command line of the same user was first.
        const first = await findUserByEmail(db, email);
        if (first) return { userId: first.id, ipAddress: null };
        throw cause;
      }
    },
  };
}

function requireStrong(password: string | null, email: string): void {
  if (password === null) return;
  if (password.length < MIN_PASSWORD) {
    throw new CodedError('BAD_REQUEST', `A password has at least ${MIN_PASSWORD} characters. A sentence is easy to remember.`);
  }
  const name = email.split('@')[0] ?? email;
  const plain = password.toLowerCase();
  const guessable = new Set(plain).size < 5 || plain.includes(name) || /^(?:password|qwerty|letmein|welcome|schedcu|12345)/.test(plain);
  if (guessable) throw new CodedError('BAD_REQUEST', 'This password is easy to guess. Take words that have nothing to do with you.');
}
