import type { ExampleStaff } from './roster.ts';

const HEADER = [
  'Staff type',
  'Name',
  'Unique ID ',
  'Backup ID',
  'Abbreviation',
  'Staff type unique ID',
  'Pager',
  'Tel.',
  'Email',
].join('\t');

/** The staff list (706), with its preamble or, in the `--` form, with the header row alone. */
export function renderStaffList(staff: ExampleStaff[], asOf: string, header = false): string {
  const rows = staff.map((member, index) =>
    [
      member.staffType,
      member.name,
      member.uniqueId,
      member.backupId,
      member.abbreviation,
      String(30 + index),
      member.pager,
      member.phone,
      member.email,
    ].join('\t'),
  );
  const top = header ? [] : [`Staff list (as of ${asOf} US ET)`, ''];
  return [...top, HEADER, ...rows, ''].join('\n');
}
