import type { User } from '#src/domain/user.ts';
import type { CliAnswer, CliContext } from './cli-context.ts';
import { stateOf } from './state-option.ts';

/** Users with the code of the own department or hospital, as the API answers them. */
export async function presentUsers(context: CliContext, users: readonly User[]) {
  const { hospitals } = await context.services();
  const codes = await hospitals.codesOf(users.map(({ hospitalId }) => hospitalId));
  return users.map((user) => ({
    ...user,
    department: (user.hospitalId && codes.get(user.hospitalId)) ?? null,
  }));
}

/** What a command that changed one user answers: what it says, or all that is known of the user. */
export async function presentUser(context: CliContext, changed: User, says?: string): Promise<CliAnswer> {
  const [user] = await presentUsers(context, [changed]);
  if (!user) throw new Error('A user was lost on the way out');
  const facts = [
    user.email,
    `  role          ${user.role}`,
    `  department    ${user.department ?? 'none'}`,
    `  state         ${stateOf(user)}`,
    `  last sign-in  ${signInOf(user) ?? 'never'}`,
  ];
  return { document: { user }, text: says === undefined ? facts : [says], status: 0 };
}

/** In UTC, to the minute. */
export const signInOf = ({ lastLoginAt }: User): string | null =>
  lastLoginAt?.slice(0, 16).replace('T', ' ') ?? null;
