import { ROLES, type Role } from '#src/domain/user.ts';
import { textOf, wordOf } from '#web/router/search-text.ts';

/** Which users a list shows; left out: those who may sign in. */
const SHOWN = ['disabled', 'all'] as const;

export interface UsersSearch {
  /** A part of the email. */
  find?: string;
  role?: Role;
  /** Code of their department or hospital; `department` is the one that the page is about. */
  of?: string;
  show?: (typeof SHOWN)[number];
  /** Id of the one who is open. */
  user?: string;
}

/** What is to change in the address; undefined leaves it out. */
export type UsersChange = { [Key in keyof UsersSearch]?: UsersSearch[Key] | undefined };

/** What the address asks for; anything that is not what it should be counts as left out. */
export function readUsersSearch(search: Record<string, unknown>): UsersSearch {
  const [find, of, user] = [textOf(search, 'find'), textOf(search, 'of'), textOf(search, 'user')];
  const [role, show] = [wordOf(search, 'role', ROLES), wordOf(search, 'show', SHOWN)];
  return {
    ...{ ...(find && { find }), ...(of && { of }), ...(user && { user }) },
    ...{ ...(role && { role }), ...(show && { show }) },
  };
}
