/**
 * Roster rows → who holds which shift type on which date (R5, R11, R12, R15).
 *
 * `"Dunmore, Otis",14,6,"ON1",205,5,4-18-26,0100,0400` becomes an entry of ON1 on 18 April for Otis Dunmore, 01:00-04:00, with
 * its report and line. `---` becomes a vacancy. A vacation row is ignored, an unknown name is rejected; both are accounted for.
 */
import type { Accounting } from '../../domain/accounting.ts';
import type { RosterEntry } from '../../domain/coverage-facts.ts';
import type { PersonId, RosterEntryId } from '../../domain/ids.ts';
import type { RosterReading, RosterRow } from '../../domain/roster.ts';
import type { ShiftType } from '../../domain/shift-type.ts';
import type { ValidationMessage } from '../../domain/validation.ts';
import { IGNORED_REASONS, type LeftOutRow, type RosterContext } from './left-out-row.ts';
import { personMatcher } from './match-person.ts';
import { rosterMessages } from './roster-messages.ts';
import { shiftMapper } from './shift-mapping.ts';

export interface BuiltRoster {
  /** Entries in the order of the report; in a partial import rejected rows are vacancies at the end. */
  entries: RosterEntry[];
  leftOut: LeftOutRow[];
  accounting: Accounting;
  messages: ValidationMessage[];
  /** People seen on the roster. */
  people: PersonId[];
  /** The assignment's name as the roster writes it, for each entry. */
  assignmentNames: ReadonlyMap<RosterEntryId, string>;
  /** The person's name as the roster writes it, for each entry that is vacant since nobody knows whom it means. */
  unknownNames: ReadonlyMap<RosterEntryId, string>;
}

export function buildRoster(reading: RosterReading, context: RosterContext): BuiltRoster {
  const mapShift = shiftMapper(context.mapping);
  const matcher = personMatcher(context.people, context.members);
  const entries: RosterEntry[] = [];
  const vacated: RosterEntry[] = [];
  const leftOut: LeftOutRow[] = [];
  const seen = new Set<string>();
  const assignmentNames = new Map<RosterEntryId, string>();
  const unknownNames = new Map<RosterEntryId, string>();
  const ignore = (row: RosterRow, reason: string): void =>
    void leftOut.push({ row, fate: 'ignored', reason });

  for (const row of reading.rows) {
    const shift = mapShift(row.assignment, row.assignmentId);
    if (shift === 'unmapped') ignore(row, IGNORED_REASONS.unmapped);
    else if (shift === 'ignore') ignore(row, IGNORED_REASONS.listed);
    else if (row.date < context.from || row.date > context.to) ignore(row, IGNORED_REASONS.outside);
    else if (!context.hasInstance(row.date, shift)) ignore(row, IGNORED_REASONS.noInstance);
    else {
      const match = row.name === null ? null : matcher.match({ ...row, name: row.name });
      if (match && match.kind !== 'found') {
        leftOut.push({ row, fate: 'rejected', reason: `${match.kind} person` });
        const entry = toEntry(row, shift, null, context);
        vacated.push(entry);
        if (row.name !== null) unknownNames.set(entry.id, row.name);
        continue;
      }
      const personId = match?.person.id ?? null;
      const key = [row.date, shift, personId ?? '---', row.start, row.end].join('|');
      if (seen.has(key)) ignore(row, IGNORED_REASONS.duplicate);
      else {
        seen.add(key);
        const entry = toEntry(row, shift, personId, context);
        entries.push(entry);
        assignmentNames.set(entry.id, row.assignment);
      }
    }
  }
  const messages = rosterMessages(reading, entries, leftOut, matcher, context);
  const refused = messages.some((m) => m.severity === 'ERROR') && !context.allowPartial;
  return {
    entries: context.allowPartial ? [...entries, ...vacated] : entries,
    leftOut,
    accounting: account(reading, entries.length, leftOut, refused),
    messages,
    people: [...new Set(entries.flatMap((entry) => entry.personId ?? []))],
    assignmentNames,
    unknownNames,
  };
}

function toEntry(
  row: RosterRow,
  shiftType: ShiftType,
  personId: PersonId | null,
  context: RosterContext,
): RosterEntry {
  return {
    id: context.newEntryId(),
    date: row.date,
    shiftType,
    personId,
    start: row.marker ? null : row.start,
    end: row.marker ? null : row.end,
    source: 'AMION',
    report: row.file,
    line: row.line,
    text: row.text,
    reason: null,
  };
}

function account(
  reading: RosterReading,
  accepted: number,
  leftOut: readonly LeftOutRow[],
  refused: boolean,
): Accounting {
  const fates = [...leftOut, ...reading.setAside].map((item) => item.fate);
  return {
    read: reading.rows.length + reading.setAside.length,
    accepted,
    rejected: fates.filter((fate) => fate === 'rejected').length,
    ignored: fates.filter((fate) => fate === 'ignored').length,
    stored: refused ? 0 : accepted,
  };
}
