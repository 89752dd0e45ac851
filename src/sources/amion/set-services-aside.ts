import type { RosterRow, SetAsideRow, StaffMember } from '#src/domain/roster.ts';
import { findAbsence, isNobody } from './find-absence.ts';
import { buildIgnoredMessages } from './finding.ts';
import type { PartReading } from './part-reading.ts';

/**
 * Narrow reports and pages do not tell the staff type of a row; a staff list read with them does. Rows of its members
 * that are no people are ignored, as they are where the row tells.
 */
export function setServicesAside(parts: PartReading[]): PartReading[] {
  const absent = new Map<string, string>();
  for (const member of parts.flatMap((part) => part.staff)) {
    const reason = reasonAgainst(member);
    if (reason !== null) absent.set(keyOf(member), reason);
  }
  if (absent.size === 0) return parts;
  const reasonOf = (row: RosterRow): string | undefined =>
    row.name === null || row.staffType !== null
      ? undefined
      : absent.get(keyOf({ name: row.name, staffId: row.staffId }));
  return parts.map((part) => {
    const aside: SetAsideRow[] = part.rows.flatMap((row) => {
      const reason = reasonOf(row);
      const { file, line, text } = row;
      return reason === undefined ? [] : [{ file, line, text, fate: 'ignored', reason }];
    });
    const [first] = aside;
    if (!first) return part;
    return {
      ...part,
      rows: part.rows.filter((row) => reasonOf(row) === undefined),
      setAside: [...part.setAside, ...aside].sort((a, b) => a.line - b.line),
      messages: [...part.messages, ...buildIgnoredMessages(first.file, 'line', aside)],
    };
  });
}

/** Why a member of a staff list is no person, or null for a person. */
export function reasonAgainst({ name, staffType }: StaffMember): string | null {
  if (name === '' || isNobody(name)) return 'nobody';
  return findAbsence(name, staffType);
}

const keyOf = ({ name, staffId }: Pick<StaffMember, 'name' | 'staffId'>): string =>
  `${staffId ?? ''}\n${name}`;
