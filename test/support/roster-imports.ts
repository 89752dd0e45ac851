import type { RosterEntry } from '#src/domain/coverage-facts.ts';
import type { Department } from '#src/domain/department.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { listRosterEntries } from '#src/repositories/roster-entries.ts';
import type { BatchResult } from '#src/services/import-batch.ts';
import { openTestServices, type TestServices } from './services.ts';
import { rosterFile } from './small-schedule.ts';

/** A department with a version that has its matrix and no roster. */
export interface Rosterless {
  department: Department;
  versionId: VersionId;
}

export interface RosterImports {
  test: TestServices;
  empty(): Promise<Rosterless>;
  /** Imports a report of these lines. */
  load(
    at: Rosterless,
    lines: readonly string[],
    over?: { allowPartial?: boolean; name?: string },
  ): Promise<BatchResult>;
  /** `06 ON1 Dunmore`, of one date or all. */
  entriesOf(id: VersionId, date?: string): Promise<string[]>;
}

/** Called once at the top of a test file. */
export async function provideRosterImports(): Promise<RosterImports> {
  const test = await openTestServices();
  await test.openDepartment();
  const people = new Map(
    (await test.registry.listPeople(null)).map((person) => [person.id, person.name.split(' ').at(-1)]),
  );
  const words = (entry: RosterEntry): string =>
    [
      entry.date.slice(8),
      entry.shiftType,
      entry.personId ? people.get(entry.personId) : '---',
      ...(entry.start ? [`${entry.start}-${entry.end}`] : []),
      ...(entry.source === 'AMION' ? [] : [entry.source]),
    ].join(' ');
  return {
    test,
    async empty() {
      const department = await test.openDepartment();
      return { department, versionId: await test.stage(department, { roster: null }) };
    },
    load: (at, lines, over = {}) =>
      test.importRoster(at.department, at.versionId, {
        roster: [rosterFile(lines, over)],
        allowPartial: over.allowPartial ?? false,
      }),
    entriesOf: async (id, date) =>
      (await listRosterEntries(test.database.db, id))
        .filter((entry) => !date || entry.date === date)
        .map(words)
        .sort(),
  };
}

export const codesOf = (result: BatchResult): string[] => result.messages.map((message) => message.code);
