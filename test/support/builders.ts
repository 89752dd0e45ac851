import type { Assignment } from '#src/domain/assignment.ts';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { CoverageRule, RosterEntry, ShiftInstance } from '#src/domain/coverage-facts.ts';
import type { Hospital } from '#src/domain/department.ts';
import type {
  AssignmentId,
  BatchId,
  HospitalId,
  PersonId,
  RosterEntryId,
  RuleId,
  ShiftInstanceId,
  UserId,
  VersionId,
} from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Person } from '#src/domain/person.ts';
import type { User } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import type { NewVersion } from '#src/repositories/schedule-versions.ts';
import type { NewBatch } from '#src/repositories/scrape-batches.ts';

let number = 0;
/** A number that no other thing of this test file has. */
const next = (): number => ++number;

export const date = (text: string): LocalDate => text as LocalDate;
export const clock = (text: string): ClockTime => text as ClockTime;

/** Who does things in tests. */
export const scheduler = newId<UserId>();

export function aHospital(over: Partial<Hospital> = {}): Hospital {
  const place = next();
  return {
    id: newId<HospitalId>(),
    code: `Ward${place}`,
    name: `Wardham Hospital ${place}`,
    location: null,
    timeZone: 'America/New_York',
    ...over,
  };
}

export function aPerson(over: Partial<Person> = {}): Person {
  const place = next();
  return {
    id: newId<PersonId>(),
    email: `reader${place}@wardham.test`,
    name: `Quillon Reader ${place}`,
    specialty: 'BOTH',
    active: true,
    aliases: [],
    amionId: null,
    phone: null,
    pager: null,
    ...over,
  };
}

export function aBatch(hospitalId: HospitalId, over: Partial<NewBatch> = {}): NewBatch {
  return {
    id: newId<BatchId>(),
    hospitalId,
    source: 'MATRIX',
    sourceName: 'matrix.ods',
    versionId: null,
    from: date('2026-04-01'),
    to: date('2026-04-30'),
    scrapedAt: '2026-03-20T14:00:00.000Z',
    checksum: null,
    createdBy: scheduler,
    ...over,
  };
}

export function aVersion(hospitalId: HospitalId, over: Partial<NewVersion> = {}): NewVersion {
  return {
    id: newId<VersionId>(),
    hospitalId,
    from: date('2026-04-01'),
    to: date('2026-04-30'),
    batchId: null,
    validation: null,
    createdBy: scheduler,
    ...over,
  };
}

/** CT Neuro of the evening, read by MidC. */
export function aRule(hospital: string, over: Partial<CoverageRule> = {}): CoverageRule {
  return {
    id: newId<RuleId>(),
    groupId: null,
    sheet: 'Mid Weekday 6 pm - 12 am',
    sheetIndex: 0,
    cell: 'B3',
    category: 'MID',
    dayType: 'WEEKDAY',
    scenario: null,
    start: clock('18:00'),
    end: clock('00:00'),
    hospital,
    study: 'CT Neuro',
    label: `${hospital} CT Neuro`,
    studyType: 'NEURO',
    position: 'MidC',
    ...over,
  };
}

export function anInstance(hospital: string, over: Partial<ShiftInstance> = {}): ShiftInstance {
  return {
    id: newId<ShiftInstanceId>(),
    date: date('2026-04-01'),
    shiftType: 'MidC',
    start: clock('18:00'),
    end: clock('00:00'),
    hospital,
    studyType: 'NEURO',
    constraint: 'NEURO_ONLY',
    desired: 1,
    mandatory: true,
    groupId: null,
    sourceSheet: null,
    sourceRow: null,
    ...over,
  };
}

export function anEntry(personId: PersonId | null, over: Partial<RosterEntry> = {}): RosterEntry {
  return {
    id: newId<RosterEntryId>(),
    date: date('2026-04-01'),
    shiftType: 'MidC',
    personId,
    start: null,
    end: null,
    source: 'AMION',
    report: 'roster.csv',
    line: 4,
    text: 'Reader,1,MidC',
    reason: null,
    ...over,
  };
}

export function anAssignment(
  personId: PersonId,
  instance: ShiftInstance,
  over: Partial<Assignment> = {},
): Assignment {
  return {
    id: newId<AssignmentId>(),
    personId,
    instanceId: instance.id,
    date: instance.date,
    originalShiftType: 'Mid C',
    source: 'AMION',
    entryId: null,
    ...over,
  };
}

export function aUser(over: Partial<User> = {}): Omit<User, 'lastLoginAt'> {
  return {
    id: newId<UserId>(),
    email: `user${next()}@wardham.test`,
    role: 'SCHEDULER',
    hospitalId: null,
    active: true,
    ...over,
  };
}
