import { DEFAULT_ROLLOVER } from '#src/domain/department.ts';
import type { LocalDate } from '#src/domain/local-date.ts';

export interface ExampleHospital {
  /** The word, or words, that the matrix uses. */
  code: string;
  name: string;
  location: string;
  timeZone: string;
}

/** The example's period: three months with the end of daylight saving time (2026-11-01) inside. */
export const EXAMPLE_PERIOD = { from: '2026-10-01' as LocalDate, to: '2026-12-31' as LocalDate };

/** The hospital that owns the example's schedule, and its settings. */
export const EXAMPLE_DEPARTMENT = {
  code: 'HARBOR',
  timeZone: 'America/New_York',
  rolloverHour: DEFAULT_ROLLOVER,
  /** Thanksgiving and Christmas. */
  holidays: ['2026-11-26' as LocalDate, '2026-12-25' as LocalDate],
};

const timeZone = EXAMPLE_DEPARTMENT.timeZone;

/** An invented group: a large house, a mid-sized one, one whose code has two words, a children's hospital. */
export const EXAMPLE_HOSPITALS: readonly ExampleHospital[] = [
  { code: 'HARBOR', name: 'Harbor General Hospital', location: 'Wrenfield, Harbor Street', timeZone },
  { code: 'MERCY', name: 'Mercy Hill Medical Center', location: 'Wrenfield, Mercy Hill', timeZone },
  { code: 'St Anne', name: 'St Anne Community Hospital', location: 'Oxley Crossing', timeZone },
  { code: 'LAKE', name: "Lake Children's Hospital", location: 'Pondmere', timeZone },
];
