import type { AuditedChange } from '#src/services/audit-service.ts';

export const AUDIT_COLUMNS =
  'at,user_email,user_id,action,resource,hospital_id,ip_address,old_values,new_values\r\n';

/** One entry as a line of RFC 4180; old and new values are JSON. */
export function presentAuditLine(entry: AuditedChange): string {
  const cells = [
    ...[entry.at, entry.userEmail, entry.userId, entry.action, entry.resource, entry.hospitalId],
    ...[entry.ipAddress, toJson(entry.oldValues), toJson(entry.newValues)],
  ];
  return `${cells.map((cell) => quote(cell ?? '')).join(',')}\r\n`;
}

/** A whole export, page by page. The columns come with the first page: what fails before it leaves no file behind. */
export async function* presentAuditCsv(pages: AsyncIterable<AuditedChange[]>): AsyncGenerator<string> {
  let columns = AUDIT_COLUMNS;
  for await (const page of pages) {
    yield columns + page.map(presentAuditLine).join('');
    columns = '';
  }
}

const toJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** What a spreadsheet would take for a formula is made text by an apostrophe. */
function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
