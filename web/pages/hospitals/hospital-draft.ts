import type { Faults } from '#web/client/faults.ts';
import type { Hospital } from './hospitals-query.ts';

/** A hospital as a form holds it. */
export interface HospitalDraft {
  code: string;
  name: string;
  location: string;
  timeZone: string;
}

export const draftOf = ({ code, name, location, timeZone }: Hospital): HospitalDraft => ({
  ...{ code, name, location: location ?? '', timeZone },
});

export const checkHospital = ({ code, name, timeZone }: HospitalDraft): Faults<keyof HospitalDraft> => ({
  ...(code.trim() === '' && { code: 'Write the word that the matrix uses.' }),
  ...(name.trim() === '' && { name: 'Write the name.' }),
  ...(timeZone === '' && { timeZone: 'Choose the time zone of its clock.' }),
});

/** As the server takes it; the code stays apart, it cannot be changed. */
export const bodyOf = ({ name, location, timeZone }: HospitalDraft) => ({
  ...{ name: name.trim(), location: location.trim() || null, timeZone },
});
