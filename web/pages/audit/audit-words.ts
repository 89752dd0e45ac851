import { codeText } from '#web/findings/message-place.ts';

/** What is written down, for a filter to offer. Any other can be typed. */
const ACTIONS = [
  ...['SIGNED_IN', 'SIGN_IN_FAILED', 'SIGNED_OUT', 'SIGNED_OUT_EVERYWHERE', 'PASSWORD_SET'],
  ...['USER_ADDED', 'USER_UPDATED', 'USER_DISABLED', 'TOKEN_CREATED', 'TOKEN_REVOKED'],
  ...['PERSON_ADDED', 'PERSON_UPDATED', 'MEMBERS_ADDED', 'HOSPITAL_ADDED', 'HOSPITAL_UPDATED'],
  ...['HOSPITAL_DISABLED', 'DEPARTMENT_SET', 'WARNINGS_ACCEPTED', 'WARNING_WITHDRAWN', 'BATCH_IMPORTED'],
  ...['BATCH_REFUSED', 'VERSION_CREATED', 'VERSION_PROMOTED', 'ERRORS_OVERRIDDEN', 'VERSION_ARCHIVED'],
  ...[
    'VERSION_COPIED',
    'VERSION_TRIMMED',
    'VERSION_DELETED',
    'SHIFT_ASSIGNED',
    'SHIFT_UNASSIGNED',
    'SHIFT_SWAPPED',
  ],
  ...['FEED_CREATED', 'FEED_REVOKED', 'WALL_CREATED', 'WALL_REVOKED', 'JOB_REQUESTED', 'JOB_RETRIED'],
  ...['JOB_CANCELLED', 'AUDIT_EXPORTED'],
];

export const ACTION_OPTIONS = ACTIONS.map((value) => ({ value, label: codeText(value) })).toSorted((a, b) =>
  a.label.localeCompare(b.label),
);

/** `person:01a2…4f9c` → `Person …4f9c`, not broken before the id */
export function resourceText(resource: string): string {
  const [kind = '', id = ''] = resource.split(':');
  const name = codeText(kind.toUpperCase());
  return id.length > 12 ? `${name}\u00a0…${id.slice(-6)}` : [name, id].filter(Boolean).join(' ');
}

/** The page on which the thing itself stands; null where there is none. */
export function placeOf(resource: string): { to: string; search: Record<string, string> } | null {
  const [kind, id] = resource.split(':');
  if (!id) return null;
  switch (kind) {
    case 'person':
      return { to: `/people/${id}`, search: {} };
    case 'schedule_version':
      return { to: `/versions/${id}`, search: {} };
    case 'job':
      return { to: `/jobs/${id}`, search: {} };
    case 'user':
      return { to: '/users', search: { user: id } };
    default:
      return null;
  }
}

/** `specialty` and `settings.rolloverHour` → `Specialty`, `Settings, rollover hour` */
export const valueName = (name: string): string => {
  const words = name
    .replaceAll('.', ', ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
