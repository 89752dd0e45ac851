import type { ExampleAssignment, ExampleRoster, ExampleStaff } from './roster.ts';

/** The staff member of a row; a row's name that the staff list lacks stands for itself, without contacts. */
export function findExampleStaff({ staff }: ExampleRoster, row: ExampleAssignment): ExampleStaff {
  const known = staff.find(
    (member) => member.uniqueId === row.staffUniqueId && member.name === row.staffName,
  );
  return (
    known ?? {
      name: row.staffName,
      uniqueId: row.staffUniqueId,
      backupId: '',
      staffType: '',
      abbreviation: row.staffName,
      pager: '',
      phone: '',
      email: '',
    }
  );
}
