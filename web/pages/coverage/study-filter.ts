import type { CoverageSearch } from './coverage-search.ts';

interface Study {
  hospital: string;
  study: string;
  /** As the matrix writes it, where that is known. */
  label?: string;
}

/** Whether hospital and words of the search leave a study in. */
export function isWanted(
  { hospital, study, label = '' }: Study,
  { hospital: wanted, find = '' }: Pick<CoverageSearch, 'hospital' | 'find'>,
): boolean {
  if (wanted !== undefined && hospital !== wanted) return false;
  const text = `${hospital} ${study} ${label}`.toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
