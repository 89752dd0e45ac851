import { MIN_PASSWORD, passwordFault } from '#src/domain/password-rule.ts';
import type { Role } from '#src/domain/user.ts';
import type { Faults } from '#web/client/faults.ts';

/** A new user as a form holds one. */
export interface UserDraft {
  email: string;
  role: Role;
  /** Code; empty for none. */
  department: string;
  /** Empty: signs in otherwise. */
  password: string;
}

export const PASSWORD_HINT = `At least ${MIN_PASSWORD} characters; a sentence is easy to remember. No words that are easy to guess.`;

/** What can be said without asking the server. */
export function checkUser({ email, role, department, password }: UserDraft): Faults<keyof UserDraft> {
  const fault = password === '' ? null : passwordFault(password, email);
  return {
    ...(email.trim() === '' && { email: 'Write the email that the user signs in with.' }),
    ...departmentFault(role, department),
    ...(fault && { password: fault }),
  };
}

/** Every role but the administrator's belongs somewhere. */
export const departmentFault = (role: Role, department: string): { department?: string } =>
  role !== 'ADMIN' && department === '' ? { department: 'Choose the department or hospital.' } : {};
