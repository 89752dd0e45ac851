import type { StaffMember } from '#src/domain/roster.ts';
import { info } from '#src/domain/validation.ts';
import { plainStaffType } from '../find-absence.ts';
import { unexpected } from '../find-refusal.ts';
import { parseStamp } from '../parse-stamp.ts';
import { emptyPart, type PartReading } from '../part-reading.ts';
import { reasonAgainst } from '../set-services-aside.ts';
import { splitFields } from './split-fields.ts';
import { type ReportLine, splitLines } from './split-lines.ts';

type StaffColumn = 'staffType' | 'name' | 'staffId' | 'abbreviation' | 'pager' | 'phone' | 'email';

/** The order of the report where it has no header row. */
const USUAL: Record<StaffColumn, number> = {
  staffType: 0,
  name: 1,
  staffId: 2,
  abbreviation: 4,
  pager: 6,
  phone: 7,
  email: 8,
};

/** Names of the header row; a Division column in front moves them all. */
const HEADINGS: [StaffColumn, RegExp][] = [
  ['staffType', /^staff[\s_]*type$/i],
  ['name', /^(staff[\s_]*)?name$/i],
  ['staffId', /^(staff[\s_]*)?unique[\s_]*id$/i],
  ['abbreviation', /^abbrev/i],
  ['pager', /^pager/i],
  ['phone', /^(tel|phone)/i],
  ['email', /^e-?mail/i],
];

/**
 * Reads a staff list (706), members that are no people too. Null where the text is none: neither its title nor its
 * header row.
 */
export function readStaffList(file: string, text: string): PartReading | null {
  const lines = splitLines(text);
  const title = lines.find((line) => /^\s*"?staff\s+list\b/i.test(line.text));
  const headerAt = lines.findIndex((line) => findColumns(fieldsOf(line)) !== null);
  if (!title && headerAt < 0) return null;
  const header = lines[headerAt];
  const columns = header ? findColumns(fieldsOf(header)) : null;
  const data = lines.slice(headerAt + 1).filter((line) => line.text.includes('\t'));
  const part = emptyPart({
    file,
    kind: '706',
    asOf: title ? parseStamp(title.text) : null,
    from: null,
    to: null,
  });
  const members = data.map((line) => memberOf(fieldsOf(line), columns ?? USUAL));
  const people = members.filter((member) => reasonAgainst(member) === null);
  part.staff = members;
  part.messages = [...brokenOff(file, data), ...leftOut(file, members.length - people.length)];
  return part;
}

const fieldsOf = (line: ReportLine): string[] => splitFields(line.text, '\t').fields;

function findColumns(fields: string[]): Partial<Record<StaffColumn, number>> | null {
  const columns: Partial<Record<StaffColumn, number>> = {};
  for (const [column, heading] of HEADINGS) {
    const at = fields.findIndex((field) => heading.test(field));
    if (at >= 0) columns[column] = at;
  }
  const known = columns.name !== undefined && columns.staffId !== undefined;
  return known && columns.abbreviation !== undefined ? columns : null;
}

function memberOf(fields: string[], columns: Partial<Record<StaffColumn, number>>): StaffMember {
  const filled = (column: StaffColumn): string | null => fields[columns[column] ?? -1] || null;
  return {
    name: filled('name') ?? '',
    staffId: filled('staffId'),
    abbreviation: filled('abbreviation'),
    staffType: plainStaffType(filled('staffType') ?? ''),
    pager: filled('pager'),
    phone: filled('phone'),
    email: filled('email'),
  };
}

/** The last line of a list that breaks off has fewer columns than the rest. */
function brokenOff(file: string, data: ReportLine[]): PartReading['messages'] {
  const last = data.at(-1);
  const before = data.at(-2);
  if (!last || last.ended || !before || fieldsOf(last).length >= fieldsOf(before).length) return [];
  return [unexpected(file, `breaks off in line ${last.line}`, 'It is not whole: fetch it again.', last.line)];
}

function leftOut(file: string, count: number): PartReading['messages'] {
  if (count === 0) return [];
  const text = `${file}: ${count} of the staff list are no people (nobody, placeholders, services) and left out.`;
  return [info('IGNORED_ROWS', text, [file, 'staff'], { file, count })];
}
