import type { AcceptedWarning } from '#src/domain/accepted-warning.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId, VersionId } from '#src/domain/ids.ts';
import type { Actor } from '#src/domain/user.ts';
import { type ValidationMessage, WARNINGS } from '#src/domain/validation.ts';
import { newId } from '#src/outside/new-id.ts';
import {
  acceptWarnings,
  listAcceptedWarnings,
  withdrawWarnings,
} from '#src/repositories/accepted-warnings.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { listDepartments } from '#src/repositories/department-settings.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import { listUserEmails } from '#src/repositories/users.ts';
import { recordChanges } from './audit-trail.ts';
import { requireDepartment } from './department-directory.ts';
import type { ServiceContext } from './service-context.ts';
import { judgeVersion } from './version-judgement.ts';

export interface KnownWarning extends AcceptedWarning {
  /** Email of whoever accepted it; null where the user is not known. */
  acceptedByEmail: string | null;
}

/** Known oddities that a department has accepted with a reason (R10). */
export interface WarningService {
  /** The warnings of a version as of now; accepted ones have `context.accepted`. */
  list(versionId: VersionId): Promise<ValidationMessage[]>;
  /** Accepts warnings of a version by key (`all`: every open one) for the department; answers the keys that are new. */
  accept(
    versionId: VersionId,
    keys: readonly string[] | 'all',
    reason: string,
    actor: Actor,
  ): Promise<string[]>;
  /**
   * Accepts warnings for a department ahead of a version that has them; answers the keys that are new. BAD_REQUEST for a key
   * that begins with no code of a warning.
   */
  acceptAhead(
    departmentCode: string,
    keys: readonly string[],
    reason: string,
    actor: Actor,
  ): Promise<string[]>;
  /** In the department, or in every one that accepted it; answers their codes. NOT_FOUND where nobody has accepted it. */
  withdraw(departmentCode: string | null, key: string, actor: Actor): Promise<string[]>;
  listAccepted(departmentCode: string): Promise<KnownWarning[]>;
}

export function warningService(context: ServiceContext): WarningService {
  const { db } = context.database;
  const warningsOf = async (versionId: VersionId): Promise<ValidationMessage[]> => {
    const version = await getVersion(db, versionId);
    const { validation } = await judgeVersion(db, versionId, version.from, version.to);
    return validation.messages.filter((message) => message.severity === 'WARNING');
  };
  return {
    list: warningsOf,

    async accept(versionId, keys, reason, actor) {
      requireReason(reason);
      const { hospitalId } = await getVersion(db, versionId);
      const warnings = await warningsOf(versionId);
      const unknown =
        keys === 'all' ? [] : keys.filter((key) => !warnings.some((m) => m.context.key === key));
      if (unknown.length > 0) {
        throw new CodedError(
          'BAD_REQUEST',
          `No warning of the version has the key ${unknown.map((key) => `"${key}"`).join(', ')}.`,
        );
      }
      const chosen = new Map(
        warnings
          .filter((m) => m.context['accepted'] !== true && (keys === 'all' || keys.includes(m.context.key)))
          .map((m) => [m.context.key, m.code]),
      );
      const resource = `schedule_version:${versionId}`;
      return await inTransaction(db, (trx) => store(trx, { hospitalId, resource, reason, chosen }, actor));
    },

    async acceptAhead(departmentCode, keys, reason, actor) {
      requireReason(reason);
      const { id } = await requireDepartment(db, departmentCode);
      const codes: readonly string[] = WARNINGS;
      const wrong = keys.filter((key) => !codes.includes(codeOf(key)));
      if (wrong.length > 0) {
        throw new CodedError(
          'BAD_REQUEST',
          `No warning has the key ${wrong.map((key) => `"${key}"`).join(', ')}.`,
        );
      }
      const chosen = new Map(keys.map((key) => [key, codeOf(key)]));
      const resource = `department:${id}`;
      return await inTransaction(db, (trx) =>
        store(trx, { hospitalId: id, resource, reason, chosen }, actor),
      );
    },

    async withdraw(departmentCode, key, actor) {
      const departments = departmentCode
        ? [await requireDepartment(db, departmentCode)]
        : await listDepartments(db);
      return await inTransaction(db, async (trx) => {
        const withdrawn: string[] = [];
        for (const { id, code } of departments) {
          if ((await withdrawWarnings(trx, id, [key], actor.userId)) === 0) continue;
          withdrawn.push(code);
          await recordChanges(trx, actor, [
            { action: 'WARNING_WITHDRAWN', resource: `department:${id}`, hospitalId: id, before: { key } },
          ]);
        }
        if (withdrawn.length > 0) return withdrawn;
        throw new CodedError('NOT_FOUND', `Nobody has accepted a warning with the key "${key}".`);
      });
    },

    async listAccepted(departmentCode) {
      const accepted = await listAcceptedWarnings(db, (await requireDepartment(db, departmentCode)).id);
      const emails = await listUserEmails(db, [...new Set(accepted.map(({ acceptedBy }) => acceptedBy))]);
      return accepted.map((known) => ({ ...known, acceptedByEmail: emails.get(known.acceptedBy) ?? null }));
    },
  };
}

function requireReason(reason: string): void {
  if (reason.trim() !== '') return;
  throw new CodedError('BAD_REQUEST', 'Give a reason: it stands beside the acceptance for later readers.');
}

/** A key begins with the code of its message. */
const codeOf = (key: string): string => key.split('|')[0] ?? '';

interface Acceptance {
  hospitalId: HospitalId;
  /** What it was accepted on: a version or a department. */
  resource: string;
  reason: string;
  /** Key → code. */
  chosen: ReadonlyMap<string, string>;
}

async function store(
  trx: Db,
  { hospitalId, resource, chosen, ...given }: Acceptance,
  actor: Actor,
): Promise<string[]> {
  const reason = given.reason.trim();
  const rows = [...chosen].map(([key, code]) => ({
    ...{ id: newId<never>() as string, hospitalId, key, code, reason, acceptedBy: actor.userId },
  }));
  const accepted = await acceptWarnings(trx, rows);
  const change = { action: 'WARNINGS_ACCEPTED', resource, hospitalId, after: { keys: accepted, reason } };
  if (accepted.length > 0) await recordChanges(trx, actor, [change]);
  return accepted;
}
