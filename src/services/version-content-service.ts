import type { CoverageRule, ShiftInstance } from '#src/domain/coverage-facts.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { type AssignedPerson, listAssignedPeople } from '#src/repositories/assigned-people.ts';
import { pageCoverageRules } from '#src/repositories/coverage-rules.ts';
import {
  type HandMadeEntry,
  type HandMadeFilter,
  listHandMadeEntries,
} from '#src/repositories/hand-made-entries.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { type InstanceFilter, listShiftInstances } from '#src/repositories/shift-instances.ts';
import type { ServiceContext } from './service-context.ts';

export interface AssignedShift extends ShiftInstance {
  assigned: AssignedPerson[];
}

/** What a version consists of, as it is stored. */
export interface VersionContentService {
  /** Required shifts with whoever is assigned, by date. */
  listShifts(filter: InstanceFilter, page: PageRequest): Promise<Page<AssignedShift>>;
  /** Listed studies in the order of the workbook. */
  listRules(versionId: VersionId, page: PageRequest): Promise<Page<CoverageRule>>;
  /** What somebody has entered by hand and stands, the newest first. */
  listHandMade(filter: HandMadeFilter, page: PageRequest): Promise<Page<HandMadeEntry>>;
}

export function versionContentService(context: ServiceContext): VersionContentService {
  const { db } = context.database;
  return {
    async listShifts(filter, request) {
      const page = await listShiftInstances(db, filter, request);
      const people = await listAssignedPeople(
        db,
        page.items.map(({ id }) => id),
      );
      return {
        ...page,
        items: page.items.map((shift) => ({ ...shift, assigned: people.get(shift.id) ?? [] })),
      };
    },
    listRules: (versionId, page) => pageCoverageRules(db, versionId, page),
    listHandMade: (filter, page) => listHandMadeEntries(db, filter, page),
  };
}
