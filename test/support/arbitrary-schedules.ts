import fc from 'fast-check';
import { spanText, toClockTime } from '#src/domain/clock-time.ts';
import type { RosterEntry, ScheduleFacts } from '#src/domain/coverage-facts.ts';
import { addDays, eachDate, type LocalDate } from '#src/domain/local-date.ts';
import { EFFECTIVE_POSITIONS, SHIFT_TYPES, type ShiftType } from '#src/domain/shift-type.ts';
import { SPECIALTIES, STUDY_TYPES } from '#src/domain/specialty.ts';
import { date, listRow, READERS, roster, type SheetPlan, scheduleFacts, sheet } from './schedule-facts.ts';

/** Days before a clock change: by an hour, at one and at two o'clock, at the equator of a half-hour zone, and none at all. */
const NIGHTS: [timeZone: string, firstDate: string][] = [
  ['America/New_York', '2026-03-07'],
  ['America/New_York', '2026-10-31'],
  ['Europe/London', '2026-03-28'],
  ['Europe/London', '2026-10-24'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Asia/Kolkata', '2026-05-01'],
];

const STUDIES = ['Ashby CT Neuro', 'Ashby US', 'Brook CT Chest', 'Brook Head MR'];
const COLUMNS = [...SHIFT_TYPES, ...EFFECTIVE_POSITIONS];
const NAMES = ['---', ...READERS.keys()];

/** Clock times on the quarter hour, often near the clock change; or any minute. */
function clockTimes(grid: 1 | 15): fc.Arbitrary<string> {
  const all = fc.integer({ min: 0, max: 24 * (60 / grid) - 1 });
  const night = fc.integer({ min: 0, max: 4 * (60 / grid) });
  return fc.oneof(all, night).map((steps) => toClockTime(steps * grid));
}

const windows = (grid: 1 | 15): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(clockTimes(grid), clockTimes(grid)).map(([a, b]) => `${a}-${b}`) },
    { weight: 1, arbitrary: clockTimes(grid).map((start) => `${start}-${start}`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('01:00-08:00', '17:00-00:00', '00:00-01:00', '02:00-03:00', '01:30-02:30'),
    },
  );

function sheets(grid: 1 | 15): fc.Arbitrary<SheetPlan> {
  const words = fc.tuple(
    fc.constantFrom('ON', 'ON', 'Mid', 'Mid', 'Day'),
    fc.constantFrom('', '', ' Weekday', ' Weekend'),
    fc.constantFrom('', ' Body', ' Neuro'),
    windows(grid),
  );
  // A study may stand in two rows: the first decides.
  const row = fc.tuple(fc.constantFrom(...STUDIES), fc.option(fc.constantFrom(...COLUMNS), { freq: 8 }));
  return fc
    .tuple(words, fc.array(row, { minLength: 1, maxLength: 5 }))
    .map(([[category, dayType, scenario, window], rows]) => ({
      ...sheet(`${category}${dayType}${scenario} ${window}`, {}),
      rows,
    }));
}

/** Nobody in the roster, one row with or without hours, or up to four parts in any order, with holes and overlaps. */
function holders(grid: 1 | 15): fc.Arbitrary<string | null> {
  const name = fc.constantFrom(...NAMES, 'Bell', 'Birch');
  const part = fc.tuple(name, windows(grid)).map((words) => words.join(' '));
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: name },
    { weight: 2, arbitrary: part },
    { weight: 4, arbitrary: fc.array(part, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(', ')) },
  );
}

function rosters(dates: readonly LocalDate[], grid: 1 | 15): fc.Arbitrary<RosterEntry[]> {
  const ofDate = fc.tuple(...SHIFT_TYPES.map(() => holders(grid)));
  return fc.tuple(...dates.map(() => ofDate)).map((all) =>
    all.flatMap((held, day) => {
      const named = held.flatMap((text, type) => (text === null ? [] : [[SHIFT_TYPES[type], text] as const]));
      return roster(dates[day] ?? '', Object.fromEntries(named) as Partial<Record<ShiftType, string>>);
    }),
  );
}

interface ListPlan {
  day: number;
  type: ShiftType;
  window: string;
  hospital: string;
  study: string;
  specialty: (typeof SPECIALTIES)[number];
}

function lists(dates: readonly LocalDate[], grid: 1 | 15): fc.Arbitrary<ReturnType<typeof listRow>[]> {
  const plan: fc.Arbitrary<ListPlan> = fc.record({
    day: fc.integer({ min: 0, max: dates.length - 1 }),
    type: fc.constantFrom(...SHIFT_TYPES),
    window: windows(grid),
    hospital: fc.constantFrom('Ashby', 'Brook'),
    study: fc.constantFrom(...STUDY_TYPES),
    specialty: fc.constantFrom(...SPECIALTIES),
  });
  const row = plan.map(({ day, type, window, hospital, study, specialty }) =>
    listRow(`${dates[day]} ${type} ${window} ${hospital} ${study}`, { specialty }),
  );
  return fc.array(row, { minLength: 1, maxLength: 8 });
}

/** Two or three days of any schedule that a matrix (or a flat list) and a roster could describe, around a clock change. */
export function arbitrarySchedules(
  layout: 'matrix' | 'list',
  grid: 1 | 15,
  days: 2 | 3,
): fc.Arbitrary<ScheduleFacts> {
  return fc.constantFrom(...NIGHTS).chain(([timeZone, first]) => {
    const dates = eachDate(date(first), addDays(date(first), days - 1));
    const rows =
      layout === 'matrix' ? fc.array(sheets(grid), { minLength: 1, maxLength: 6 }) : lists(dates, grid);
    return fc
      .record({
        rows,
        entries: rosters(dates, grid),
        rolloverHour: fc.constantFrom('00:00', '06:30', '08:00', '12:00'),
        holidays: fc.subarray(dates),
      })
      .map(({ rows: planned, ...plan }) => {
        const content =
          layout === 'matrix'
            ? { sheets: planned as SheetPlan[] }
            : { list: planned as ReturnType<typeof listRow>[] };
        return scheduleFacts({ ...plan, ...content, timeZone, from: first, to: dates.at(-1) ?? first });
      });
  });
}

/** A schedule in words, for the report of a difference. */
export function describeSchedule(facts: ScheduleFacts): string {
  return [
    `${facts.timeZone}, rollover ${facts.rolloverHour}, holidays ${facts.holidays.join(' ')}`,
    ...facts.rules.map((rule) => `${rule.sheet}: ${rule.label} ${rule.position ?? '-'}`),
    ...facts.instances.map(
      (each) => `${each.date} ${each.shiftType} ${spanText(each)} ${each.hospital} ${each.studyType}`,
    ),
    ...facts.entries.map((entry) => `${entry.date} ${entry.shiftType} ${entry.text}`),
  ].join('\n');
}
