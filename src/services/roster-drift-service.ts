import { computeReaderChanges, type ReaderChange, timelineOf } from '#src/coverage/compute-diff.ts';
import type { Accounting } from '#src/domain/accounting.ts';
import type { RosterEntry, ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { BatchId, RosterEntryId, VersionId } from '#src/domain/ids.ts';
import { addDays, type LocalDate, toLocalDate } from '#src/domain/local-date.ts';
import type { ProductionPeriod } from '#src/domain/schedule-version.ts';
import type { Actor } from '#src/domain/user.ts';
import type { ValidationMessage } from '#src/domain/validation.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import { buildRoster } from '#src/intake/roster/build-roster.ts';
import { diffRosters, type RosterDifference } from '#src/intake/roster/diff-rosters.ts';
import { keepOverrides } from '#src/intake/roster/keep-overrides.ts';
import { newId } from '#src/outside/new-id.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { listDepartmentMembers } from '#src/repositories/department-members.ts';
import { listAllPersons } from '#src/repositories/persons.ts';
import { listProductionPeriods } from '#src/repositories/production-periods.ts';
import { insertRosterDrift } from '#src/repositories/roster-drifts.ts';
import { loadReaders } from '#src/repositories/schedule-facts.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import { listBatches } from '#src/repositories/scrape-batches.ts';
import { getSourceFile, listBatchFiles } from '#src/repositories/source-files.ts';
import { readRoster } from '#src/sources/amion/read-roster.ts';
import type { RosterSource } from './amion-roster-source.ts';
import { requireDepartment } from './department-directory.ts';
import { type BatchResult, runBatch } from './import-batch.ts';
import { oldestStamp, settleRoster } from './roster-settlement.ts';
import type { GivenFile, ServiceContext, Watch } from './service-context.ts';
import { copyVersion } from './version-copy.ts';
import { loadFacts } from './version-judgement.ts';

/** How the newest roster differs from one version in force, on the dates that both have. */
export interface VersionDrift {
  versionId: VersionId;
  from: LocalDate;
  to: LocalDate;
  timeZone: string;
  differences: RosterDifference[];
  /** Which studies would change reader, lose or gain one. */
  coverage: ReaderChange[];
  /** Unknown names, unmapped assignments, changes by hand that the roster contradicts. */
  messages: ValidationMessage[];
  /** What came of the rows of the fresh roster on these dates. */
  accounting: Accounting;
  /** The dates for which the version is in force. */
  period: { from: LocalDate; to: LocalDate };
  /** The roster of the period as it would stand, with the names of its assignments. */
  entries: RosterEntry[];
  assignmentNames: ReadonlyMap<RosterEntryId, string>;
}

export interface RosterDrift {
  department: string;
  batchId: BatchId;
  /** Instant of which the fresh roster is. */
  asOf: string;
  versions: VersionDrift[];
}

export interface RosterDriftService {
  /** Fetches the rosters of `months` months from the present one on and keeps them; production stays as it is. */
  pull(departmentCode: string, months: number, actor: Actor, watch?: Watch): Promise<BatchResult>;
  /** What differs from production, by the roster pulled last. NOT_FOUND where none was pulled, NO_SCHEDULE without production. */
  findDrift(departmentCode: string): Promise<RosterDrift>;
  /** Finds the drift by the roster pulled last and keeps it, once a batch and version; how many shifts differ. 0 without production. */
  record(departmentCode: string): Promise<number>;
  /** A STAGING copy of each version that drifted, for the dates for which it is in force, with the fresh roster. */
  applyDrift(
    departmentCode: string,
    actor: Actor,
  ): Promise<{ drift: RosterDrift; copies: { of: VersionId; id: VersionId }[] }>;
}

export function rosterDriftService(context: ServiceContext, source: RosterSource): RosterDriftService {
  const { db } = context.database;
  return {
    async pull(departmentCode, months, actor, watch = {}) {
      const department = await requireDepartment(db, departmentCode);
      const { from, to } = monthSpan(context.now(), department.timeZone, months);
      const plan = {
        hospitalId: department.id,
        source: 'ROSTER' as const,
        sourceName: 'Amion feed',
        versionId: null,
        from,
        to,
        actor,
      };
      return await runBatch(context, plan, async () => {
        const fetched = await source.fetch(department, { from, to }, watch);
        const reading = readRoster(fetched.files);
        const messages = [...fetched.messages, ...reading.messages];
        const read = reading.rows.length + reading.setAside.length;
        const rejected = reading.setAside.filter((row) => row.fate === 'rejected').length;
        const ignored = reading.setAside.length - rejected;
        const accounting = { read, accepted: reading.rows.length, rejected, ignored, stored: 0 };
        const failed = messages.some((message) => message.severity === 'ERROR');
        const store = failed ? null : async () => ({ rows: 0, versionId: null });
        return { accounting, messages, files: fetched.files, store, ...oldestStamp(reading.reports) };
      });
    },

    findDrift: (departmentCode) => findDrift(db, departmentCode),

    async record(departmentCode) {
      const { id } = await requireDepartment(db, departmentCode);
      const found = await findDrift(db, departmentCode).catch((cause: unknown) => {
        if (cause instanceof CodedError && cause.code === 'NO_SCHEDULE') return null;
        throw cause;
      });
      if (!found) return 0;
      await inTransaction(db, async (trx) => {
        for (const { versionId, differences, coverage, messages } of found.versions) {
          const drift = { id: newId<never>() as string, hospitalId: id, batchId: found.batchId, versionId };
          await insertRosterDrift(trx, { ...drift, differences, readerChanges: coverage, messages });
        }
      });
      return found.versions.reduce((sum, version) => sum + version.differences.length, 0);
    },

    async applyDrift(departmentCode, actor) {
      return await inTransaction(db, async (trx) => {
        const drift = await findDrift(trx, departmentCode);
        const copies: { of: VersionId; id: VersionId }[] = [];
        for (const { versionId, differences, period, ...roster } of drift.versions) {
          if (differences.length === 0) continue;
          const fresh = { ...roster, ...period, batchId: drift.batchId };
          const copy = await copyVersion(trx, await getVersion(trx, versionId), actor, fresh);
          copies.push({ of: versionId, id: copy.id });
        }
        return { drift, copies };
      });
    },
  };
}

function monthSpan(now: string, timeZone: string, months: number): { from: LocalDate; to: LocalDate } {
  if (!Number.isInteger(months) || months < 1 || months > 24) {
    throw new CodedError('BAD_REQUEST', `Pull 1 to 24 months, not ${months}.`);
  }
  const minute = Math.floor(Date.parse(now) / 60_000);
  const today = zoneClock(timeZone).dateAt(minute as never);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const after = month - 1 + months;
  const from = toLocalDate(year, month, 1);
  const end = toLocalDate(year + Math.floor(after / 12), (after % 12) + 1, 1);
  if (!from || !end) throw new CodedError('BAD_REQUEST', `${today} has no months after it.`);
  return { from, to: addDays(end, -1) };
}

async function findDrift(db: Db, departmentCode: string): Promise<RosterDrift> {
  const department = await requireDepartment(db, departmentCode);
  const batches = (
    await listBatches(db, { hospitalId: department.id, source: 'ROSTER', state: 'COMPLETE' }, { limit: 200 })
  ).items;
  const pulled = batches.find((batch) => batch.versionId === null);
  if (!pulled) {
    throw new CodedError(
      'NOT_FOUND',
      `No roster of ${department.code} was pulled yet. Fetch it from Amion first.`,
    );
  }
  const files = await keptFiles(db, pulled.id);
  const periods = await listProductionPeriods(db, department.id, { from: pulled.from, to: pulled.to });
  if (periods.length === 0) {
    throw new CodedError(
      'NO_SCHEDULE',
      `${department.code} has no schedule in force between ${pulled.from} and ${pulled.to}.`,
    );
  }
  const versions: VersionDrift[] = [];
  for (const period of periods) {
    const from = period.from > pulled.from ? period.from : pulled.from;
    const to = period.to < pulled.to ? period.to : pulled.to;
    versions.push(await driftOf(db, department, period, from, to, files));
  }
  return {
    department: department.code,
    batchId: pulled.id,
    asOf: pulled.sourceAsOf ?? pulled.scrapedAt,
    versions,
  };
}

async function keptFiles(db: Db, batchId: BatchId): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  for (const { fileName, checksum } of await listBatchFiles(db, batchId)) {
    files.push({ name: fileName, bytes: (await getSourceFile(db, checksum)).content });
  }
  return files;
}

async function driftOf(
  db: Db,
  department: Department,
  period: ProductionPeriod,
  from: LocalDate,
  to: LocalDate,
  files: readonly GivenFile[],
): Promise<VersionDrift> {
  const { versionId } = period;
  const whole = (await loadFacts(db, versionId, period.from, period.to)).facts;
  const inSpan = (entry: { date: LocalDate }): boolean => entry.date >= from && entry.date <= to;
  const people = await listAllPersons(db);
  const shifts = new Set(whole.instances.map((instance) => instance.date + instance.shiftType));
  const built = buildRoster(readRoster([...files]), {
    ...{ from, to, people, mapping: department.mapping, rolloverHour: department.rolloverHour },
    members: new Set(await listDepartmentMembers(db, department.id)),
    hasInstance: (date, shiftType) => shifts.has(date + shiftType),
    allowPartial: true,
    newEntryId: () => newId<RosterEntryId>(),
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const current = whole.entries.filter(inSpan);
  const kept = keepOverrides(
    built.entries,
    current,
    (id) => names.get(id) ?? id,
    () => newId<RosterEntryId>(),
  );
  const personIds = [...kept.entries, ...current].flatMap((entry) => entry.personId ?? []);
  const readers = new Map([...whole.readers, ...(await loadReaders(db, [...new Set(personIds)]))]);
  const before: ScheduleFacts = { ...whole, from, to, entries: current };
  const after: ScheduleFacts = { ...before, entries: kept.entries, readers };
  return {
    ...{ versionId, from, to, timeZone: whole.timeZone },
    differences: diffRosters(before, after, built.unknownNames),
    coverage: computeReaderChanges(timelineOf(before), timelineOf(after)),
    messages: [...built.messages.filter((message) => message.severity !== 'INFO'), ...kept.messages],
    accounting: settleRoster(built, kept),
    period: { from: period.from, to: period.to },
    entries: [...whole.entries.filter((entry) => !inSpan(entry)), ...kept.entries],
    assignmentNames: built.assignmentNames,
  };
}
