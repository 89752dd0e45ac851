import type { AuditEntry } from '#src/domain/audit-entry.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { UserId, VersionId } from '#src/domain/ids.ts';
import type { Actor } from '#src/domain/user.ts';
import { parseUtcInstant } from '#src/domain/utc-instant.ts';
import { type AuditFilter, listAuditEntries } from '#src/repositories/audit-logs.ts';
import { findDepartmentByCode } from '#src/repositories/department-settings.ts';
import { listHospitalCodes } from '#src/repositories/hospitals.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { listBatches } from '#src/repositories/scrape-batches.ts';
import { findUserByEmail, listUserEmails } from '#src/repositories/users.ts';
import { recordChanges } from './audit-trail.ts';
import type { ServiceContext } from './service-context.ts';

export interface AuditedChange extends AuditEntry {
  /** Email of whoever did it; null where the user is not known. */
  userEmail: string | null;
  /** Code of the hospital or department it belongs to, where it belongs to one. */
  department: string | null;
}

/** Which entries: all that are given must fit. */
export interface AuditQuestion {
  /** Email of whoever did it. */
  user?: string | undefined;
  action?: string | undefined;
  resource?: string | undefined;
  /** Code of the department. */
  department?: string | undefined;
  /** Instants: from this one on, and before that one. */
  since?: string | undefined;
  before?: string | undefined;
}

export interface AuditService {
  /** Newest first. A user or department that nobody knows has no entries. */
  list(question: AuditQuestion, page: PageRequest): Promise<Page<AuditedChange>>;
  /** What was done to a version, its newest imports among it; newest first. */
  listHistory(versionId: VersionId, page: PageRequest): Promise<Page<AuditedChange>>;
  /** Every entry, newest first, page by page. That they were taken out is itself written down, before the first. */
  exportAll(question: AuditQuestion, actor: Actor): AsyncGenerator<AuditedChange[]>;
}

/** Matches nothing: no row has this id. */
const NOBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export function auditService({ database: { db } }: ServiceContext): AuditService {
  const filterOf = async ({ user, department, ...plain }: AuditQuestion): Promise<AuditFilter> => {
    const { since, before } = plain;
    const span = {
      since: since === undefined ? since : requireInstant(since),
      before: before === undefined ? before : requireInstant(before),
    };
    const given = Object.entries({ ...plain, ...span }).filter(([, value]) => value !== undefined);
    const userId = user && ((await findUserByEmail(db, user.trim()))?.id ?? NOBODY);
    const hospitalId = department && ((await findDepartmentByCode(db, department))?.id ?? NOBODY);
    const found = { ...(userId && { userId }), ...(hospitalId && { hospitalId }) };
    return { ...Object.fromEntries(given), ...found } as AuditFilter;
  };
  const load = async (filter: AuditFilter, request: PageRequest): Promise<Page<AuditedChange>> => {
    const page = await listAuditEntries(db, filter, request);
    const emails = await listUserEmails(db, [...new Set(page.items.map(({ userId }): UserId => userId))]);
    const codes = await listHospitalCodes(db, [
      ...new Set(page.items.flatMap(({ hospitalId }) => hospitalId ?? [])),
    ]);
    const named = page.items.map((entry) => ({
      ...entry,
      userEmail: emails.get(entry.userId) ?? null,
      department: (entry.hospitalId && codes.get(entry.hospitalId)) ?? null,
    }));
    return { ...page, items: named };
  };

  return {
    list: async (question, request) => await load(await filterOf(question), request),

    async listHistory(versionId, request) {
      const batches = (await listBatches(db, { versionId }, { limit: 200 })).items;
      const imports = batches.map(({ id }) => `scrape_batch:${id}`);
      return await load({ resources: [`schedule_version:${versionId}`, ...imports] }, request);
    },

    async *exportAll(question, actor) {
      const filter = await filterOf(question);
      await recordChanges(db, actor, [
        { action: 'AUDIT_EXPORTED', resource: 'audit', hospitalId: null, after: question },
      ]);
      let cursor: string | null = null;
      do {
        const page: Page<AuditedChange> = await load(filter, { limit: 200, cursor });
        yield page.items;
        cursor = page.nextCursor;
      } while (cursor !== null);
    },
  };
}

/** A date alone is its first moment in UTC. */
function requireInstant(text: string): string {
  const instant = parseUtcInstant(text);
  if (instant !== null) return instant;
  throw new CodedError(
    'BAD_REQUEST',
    `"${text}" is no instant. Write one like 2026-11-23T02:30:00Z, or a date.`,
  );
}
