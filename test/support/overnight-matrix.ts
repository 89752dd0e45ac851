/**
 * A matrix in the shape of a real department's: twelve evening and night sheets and a day sheet, every irregularity on
 * purpose. `Mid 00:00-01:00` has neither day type nor scenario and the columns of the night, `Mid Weekend 22:00-00:00` lies
 * inside the weekend's evening, the day sheet begins an hour before the night ends.
 */
import { type SheetPlan, sheet } from './schedule-facts.ts';

/**
 * One line a study, one column a sheet (in the order of SHEETS): D Day, C MidC, L MidL, 3 Mid3, 1 ON1, 2 ON2, B the Body
 * position, N the Neuro one; `.` a row without a mark, `-` no row.
 */
const CUT = `
Ashby CT Neuro       N C 3 N N C 3 3 1 N 1 N D
Ashby CT Chest       - - C B B C - 1 - - - - -
Ashby CT Body        B C C B B C L 1 1 B 1 B D
Ashby US             B L 3 B B L L 2 1 B 1 B D
Ashby DX Bone        N C C N N C 3 2 1 N 1 N .
Brook CT Head        N C L 3 3 L 3 3 2 N 2 N D
Brook CT Body        B L L L B L L 1 2 B 2 B -
Brook MR Spine       N L 3 3 3 3 3 3 2 N 2 N D
Brook DX Chest/Abd   B C C B B C L 1 2 B 2 B D
Fenwick Neuro        N C L N . 3 3 3 2 N 2 N -
Fenwick US           N C 3 N N C 3 2 1 N 1 N D
Heath Neuro CT       N L L N N L 3 3 1 N 2 N D
Heath Body CT        B L L B B L L 1 1 B 2 B D
Heath DX Bone        B C 3 B B C L 2 1 . 2 B D
`;

/** Name, and what B and N stand for. */
const SHEETS: [name: string, cut: '' | 'Mid' | 'ON'][] = [
  ['Mid Weekday Body 17:00-18:00', 'Mid'],
  ['Mid Weekday Neuro 17:00-18:00', ''],
  ['Mid Weekday Neuro 18:00-00:00', ''],
  ['Mid Weekday Body 18:00-00:00', 'Mid'],
  ['Mid Weekend Body 17:00-00:00', 'Mid'],
  ['Mid Weekend Neuro 17:00-00:00', ''],
  ['Mid Weekend 22:00-00:00', ''],
  ['Mid 00:00-01:00', ''],
  ['ON Weekday Neuro 01:00-08:00', ''],
  ['ON Weekday Body 01:00-08:00', 'ON'],
  ['ON Weekend Neuro 01:00-08:00', ''],
  ['ON Weekend Body 01:00-08:00', 'ON'],
  ['Day Weekday 07:00-17:00', ''],
];

const COLUMNS: Record<string, string> = { D: 'Day', C: 'MidC', L: 'MidL', 3: 'Mid3', 1: 'ON1', 2: 'ON2' };

const studies = CUT.trim()
  .split('\n')
  .map((line) => ({ label: line.slice(0, 21).trim(), letters: line.slice(21).trim().split(' ') }));

function markedPosition(letter: string, cut: string): string | null {
  if (letter === 'B') return `${cut} Body`;
  if (letter === 'N') return `${cut} Neuro`;
  return COLUMNS[letter] ?? null;
}

export function overnightSheets(): SheetPlan[] {
  return SHEETS.map(([name, cut], column) => {
    const rows = studies.flatMap(({ label, letters }) => {
      const letter = letters[column] ?? '-';
      return letter === '-' ? [] : [[label, markedPosition(letter, cut)] as const];
    });
    return sheet(name, Object.fromEntries(rows));
  });
}
