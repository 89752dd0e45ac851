import type { HospitalId, UserId } from './ids.ts';

export const ROLES = ['ADMIN', 'SCHEDULER', 'VIEWER', 'USER'] as const;
export type Role = (typeof ROLES)[number];

/** How somebody can sign in: by password always, by a provider of OpenID Connect where one is configured. */
export const SIGN_IN_METHODS = ['password', 'provider'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Who may sign in. The person with the same email is the same human being. */
export interface User {
  id: UserId;
  email: string;
  role: Role;
  /** Own department or hospital; null for an ADMIN, who sees all. */
  hospitalId: HospitalId | null;
  active: boolean;
  lastLoginAt: string | null;
}

/** Who does something, for audit rows: a user, and the address it came from (null: this machine). */
export interface Actor {
  userId: UserId;
  ipAddress: string | null;
}

/** Whom audit rows name where no user asked for it, or none is known. */
export const NOBODY = '00000000-0000-0000-0000-000000000000' as UserId;

/** Where the users of the command line have their email: one for each operating-system user. They cannot sign in. */
export const COMMAND_LINE_DOMAIN = '@command-line.invalid';
