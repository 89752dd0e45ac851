import { CodedError } from '#src/domain/errors.ts';
import type { Person } from '#src/domain/person.ts';
import type { User } from '#src/domain/user.ts';
import type { CliContext } from './cli-context.ts';
import { listAll } from './list-all.ts';

/** Whoever has this email, as it is or else however it is capitalised; BAD_REQUEST where nobody has it. */
export async function findPerson(context: CliContext, email: string): Promise<Person> {
  const { people } = await context.services();
  const alike = await listAll((request) => people.list({ search: email.trim() }, request));
  return findByEmail(alike, email, `There is no person with the email "${email}". See schedcu people list.`);
}

export async function findUser(context: CliContext, email: string): Promise<User> {
  const { users } = await context.services();
  const alike = await listAll((request) => users.page({ search: email.trim() }, request));
  return findByEmail(alike, email, `There is no user "${email}". See schedcu users list.`);
}

function findByEmail<T extends { email: string }>(list: readonly T[], text: string, says: string): T {
  const email = text.trim();
  const found =
    list.find((each) => each.email === email) ??
    list.find((each) => each.email.toLowerCase() === email.toLowerCase());
  if (found) return found;
  throw new CodedError('BAD_REQUEST', says, { email });
}
