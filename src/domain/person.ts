import type { PersonId } from './ids.ts';
import type { Specialty } from './specialty.ts';

/** A radiologist. `name` is as the scheduler writes it; `aliases` are the other spellings that reports use. */
export interface Person {
  id: PersonId;
  email: string;
  name: string;
  specialty: Specialty;
  active: boolean;
  aliases: string[];
  /** Amion's unique id for the person, where known. */
  amionId: string | null;
  phone: string | null;
  pager: string | null;
}
