import type { LocalDate } from '#src/domain/local-date.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { EXAMPLE_PEOPLE } from './people.ts';
import type { ExampleAssignment, ExampleRoster } from './roster.ts';
import { SHIFT_PATTERNS } from './shift-pattern.ts';

/** The nights between two blocks of the rota, whose first readers have changed places since it was put in force. */
const SWAPPED: readonly [LocalDate, LocalDate] = ['2026-12-06' as LocalDate, '2026-12-07' as LocalDate];
/** An evening that somebody leaves earlier than it was agreed. */
const SHORTENED = { date: '2026-12-15' as LocalDate, shiftType: 'Mid3', end: '2300' } as const;
/** The open cell of the first roster, which somebody has taken. */
const TAKEN = {
  date: '2026-12-10' as LocalDate,
  like: '2026-12-09' as LocalDate,
  shiftType: 'MidC',
} as const;

/** The example's roster as Amion has it later: what a department sees as drift. */
export function laterRoster({ staff, assignments }: ExampleRoster): ExampleRoster {
  const find = (date: LocalDate, shiftType: ShiftType): ExampleAssignment | undefined =>
    assignments.find((row) => row.date === date && row.uniqueId === SHIFT_PATTERNS[shiftType].uniqueId);
  const swapped = SWAPPED.map((date) => find(date, 'ON1'));
  const taken = find(TAKEN.like, TAKEN.shiftType);
  const busy = assignments.filter(({ date }) => date === TAKEN.date).map(({ staffName }) => staffName);
  const free = EXAMPLE_PEOPLE.find(
    ({ specialty, rosterName }) => specialty === 'BOTH' && !busy.includes(rosterName),
  );
  const later = assignments.map((row) => {
    const other = swapped[row === swapped[0] ? 1 : row === swapped[1] ? 0 : -1];
    if (other) return { ...row, staffName: other.staffName, staffUniqueId: other.staffUniqueId };
    return row === find(SHORTENED.date, SHORTENED.shiftType) ? { ...row, end: SHORTENED.end } : row;
  });
  const row = taken &&
    free && { ...taken, date: TAKEN.date, staffName: free.rosterName, staffUniqueId: free.amionId };
  return { staff, assignments: row ? [...later, row] : later };
}
