import type { AuditEntry } from '#src/domain/audit-entry.ts';
import { type AuditFilter, listAuditEntries } from '#src/repositories/audit-logs.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { listUsers } from '#src/repositories/users.ts';
import type { ServiceContext } from './service-context.ts';

export interface AuditedChange extends AuditEntry {
  /** Email of whoever did it; null where the user is not known. */
  userEmail: string | null;
}

export interface AuditService {
  /** Newest first. */
  list(filter: AuditFilter, page: PageRequest): Promise<Page<AuditedChange>>;
}

export function auditService(context: ServiceContext): AuditService {
  const { db } = context.database;
  return {
    async list(filter, request) {
      const page = await listAuditEntries(db, filter, request);
      const emails = new Map<string, string>();
      let cursor: string | null = null;
      do {
        const users = await listUsers(db, {}, { limit: 200, cursor });
        for (const user of users.items) emails.set(user.id, user.email);
        cursor = users.nextCursor;
      } while (cursor !== null);
      return { ...page, items: page.items.map((entry) => ({ ...entry, userEmail: emails.get(entry.userId) ?? null })) };
    },
  };
}
