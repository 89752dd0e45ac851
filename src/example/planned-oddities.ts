import type { LocalDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';

/** One row in place of the rota's: last name on the roster, or `---`; hours are the usual ones unless told. */
export interface PlannedPart {
  holder: string;
  hours?: [start: string, end: string];
  note?: string;
}

/** What the example's roster says instead of its rota on one date. */
export interface PlannedOddity {
  what: string;
  date: LocalDate;
  shiftType: ShiftType;
  /** None: the cell is open, the roster has no row at all. */
  parts: PlannedPart[];
}

export const VACANT = '---';

/** The nights and days that make the example worth looking at; each is one thing that happens on real rosters. */
export const PLANNED_ODDITIES: readonly PlannedOddity[] = [
  {
    what: 'a body-only reader stands in on Day, which reads neuro studies too',
    date: '2026-10-14' as LocalDate,
    shiftType: 'DAY',
    parts: [{ holder: 'Hallowfield', note: 'Stands in for Greavesend' }],
  },
  {
    what: 'a body-only reader falls sick at 19:30: the evening is re-cut back, and half of it has nobody on MidL',
    date: '2026-10-21' as LocalDate,
    shiftType: 'MidL',
    parts: [
      { holder: 'Hallowfield', hours: ['1600', '1930'], note: 'Sick, left at 7:30 pm' },
      { holder: VACANT, hours: ['1930', '0000'] },
    ],
  },
  {
    what: 'the night on which the clocks go back, swapped to a body-only reader',
    date: '2026-10-31' as LocalDate,
    shiftType: 'ON2',
    parts: [{ holder: 'Hallowfield', note: 'Swap with Ekenvik' }],
  },
  {
    what: 'hours of one evening that are not the usual ones',
    date: '2026-11-11' as LocalDate,
    shiftType: 'MidL',
    parts: [{ holder: 'Dunnock-Reyes', hours: ['1730', '2130'], note: 'Veterans Day hours' }],
  },
  {
    what: 'a neuro-only reader on MidL of a standard evening, which reads body studies too',
    date: '2026-11-18' as LocalDate,
    shiftType: 'MidL',
    parts: [{ holder: 'Ivanhall', note: 'Stands in for Vexley' }],
  },
  {
    what: 'a night that nobody has taken',
    date: '2026-11-24' as LocalDate,
    shiftType: 'ON2',
    parts: [{ holder: VACANT }],
  },
  {
    what: 'a day of 24 hours, on a holiday for which the matrix has no day sheet',
    date: '2026-11-26' as LocalDate,
    shiftType: 'DAY',
    parts: [{ holder: 'Thackwell', hours: ['0700', '0700'] }],
  },
  {
    what: 'an open cell',
    date: '2026-12-10' as LocalDate,
    shiftType: 'MidC',
    parts: [],
  },
  {
    what: 'a night in three parts over midnight, listed out of order, with a body-only reader in the middle',
    date: '2026-12-12' as LocalDate,
    shiftType: 'ON1',
    parts: [
      { holder: 'Crowhurst', hours: ['0100', '0400'] },
      { holder: 'Ashgrove', hours: ['2200', '0100'] },
      { holder: 'Quistholm', hours: ['0400', '0700'] },
    ],
  },
];

/** Mornings at a conference: rows that are no shifts, of people who are off that day. */
export const CONFERENCES = [
  { date: '2026-10-22' as LocalDate, holder: 'Quistholm' },
  { date: '2026-10-22' as LocalDate, holder: 'Greavesend' },
];
