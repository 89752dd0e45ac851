import type { HospitalId } from './ids.ts';
import type { Role } from './user.ts';

/** What may be done, as one table for server and page alike; from the narrowest to the widest. */
export const PERMISSIONS = {
  /** Who reads what. */
  ask: ['ADMIN', 'SCHEDULER', 'VIEWER', 'USER'],
  /** Own assignments and own feed. */
  own: ['ADMIN', 'SCHEDULER', 'VIEWER', 'USER'],
  /** Versions, coverage, imports, jobs, people, settings, history of the own department. */
  read: ['ADMIN', 'SCHEDULER', 'VIEWER'],
  /** Import, change by hand, accept, promote, archive, people, settings. */
  schedule: ['ADMIN', 'SCHEDULER'],
  /** Hospitals, users, audit, everything of every department. */
  administer: ['ADMIN'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function roleMay(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

/** An ADMIN belongs everywhere, everybody else to the own department or hospital. */
export function belongsTo(
  user: { role: Role; hospitalId: HospitalId | null },
  hospitalId: HospitalId,
): boolean {
  return user.role === 'ADMIN' || user.hospitalId === hospitalId;
}

/** What a bearer token may be used for; the user's role bounds it. */
export const SCOPES = ['ask', 'read', 'schedule', 'administer'] as const;
export type Scope = (typeof SCOPES)[number];

/** A wider scope includes the narrower ones; whoever may ask may also see what is their own. */
export function scopesAllow(scopes: readonly Scope[], permission: Permission): boolean {
  const needed = PERMISSION_NAMES.indexOf(permission);
  return scopes.some(
    (scope) => PERMISSION_NAMES.indexOf(scope) >= needed || (permission === 'own' && scope === 'ask'),
  );
}

/** Everything that a role may do, by a token within its scopes; null: no token, the role alone decides. */
export function permissionsOf(role: Role, scopes: readonly Scope[] | null): Permission[] {
  return PERMISSION_NAMES.filter(
    (permission) => roleMay(role, permission) && (scopes === null || scopesAllow(scopes, permission)),
  );
}
