import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, UserId } from '#src/domain/ids.ts';
import { passwordFault } from '#src/domain/password-rule.ts';
import { type Actor, COMMAND_LINE_DOMAIN, NOBODY, type Role, type User } from '#src/domain/user.ts';
import { parseEmail } from '#src/intake/registry/build-people.ts';
import { newId } from '#src/outside/new-id.ts';
import { hashPassword } from '#src/outside/password-hash.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { endSessionsOf } from '#src/repositories/sessions.ts';
import {
  findUserByEmail,
  getUser,
  getUserForUpdate,
  insertUser,
  listUserEmails,
  listUsers,
  lockAdministrators,
  type UserFilter,
  updateUser,
} from '#src/repositories/users.ts';
import { recordChanges } from './audit-trail.ts';
import { requireDepartment } from './department-directory.ts';
import type { ServiceContext } from './service-context.ts';

export interface NewUser {
  email: string;
  role: Role;
  /** Code of the own department or hospital; every role but ADMIN needs one. */
  department: string | null;
  /** Null: signs in by OpenID Connect or a one-time link only. */
  password: string | null;
}

/** What is to change; what is left out stays. */
export interface UserOrder {
  role?: Role | undefined;
  department?: string | null | undefined;
  active?: boolean | undefined;
}

export interface UserService {
  /** CONFLICT where the email is taken. BAD_REQUEST for a password that may not be used. */
  add(user: NewUser, actor: Actor): Promise<User>;
  /** Everybody, by email. */
  list(): Promise<User[]>;
  page(filter: UserFilter, request: PageRequest): Promise<Page<User>>;
  get(id: UserId): Promise<User>;
  /** The emails of those of these ids that there are or were, in one query. */
  emailsOf(ids: readonly UserId[]): Promise<Map<UserId, string>>;
  /** Whoever is disabled is signed out everywhere. CONFLICT for the last administrator who could sign in. */
  update(id: UserId, order: UserOrder, actor: Actor): Promise<User>;
  /** Signs the user out everywhere. BAD_REQUEST for a password that may not be used. */
  setPassword(id: UserId, password: string, actor: Actor): Promise<void>;
  disable(email: string, actor: Actor): Promise<User>;
  /** The user as whom the command line acts: it names the operating-system user and cannot sign in. */
  commandLineActor(osUser: string): Promise<Actor>;
}

/** The nobody that writes the very first audit row, before any user exists. */
const SYSTEM: Actor = { userId: NOBODY, ipAddress: null };
const EMAIL = { field: 'email' };

const changeOf = (action: string, user: Pick<User, 'id' | 'hospitalId'>) => ({
  ...{ action, resource: `user:${user.id}`, hospitalId: user.hospitalId },
});

export function userService({ database: { db } }: ServiceContext): UserService {
  const departmentId = async (code: string | null): Promise<HospitalId | null> =>
    code === null ? null : (await requireDepartment(db, code)).id;

  return {
    async add({ email, role, department, password }, actor) {
      const address = parseEmail(email);
      if (!address) throw new CodedError('BAD_REQUEST', `"${email}" is no email address.`, EMAIL);
      if (address.endsWith(COMMAND_LINE_DOMAIN))
        throw new CodedError('BAD_REQUEST', 'Users of the command line make themselves.', EMAIL);
      requireDepartmentOf(role, department);
      if (password !== null) requireUsable(password, address);
      const hospitalId = await departmentId(department);
      const user = { id: newId<UserId>(), email: address, role, hospitalId, active: true };
      const passwordHash = password === null ? null : await hashPassword(password);
      return await inTransaction(db, async (trx) => {
        await insertUser(trx, user, passwordHash);
        await recordChanges(trx, actor, [{ ...changeOf('USER_ADDED', user), after: user }]);
        return { ...user, lastLoginAt: null };
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

    page: (filter, request) => listUsers(db, filter, request),
    get: (id) => getUser(db, id),
    emailsOf: (ids) => listUserEmails(db, [...new Set(ids)]),

    async update(id, { role, department, active }, actor) {
      const hospitalId = department === undefined ? undefined : await departmentId(department);
      return await inTransaction(db, async (trx) => {
        const before = await getUserForUpdate(trx, id);
        if (role || hospitalId !== undefined) {
          requireDepartmentOf(role ?? before.role, hospitalId === undefined ? before.hospitalId : hospitalId);
        }
        const change = {
          ...(role && { role }),
          ...(hospitalId !== undefined && { hospitalId }),
          ...(active !== undefined && { active }),
        };
        const after = await changeUser(trx, before, change, 'USER_UPDATED', actor);
        await requireAdministrator(trx, before, after);
        return after;
      });
    },

    async setPassword(id, password, actor) {
      const { email } = await getUser(db, id);
      if (email.endsWith(COMMAND_LINE_DOMAIN))
        throw new CodedError('CONFLICT', 'The command line does not sign in.');
      requireUsable(password, email);
      const passwordHash = await hashPassword(password);
      await inTransaction(db, async (trx) => {
        const user = await updateUser(trx, id, { passwordHash });
        const sessionsEnded = await endSessionsOf(trx, id);
        await recordChanges(trx, actor, [{ ...changeOf('PASSWORD_SET', user), after: { sessionsEnded } }]);
      });
    },

    async disable(email, actor) {
      const found = await findUserByEmail(db, email.trim());
      if (!found) {
        throw new CodedError('BAD_REQUEST', `There is no user "${email}". See the list of users.`);
      }
      return await inTransaction(db, async (trx) => {
        const before = await getUserForUpdate(trx, found.id);
        if (!before.active) throw new CodedError('CONFLICT', `${before.email} is disabled already.`);
        return await changeUser(trx, before, { active: false }, 'USER_DISABLED', actor);
      });
    },

    async commandLineActor(osUser) {
      const email = `${osUser}${COMMAND_LINE_DOMAIN}`;
      const known = await findUserByEmail(db, email);
      if (known) return { userId: known.id, ipAddress: null };
      const user = { id: newId<UserId>(), email, role: 'ADMIN' as const, hospitalId: null, active: true };
      try {
        await inTransaction(db, async (trx) => {
          await insertUser(trx, user, null);
          await recordChanges(trx, SYSTEM, [{ ...changeOf('USER_ADDED', user), after: user }]);
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

interface Change {
  role?: Role;
  hospitalId?: HospitalId | null;
  active?: boolean;
}

async function changeUser(
  trx: Db,
  before: User,
  change: Change,
  action: string,
  actor: Actor,
): Promise<User> {
  const after = await updateUser(trx, before.id, change);
  if (!after.active) await endSessionsOf(trx, after.id);
  const values = ({ role, hospitalId, active }: User) => ({ role, hospitalId, active });
  await recordChanges(trx, actor, [
    { ...changeOf(action, after), before: values(before), after: values(after) },
  ]);
  return after;
}

/** Somebody must be left who can undo it. The command line needs nobody: it acts for itself. */
async function requireAdministrator(trx: Db, before: User, after: User): Promise<void> {
  const isOne = ({ active, role, email }: User) =>
    active && role === 'ADMIN' && !email.endsWith(COMMAND_LINE_DOMAIN);
  if (!isOne(before) || isOne(after)) return;
  if ((await lockAdministrators(trx, COMMAND_LINE_DOMAIN)).length > 0) return;
  throw new CodedError(
    'CONFLICT',
    `${before.email} is the last administrator. Make somebody else one first.`,
  );
}

function requireDepartmentOf(role: Role, department: string | null): void {
  if (role !== 'ADMIN' && !department) {
    throw new CodedError('BAD_REQUEST', `A ${role} belongs to a department. Name it.`, {
      field: 'department',
    });
  }
}

function requireUsable(password: string, email: string): void {
  const fault = passwordFault(password, email);
  if (fault) throw new CodedError('BAD_REQUEST', fault, { field: 'password' });
}
