import type { PersonId } from '#src/domain/ids.ts';
import { roleMay } from '#src/domain/permission.ts';
import type { User } from '#src/domain/user.ts';
import { type AskableDepartment, listAskableDepartments } from '#src/repositories/askable-departments.ts';
import { findPersonByEmail } from '#src/repositories/persons.ts';
import type { ServiceContext } from './service-context.ts';

/** Who a user is, and which departments there are for them. */
export interface SessionView {
  /** Of the person with the user's email, else the email. */
  name: string;
  personId: PersonId | null;
  /** By code. */
  departments: AskableDepartment[];
}

export interface SessionService {
  /** Two queries. */
  view(user: User): Promise<SessionView>;
}

export function sessionService({ database: { db } }: ServiceContext): SessionService {
  return {
    async view(user) {
      const person = await findPersonByEmail(db, user.email);
      return {
        name: person?.name ?? user.email,
        personId: person?.id ?? null,
        departments: await askableBy(user),
      };
    },
  };

  /** Every one for an ADMIN. A hospital that others read for is itself shown only to those who could make it a department. */
  async function askableBy({ role, hospitalId }: User): Promise<AskableDepartment[]> {
    if (role === 'ADMIN') return await listAskableDepartments(db, null);
    if (hospitalId === null) return [];
    const found = await listAskableDepartments(db, hospitalId);
    const isOnlyCovered = found.length > 1 && !roleMay(role, 'read');
    return found.filter(({ id, ownsSchedule }) => id !== hospitalId || ownsSchedule || !isOnlyCovered);
  }
}
