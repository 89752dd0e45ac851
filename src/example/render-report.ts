import type { LocalDate } from '#src/domain/local-date.ts';
import type { ReportKind } from '#src/domain/roster.ts';
import { findExampleStaff } from './find-example-staff.ts';
import type { ExampleAssignment, ExampleRoster, ExampleStaff } from './roster.ts';

export type AssignmentReportKind = Exclude<ReportKind, '706' | 'month-grid' | 'whos-on'>;

/** The form of a report as its number asks for it. */
interface ReportForm {
  kind: AssignmentReportKind;
  /** The `--` forms: one header row of names instead of the preamble. */
  header: boolean;
  /** What stands in the Division column of a hospital-wide login; null for no such column. */
  division: string | null;
}

interface ReportHead {
  /** As Amion stamps it, US Eastern: `Apr 28 19:06 2026`. */
  asOf: string;
  first: LocalDate;
}

/** The assignments of a roster as a report, in Amion's own form, with `\n` at every line's end. */
export function renderReport(
  roster: ExampleRoster,
  { kind, header, division }: ReportForm,
  { asOf, first }: ReportHead,
): string {
  const wide = kind.startsWith('625');
  const tabs = kind.endsWith('tabs');
  const columns = [...(division === null ? [] : ['Division']), ...NAMES.slice(0, wide ? NAMES.length : 9)];
  const top = header ? [columns.join(tabs ? '\t' : ',')] : preamble(wide, asOf, first);
  const rows = roster.assignments.map((assignment) => {
    const staff = findExampleStaff(roster, assignment);
    const fields = [...(division === null ? [] : [text(division)]), ...narrowFields(assignment, staff)];
    if (wide) fields.push(...wideFields(assignment, staff));
    return tabs ? fields.map(({ value }) => value).join('\t') : fields.map(quoted).join(',');
  });
  return [...top, ...rows, ''].join('\n');
}

const NAMES = [
  'Staff name',
  'Staff unique ID',
  'Staff backup ID',
  'Assignment name',
  'Assignment unique ID',
  'Assignment backup ID',
  'Date',
  'Start time',
  'End time',
  'Staff type',
  'Pager',
  'Tel',
  'Email',
  'Messagable',
  'Shift note',
  'Assignment type',
  'Grouping',
];

function preamble(wide: boolean, asOf: string, first: LocalDate): string[] {
  return [
    '',
    `Assignments for ${amionDate(first)}     (as of ${asOf} US ET)`,
    '',
    'Field  1 -  3: Staff name, unique ID, backup ID',
    'Field  4 -  6: Assignment name, unique ID, backup ID',
    'Field  7 -  9: Date and time of assignment (GMTO=4 1 1 Eastern)',
    ...(wide
      ? [
          'Field 10 - 13: Staff type, pager, tel, email',
          'Field 14 - 17: Messagable, shift note, assignment type, grouping',
        ]
      : []),
    '',
  ];
}

interface Field {
  value: string;
  bare: boolean;
}
const text = (value: string): Field => ({ value, bare: false });
const bare = (value: string): Field => ({ value, bare: true });

/** Amion does not double quotes inside a name. */
const quoted = (field: Field): string => (field.bare ? field.value : `"${field.value}"`);

function narrowFields(
  { name, uniqueId, backupId, date, start, end }: ExampleAssignment,
  staff: ExampleStaff,
): Field[] {
  return [
    text(staff.name),
    bare(staff.uniqueId),
    bare(staff.backupId),
    text(name),
    bare(uniqueId),
    bare(backupId),
    bare(amionDate(date)),
    bare(start),
    bare(end),
  ];
}

function wideFields({ note, type, grouping }: ExampleAssignment, staff: ExampleStaff): Field[] {
  const contact = [staff.staffType, staff.pager, staff.phone, staff.email].map(text);
  return [...contact, bare(staff.email ? '1' : '0'), text(note), text(type), text(grouping)];
}

/** `4-1-26`. */
function amionDate(date: LocalDate): string {
  return `${Number(date.slice(5, 7))}-${Number(date.slice(8, 10))}-${date.slice(2, 4)}`;
}
