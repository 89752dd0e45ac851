import type { Gap } from '../coverage-queries.ts';
import type { CoverageSearch } from '../coverage-search.ts';
import { isWanted } from '../study-filter.ts';

export type GapFilter = Pick<
  CoverageSearch,
  'hospital' | 'find' | 'cause' | 'position' | 'gapsFrom' | 'gapsTo'
>;

/** The position of a gap whose row has no mark. */
export const NO_POSITION = 'none';

export function filterGaps(gaps: readonly Gap[], filter: GapFilter): Gap[] {
  const { cause, position, gapsFrom = '', gapsTo = '9999' } = filter;
  return gaps.filter(
    (gap) =>
      (cause === undefined || gap.cause === cause) &&
      (position === undefined || (gap.position ?? NO_POSITION) === position) &&
      gap.scheduleDate >= gapsFrom &&
      gap.scheduleDate <= gapsTo &&
      isWanted(gap, filter),
  );
}

/** Every position that has a gap, in order of name; those without one last. */
export function positionsOf(gaps: readonly Gap[]): string[] {
  const positions = new Set(gaps.map(({ position }) => position ?? NO_POSITION));
  const isMissing = positions.delete(NO_POSITION);
  return [...[...positions].toSorted(), ...(isMissing ? [NO_POSITION] : [])];
}
