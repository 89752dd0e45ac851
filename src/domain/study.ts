import type { StudyType } from './specialty.ts';

/** What a label of the matrix names at one hospital (R1). */
export interface Study {
  /** Modality before region, in one spelling: `Neuro CT` and `ct neuro` are both `CT Neuro`. */
  study: string;
  studyType: StudyType;
}

const MODALITIES = new Set(
  'CT CTA MR MRI MRA DX XR CR DR US NM PET SPECT FL RF FLUORO MG MAMMO IR XA DXA'.split(' '),
);
const NEURO = ['neuro', 'brain', 'head', 'spine'];
const BODY = ['body', 'chest', 'abd'];

const capitalised = (word: string): string => {
  const plain = word === word.toLowerCase() || (word === word.toUpperCase() && word.length > 3);
  return plain ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word;
};

/** Ordinary spaces only, none at the ends, none doubled (non-breaking and line breaks are spaces too). */
export function collapseSpaces(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** The study of a label without its hospital, e.g. `DX Chest/Abd`, `Neuro CT`, `US`. */
export function parseStudy(label: string): Study {
  const words = collapseSpaces(label).split(' ').filter(Boolean);
  const isModality = (word: string): boolean => MODALITIES.has(word.toUpperCase());
  const modality = words.filter(isModality).map((word) => word.toUpperCase());
  const region = words
    .filter((word) => !isModality(word))
    .map((word) => word.split('/').map(capitalised).join('/'));
  return { study: [...modality, ...region].join(' '), studyType: studyTypeOf(words) };
}

/** Whether a text is a study label at all: it has a modality, or a region that R1 knows (or bone). */
export function namesStudy(label: string): boolean {
  const words = collapseSpaces(label).split(' ');
  return (
    words.some((word) => MODALITIES.has(word.toUpperCase())) ||
    studyTypeOf(words) !== 'GENERAL' ||
    /\bbones?\b/i.test(label)
  );
}

function studyTypeOf(words: string[]): StudyType {
  const parts = words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const begins = (beginnings: string[]): boolean =>
    parts.some((part) => beginnings.some((beginning) => part.startsWith(beginning)));
  if (begins(NEURO)) return 'NEURO';
  return begins(BODY) ? 'BODY' : 'GENERAL';
}

/** One key for a study at a hospital, equal where case differs. */
export function studyKey(hospital: string, study: string): string {
  return `${hospital}\n${study}`.toLowerCase();
}
