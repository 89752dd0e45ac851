import type { Permission } from '#src/domain/permission.ts';
import { SCOPES, type Scope } from '#src/domain/permission.ts';

/** What a token with this scope may do; a wider one includes the narrower. */
export const SCOPE_WORDS: Record<Scope, { name: string; means: string }> = {
  ask: { name: 'Ask', means: 'who reads what, and the own duties' },
  read: { name: 'Read', means: 'versions, coverage, imports, people and settings' },
  schedule: { name: 'Schedule', means: 'import, change, promote, people and settings' },
  administer: { name: 'Administer', means: 'hospitals, users and audit, in every department' },
};

/** The scopes that somebody may give: never more than the own role may. */
export const scopesOf = (permissions: readonly Permission[]): Scope[] =>
  SCOPES.filter((scope) => permissions.includes(scope));
