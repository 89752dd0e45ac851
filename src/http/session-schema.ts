import { z } from 'zod';
import { PERMISSION_NAMES, permissionsOf } from '#src/domain/permission.ts';
import type { Principal } from '#src/services/session-opening.ts';
import type { SessionView } from '#src/services/session-service.ts';
import { roleWord } from './answer-words.ts';

/** Who is signed in, and what there is for them. */
export const sessionSchema = z
  .object({
    user: z.object({
      id: z.uuid(),
      email: z.string(),
      role: roleWord,
      hospitalId: z.uuid().nullable().describe('own department or hospital'),
    }),
    name: z.string().describe('of the person with the same email, else the email'),
    personId: z.uuid().nullable().describe('of the person with the same email'),
    permissions: z
      .array(z.enum(PERMISSION_NAMES))
      .describe('what the role, and the scopes of a token, allow'),
    departments: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          timeZone: z.string().describe('IANA'),
          hasSchedule: z.boolean().describe('a version is in force there, on whatever dates'),
        }),
      )
      .describe('those that the user may ask who reads what, by code'),
  })
  .meta({ id: 'Session' });

export function presentSession(
  { user: { id, email, role, hospitalId }, scopes }: Pick<Principal, 'user' | 'scopes'>,
  { name, personId, departments }: SessionView,
): z.infer<typeof sessionSchema> {
  return {
    user: { id, email, role, hospitalId },
    ...{ name, personId, permissions: permissionsOf(role, scopes) },
    departments: departments.map(({ code, name: title, timeZone, hasSchedule }) => ({
      ...{ code, name: title, timeZone, hasSchedule },
    })),
  };
}
