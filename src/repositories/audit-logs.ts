import type { AuditEntry } from '#src/domain/audit-entry.ts';
import type { HospitalId, UserId } from '#src/domain/ids.ts';
import { idPart } from '#src/domain/list-cursor.ts';
import type { Db } from './database.ts';
import { insertRows } from './insert-rows.ts';
import { type Page, type PageRequest, pagePosition, toPage } from './page.ts';
import { toStoredJson } from './stored-json.ts';

/** Writes what was done, in the transaction of the change; `at` is the database's time of that transaction. */
export async function insertAuditEntries(db: Db, entries: readonly Omit<AuditEntry, 'at'>[]): Promise<void> {
  await insertRows<Omit<AuditEntry, 'at'>>(
    db,
    'audit_logs',
    [
      { name: 'id', type: 'uuid', value: (entry) => entry.id },
      { name: 'user_id', type: 'uuid', value: (entry) => entry.userId },
      { name: 'action', type: 'text', value: (entry) => entry.action },
      { name: 'resource', type: 'text', value: (entry) => entry.resource },
      { name: 'old_values', type: 'text', value: (entry) => toText(entry.oldValues) },
      { name: 'new_values', type: 'text', value: (entry) => toText(entry.newValues) },
      { name: 'ip_address', type: 'inet', value: (entry) => entry.ipAddress },
      { name: 'hospital_id', type: 'uuid', value: (entry) => entry.hospitalId },
    ],
    entries,
  );
}

/** One entry as a part of another statement. */
export function auditInsert(db: Pick<Db, 'insertInto'>, entry: Omit<AuditEntry, 'at'>) {
  return db.insertInto('audit_logs').values({
    id: entry.id,
    user_id: entry.userId,
    action: entry.action,
    resource: entry.resource,
    old_values: toText(entry.oldValues),
    new_values: toText(entry.newValues),
    ip_address: entry.ipAddress,
    hospital_id: entry.hospitalId,
  });
}

export interface AuditFilter {
  userId?: UserId;
  action?: string;
  resource?: string;
  /** Any of these. */
  resources?: readonly string[];
  hospitalId?: HospitalId;
  /** Instants: from this one on, and before that one. */
  since?: string;
  before?: string;
}

/** A history (of several resources) is a list of its own, named for the first of them. */
const nameOf = ({ resources }: AuditFilter): string => (resources ? `history of ${resources[0]}` : 'audit');

/** Newest first. */
export async function listAuditEntries(
  db: Db,
  filter: AuditFilter = {},
  request: PageRequest = {},
): Promise<Page<AuditEntry>> {
  const position = pagePosition(request, { name: nameOf(filter), key: [idPart] });
  const [after] = position.after ?? [];
  let query = db
    .selectFrom('audit_logs')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(position.limit + 1);
  if (after !== undefined) query = query.where('id', '<', after);
  if (filter.userId) query = query.where('user_id', '=', filter.userId);
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.resource) query = query.where('resource', '=', filter.resource);
  if (filter.resources) query = query.where('resource', 'in', filter.resources);
  if (filter.hospitalId) query = query.where('hospital_id', '=', filter.hospitalId);
  if (filter.since) query = query.where('timestamp', '>=', filter.since);
  if (filter.before) query = query.where('timestamp', '<', filter.before);
  const rows = await query.execute();
  return toPage(
    rows,
    position,
    (row): AuditEntry => ({
      id: row.id,
      userId: row.user_id as UserId,
      action: row.action,
      resource: row.resource,
      oldValues: fromText(row.old_values),
      newValues: fromText(row.new_values),
      at: row.timestamp,
      ipAddress: row.ip_address,
      hospitalId: row.hospital_id as HospitalId | null,
    }),
    (row) => [row.id],
  );
}

/** The columns are TEXT and hold JSON; null and undefined are "no value". */
const toText = (value: unknown): string | null =>
  value === null || value === undefined ? null : toStoredJson(value);
const fromText = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
