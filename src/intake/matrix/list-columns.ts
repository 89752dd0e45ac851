/**
 * The header of a flat list, in any order, case and usual spelling: `Date`, `shift_type`, `Start Time`, `Hospital Code` are
 * columns of it; a column that is none (`Remarks`) is passed over.
 */
import type { SheetRow } from './sheet-rows.ts';

export const REQUIRED_COLUMNS = ['date', 'shiftType', 'start', 'end', 'hospital'] as const;
export const OPTIONAL_COLUMNS = ['studyType', 'specialty', 'coverage', 'mandatory'] as const;
export type ListColumn = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];

export const COLUMN_NAMES: Record<ListColumn, string> = {
  date: 'Date',
  shiftType: 'Shift Type',
  start: 'Start',
  end: 'End',
  hospital: 'Hospital',
  studyType: 'Study Type',
  specialty: 'Specialty',
  coverage: 'Coverage',
  mandatory: 'Mandatory',
};

const SPELLINGS: Record<ListColumn, string> = {
  date: 'date shiftdate scheduledate scheduleddate dateofshift workdate day dateiso',
  shiftType: 'shifttype shift type shiftname shiftcode position shifttypes shiftid',
  start: 'start starttime starts from begin begins begintime shiftstart timestart startsat starthour timein',
  end: 'end endtime ends to until finish finishtime shiftend timeend endsat endhour stop stoptime till timeout',
  hospital:
    'hospital hospitalcode hospitalname hospitalid site sitecode sitename facility facilitycode location campus',
  studyType: 'studytype study studies studytypes examtype exam studylabel',
  specialty:
    'specialty speciality specialtyconstraint specialityconstraint constraint requiredspecialty specialtyrequired subspecialty specialties',
  coverage:
    'coverage desiredcoverage desired desiredcount requiredcoverage coveragerequired coveragecount count headcount number numberneeded needed staff readers people',
  mandatory: 'mandatory ismandatory required isrequired must obligatory compulsory mandatoryshift',
};

/** The spellings of a column stand from its own name to words that only may mean it: `Day` is often the day of the week. */
interface ColumnSpelling {
  column: ListColumn;
  rank: number;
}

const columnBySpelling = new Map<string, ColumnSpelling>(
  (Object.keys(SPELLINGS) as ListColumn[]).flatMap((column) =>
    SPELLINGS[column].split(' ').map((spelling, rank) => [spelling, { column, rank }] as const),
  ),
);

export interface ListHeader {
  row: number;
  /** Where each column stands, from 0. */
  columns: ReadonlyMap<ListColumn, number>;
  /** Other headings by their column. */
  others: ReadonlyMap<number, string>;
}

/** The column that a heading names, or null. */
export function parseListColumn(heading: string): ColumnSpelling | null {
  const spelling = heading
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return columnBySpelling.get(spelling) ?? null;
}

/**
 * The header that a row is, or null where it names fewer than `least` columns. Of several headings that could name one
 * column the plainest does: beside `Date` a column `Day` is none of the list's.
 */
export function findListHeader(row: SheetRow, least: number): ListHeader | null {
  if (row.cells.size < least) return null;
  const best = new Map<ListColumn, { at: number; rank: number }>();
  for (const [at, cell] of row.cells) {
    const named = cell.kind === 'text' ? parseListColumn(cell.text) : null;
    if (named === null) continue;
    const rival = best.get(named.column);
    if (!rival || named.rank < rival.rank) best.set(named.column, { at, rank: named.rank });
  }
  const columns = new Map([...best].map(([column, { at }]) => [column, at] as const));
  const taken = new Set(columns.values());
  const others = new Map<number, string>();
  for (const [at, cell] of row.cells) if (!taken.has(at)) others.set(at, cell.text.trim());
  return columns.size < least ? null : { row: row.row, columns, others };
}
