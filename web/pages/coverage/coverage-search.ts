import { dateOfSearch, textOf, wordOf } from '#web/router/search-text.ts';

/** From one schedule date, hours wide, to the whole version. */
export const ZOOMS = ['night', 'week', 'month', 'year'] as const;
export type Zoom = (typeof ZOOMS)[number];

export const CAUSES = ['NO_RULE', 'POSITION_EMPTY', 'SPECIALTY_MISMATCH'] as const;
type Cause = (typeof CAUSES)[number];

/** What the page shows, as its address says it. */
export interface CoverageSearch {
  /** Left out: the one in force. */
  version?: string;
  /** Left out: a week. */
  zoom?: Zoom;
  /** First schedule date in view; left out: today's. */
  from?: string;
  hospital?: string;
  /** Words of hospital, study or label. */
  find?: string;
  /** Id of the reader whose blocks stand out. */
  reader?: string;
  /** `HOSPITAL|study|instant` of the run whose reason is open. */
  open?: string;
  /** What the gaps are narrowed to. */
  cause?: Cause;
  position?: string;
  gapsFrom?: string;
  gapsTo?: string;
}

/** The change of some of it; what is undefined is taken out. */
export type SearchChange = { [Key in keyof CoverageSearch]?: CoverageSearch[Key] | undefined };

export function parseCoverageSearch(search: Record<string, unknown>): CoverageSearch {
  const found: SearchChange = {
    version: textOf(search, 'version'),
    zoom: wordOf(search, 'zoom', ZOOMS),
    from: dateOfSearch(search, 'from'),
    hospital: textOf(search, 'hospital'),
    find: textOf(search, 'find'),
    reader: textOf(search, 'reader'),
    open: parseRunKey(textOf(search, 'open')) ? textOf(search, 'open') : undefined,
    cause: wordOf(search, 'cause', CAUSES),
    position: textOf(search, 'position'),
    gapsFrom: dateOfSearch(search, 'gapsFrom'),
    gapsTo: dateOfSearch(search, 'gapsTo'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** A run of a study, by its first instant. */
export interface RunKey {
  hospital: string;
  study: string;
  at: string;
}

export const runKeyText = ({ hospital, study, at }: RunKey): string => `${hospital}|${study}|${at}`;

export function parseRunKey(text: string | undefined): RunKey | null {
  const [, hospital, study, at] = /^([^|]+)\|(.+)\|(\d{4}-\d\d-\d\dT\d\d:\d\d[^|]*)$/.exec(text ?? '') ?? [];
  return hospital && study && at ? { hospital, study, at } : null;
}
