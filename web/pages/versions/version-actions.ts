import { type VersionStatus, versionCan } from '#src/domain/schedule-version.ts';

/** What the page offers to do with a whole version. */
export type PageAction = 'promote' | 'copy' | 'archive' | 'delete';

interface Standing {
  status: VersionStatus;
  /** Whether the role may change schedules. */
  maySchedule: boolean;
  /** Warnings that nobody has accepted. */
  openWarnings: number;
}

const OTHER_STATE: Record<PageAction, Partial<Record<VersionStatus, string>>> = {
  promote: {
    PRODUCTION: 'It is in production already.',
    ARCHIVED: 'It is archived. Copy it, and promote the copy.',
  },
  copy: {},
  archive: { ARCHIVED: 'It is archived already.' },
  delete: {
    PRODUCTION: 'What is in force stays as evidence of who was on call. Archive it instead.',
    ARCHIVED: 'Archived versions are evidence of who was on call: they stay.',
  },
};

/** Why an action cannot be taken now, in words for beside its button; null: it can. By the table that the server goes by. */
export function whyNot(action: PageAction, { status, maySchedule, openWarnings }: Standing): string | null {
  if (!maySchedule) return 'Only schedulers and administrators may do this.';
  if (!versionCan(action, status)) return OTHER_STATE[action][status] ?? `Its status is ${status}.`;
  if (action !== 'promote' || openWarnings === 0) return null;
  return openWarnings === 1
    ? 'One warning is open: accept it with a reason, or mend what it names.'
    : `${openWarnings} warnings are open: accept them with a reason, or mend what they name.`;
}
