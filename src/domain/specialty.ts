/** Domain rule R2: who may read what. */
export const SPECIALTIES = ['BODY_ONLY', 'NEURO_ONLY', 'BOTH'] as const;
export type Specialty = (typeof SPECIALTIES)[number];

export const STUDY_TYPES = ['GENERAL', 'BODY', 'NEURO'] as const;
export type StudyType = (typeof STUDY_TYPES)[number];

/** A body-only person reads BODY and GENERAL, a neuro-only one NEURO and GENERAL, `BOTH` reads all. */
export function mayRead(specialty: Specialty, studyType: StudyType): boolean {
  if (studyType === 'GENERAL' || specialty === 'BOTH') return true;
  return specialty === (studyType === 'BODY' ? 'BODY_ONLY' : 'NEURO_ONLY');
}

/** A constraint is the set it admits; `BOTH` ("anyone") admits all. */
export function admits(constraint: Specialty, specialty: Specialty): boolean {
  return constraint === 'BOTH' || specialty === 'BOTH' || constraint === specialty;
}

/** The constraint that admits just the readers of a study type (R8). */
export function constraintOf(studyType: StudyType): Specialty {
  if (studyType === 'GENERAL') return 'BOTH';
  return studyType === 'BODY' ? 'BODY_ONLY' : 'NEURO_ONLY';
}

/** `BODY`, `neuro only`, `Both`, `anyone` and the stored spellings, or null. */
export function parseSpecialty(text: string): Specialty | null {
  const word = text
    .trim()
    .toUpperCase()
    .replace(/[\s_-]+/g, '_');
  if (word === 'BODY' || word === 'BODY_ONLY') return 'BODY_ONLY';
  if (word === 'NEURO' || word === 'NEURO_ONLY') return 'NEURO_ONLY';
  if (word === 'BOTH' || word === 'ANYONE' || word === 'ANY') return 'BOTH';
  return null;
}
