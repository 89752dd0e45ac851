import type { Specialty } from '#src/domain/specialty.ts';
import type { Faults } from '#web/client/faults.ts';
import type { Person } from './people-query.ts';

/** A person as a form holds them. */
export interface PersonDraft {
  name: string;
  email: string;
  specialty: Specialty | '';
  aliases: string[];
  amionId: string;
  phone: string;
  pager: string;
}

export const NEW_PERSON: PersonDraft = {
  ...{ name: '', email: '', specialty: '', aliases: [], amionId: '', phone: '', pager: '' },
};

export const draftOf = ({ name, email, specialty, aliases, amionId, phone, pager }: Person): PersonDraft => ({
  ...{ name, email, specialty, aliases, amionId: amionId ?? '', phone: phone ?? '', pager: pager ?? '' },
});

/** What is missing. Whether an email is one, the server says. */
export function checkPerson({ name, email, specialty }: PersonDraft): Faults<keyof PersonDraft> {
  return {
    ...(name.trim() === '' && { name: 'Write the name as the roster has it.' }),
    ...(email.trim() === '' && { email: 'Write the email: it tells people apart.' }),
    ...(specialty === '' && { specialty: 'Choose what the person reads.' }),
  };
}

const orNull = (text: string): string | null => text.trim() || null;

/** As the server takes it. Only for a draft in which nothing is missing. */
export function bodyOf({ name, email, specialty, aliases, ...reach }: PersonDraft) {
  if (specialty === '') throw new Error('The draft has no specialty');
  const { amionId, phone, pager } = reach;
  return {
    ...{ name: name.trim(), email: email.trim(), specialty, aliases },
    ...{ amionId: orNull(amionId), phone: orNull(phone), pager: orNull(pager) },
  };
}
