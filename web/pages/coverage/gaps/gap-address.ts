import { type CoverageSearch, runKeyText } from '../coverage-search.ts';
import type { GapGroup } from './group-gaps.ts';

export interface GapStudy {
  hospital: string;
  study: string;
}

/** What the page shows for a gap of a study: the board at its date, its cause open. */
export const gapPlace = (
  { scheduleDate, from }: GapGroup,
  study: GapStudy,
): Required<Pick<CoverageSearch, 'from' | 'open'>> => ({
  from: scheduleDate,
  open: runKeyText({ ...study, at: from }),
});

/** Its address, for whoever it is sent to; it names the version, as another one may be in force by then. */
export const gapAddress = (department: string, version: string, group: GapGroup, study: GapStudy): string =>
  `/coverage?${new URLSearchParams({ department, version, ...gapPlace(group, study) }).toString()}`;
