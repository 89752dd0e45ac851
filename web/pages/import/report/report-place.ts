import type { ReportSearch } from '../import-search.ts';

/** What of a report is looked at, as the address says, and how to look at something else. */
export interface ReportPlace {
  search: ReportSearch;
  go(to: { [Key in keyof ReportSearch]: ReportSearch[Key] | undefined }): void;
}
