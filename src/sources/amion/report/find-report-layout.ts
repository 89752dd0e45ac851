import type { ReportKind } from '#src/domain/roster.ts';
import { looksLikeDate } from '../parse-amion-date.ts';
import { looksLikeTime } from '../parse-amion-time.ts';
import { type Delimiter, LEAST_FIELDS, splitFields } from './split-fields.ts';
import type { ReportLine } from './split-lines.ts';

/** Columns of a report of assignments, counted from the staff name. */
export const COLUMN = {
  name: 0,
  staffId: 1,
  assignment: 3,
  assignmentId: 4,
  date: 6,
  start: 7,
  end: 8,
  staffType: 9,
  pager: 10,
  phone: 11,
  email: 12,
  note: 14,
  type: 15,
} as const;

/** How the lines of one report are divided. */
export interface ReportLayout {
  delimiter: Delimiter;
  /** 1 where a Division column stands first (a hospital-wide login). */
  offset: 0 | 1;
  kind: ReportKind;
  /** Fields of the shortest line of data that is surely whole. */
  fields: number;
  /** Whether times keep their leading zeros (`0700`). */
  padded: boolean;
}

type Division = Pick<ReportLayout, 'delimiter' | 'offset'>;

const CANDIDATES: Division[] = [
  { delimiter: ',', offset: 0 },
  { delimiter: '\t', offset: 0 },
  { delimiter: ',', offset: 1 },
  { delimiter: '\t', offset: 1 },
];

/** A line of data in some division. */
interface DataLine {
  fields: string[];
  ended: boolean;
}

/**
 * The layout in which most lines are data: enough fields, and a date (or failing that, two times) in the expected
 * columns. Preamble lines are never counted. Null where no line is data in any layout.
 */
export function findReportLayout(file: string, lines: ReportLine[]): ReportLayout | null {
  for (const isDataOf of [hasDate, hasTimes]) {
    const [best] = CANDIDATES.map((division) => ({ division, data: dataOf(lines, division, isDataOf) }))
      .filter(({ data }) => data.length > 0)
      .sort((a, b) => b.data.length - a.data.length);
    if (best) return layoutOf(file, best.division, best.data);
  }
  return null;
}

/** Whether fields have a date, existing or not, where a row of data has it. */
export function hasDate(fields: string[], offset: number): boolean {
  return looksLikeDate(fields[COLUMN.date + offset] ?? '');
}

const hasTimes = (fields: string[], offset: number): boolean =>
  looksLikeTime(fields[COLUMN.start + offset] ?? '') && looksLikeTime(fields[COLUMN.end + offset] ?? '');

/** Whether fields are a row of data in a layout, well-formed or not. */
export function isData(fields: string[], { offset }: Pick<Division, 'offset'>): boolean {
  return fields.length >= LEAST_FIELDS + offset && (hasDate(fields, offset) || hasTimes(fields, offset));
}

function dataOf(
  lines: ReportLine[],
  { delimiter, offset }: Division,
  isDataOf: (fields: string[], offset: number) => boolean,
): DataLine[] {
  return lines.flatMap(({ text, ended }) => {
    const { fields } = splitFields(text, delimiter);
    const enough = fields.length >= LEAST_FIELDS + offset;
    return enough && isDataOf(fields, offset) ? [{ fields, ended }] : [];
  });
}

function layoutOf(file: string, { delimiter, offset }: Division, data: DataLine[]): ReportLayout {
  const whole = data.some(({ ended }) => ended) ? data.filter(({ ended }) => ended) : data;
  const widths = [...new Set(whole.map(({ fields }) => fields.length))];
  const timesOf = (lines: DataLine[]): string[] =>
    lines.flatMap(({ fields }) => fields.slice(COLUMN.start + offset, COLUMN.end + offset + 1));
  const shortened = timesOf(data.filter(({ ended }) => ended)).some((time) => /^\d{1,3}$/.test(time));
  return {
    delimiter,
    offset,
    kind: kindOf(file, delimiter, Math.max(...widths) - offset),
    fields: Math.min(...widths),
    padded: !shortened && timesOf(data).some((time) => /^0\d{3}$/.test(time)),
  };
}

/**
 * A line that ends with its delimiter has one empty field more, so the narrow report may show ten. The tab forms 625tabs
 * and 625ctabs have the same columns; where the columns do not tell, the file's name does.
 */
function kindOf(file: string, delimiter: Delimiter, width: number): ReportKind {
  const narrow = width <= LEAST_FIELDS + 1;
  if (delimiter === ',') return narrow ? '619' : '625c';
  if (narrow) return '619tabs';
  return width < 17 || /625tabs/i.test(file) ? '625tabs' : '625ctabs';
}
