import { computeReaderChanges, type ReaderChange, timelineOf } from '#src/coverage/compute-diff.ts';
import { computeRecuts, type Recut } from '#src/coverage/compute-recuts.ts';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { RosterEntry, ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { PersonId, RosterEntryId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Person } from '#src/domain/person.ts';
import type { ShiftType } from '#src/domain/shift-type.ts';
import type { Db } from '#src/repositories/database.ts';
import { loadReaders } from '#src/repositories/schedule-facts.ts';

/** Roster entries that go and that come, and what follows from it. */
export interface EntryExchange {
  removed: readonly RosterEntry[];
  added: readonly RosterEntry[];
}

interface ShownEntry {
  /** Null: it would be made, but is not stored. */
  id: RosterEntryId | null;
  date: LocalDate;
  shiftType: ShiftType;
  person: string | null;
  start: ClockTime | null;
  end: ClockTime | null;
}

export interface ChangeResult {
  versionId: VersionId;
  dryRun: boolean;
  timeZone: string;
  removed: ShownEntry[];
  added: ShownEntry[];
  /** Every study that changes reader, loses or gains one, by time. */
  changes: ReaderChange[];
  /** Hours in which the positions are cut otherwise than before, by time. */
  recuts: Recut[];
}

/** What an exchange does to the studies of the dates of `facts`. */
export async function changeOutcome(
  trx: Db,
  { versionId, dryRun }: Pick<ChangeResult, 'versionId' | 'dryRun'>,
  facts: ScheduleFacts,
  exchange: EntryExchange,
  people: readonly Person[],
): Promise<ChangeResult> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const [before, after] = [timelineOf(facts), timelineOf(await factsAfter(trx, facts, exchange))];
  return {
    ...{ versionId, dryRun, timeZone: facts.timeZone },
    removed: exchange.removed.map((entry) => showEntry(entry, names)),
    added: exchange.added.map((entry) => ({
      ...showEntry(entry, names),
      ...(dryRun && { id: null }),
    })),
    changes: computeReaderChanges(before, after),
    recuts: computeRecuts(before, after),
  };
}

async function factsAfter(
  trx: Db,
  facts: ScheduleFacts,
  { removed, added }: EntryExchange,
): Promise<ScheduleFacts> {
  const gone = new Set(removed.map((entry) => entry.id));
  const entries = [...facts.entries.filter((entry) => !gone.has(entry.id)), ...added];
  const missing = added.flatMap((e) => (e.personId && !facts.readers.has(e.personId) ? [e.personId] : []));
  const readers =
    missing.length > 0 ? new Map([...facts.readers, ...(await loadReaders(trx, missing))]) : facts.readers;
  return { ...facts, entries, readers };
}

function showEntry(entry: RosterEntry, names: ReadonlyMap<PersonId, string>): ShownEntry {
  const { id, date, shiftType, personId, start, end } = entry;
  return { id, date, shiftType, person: personId ? (names.get(personId) ?? null) : null, start, end };
}
