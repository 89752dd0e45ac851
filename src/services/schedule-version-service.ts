import type { HospitalId, VersionId } from '#src/domain/ids.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import type { ProductionPeriod, ScheduleVersion, VersionStatus } from '#src/domain/schedule-version.ts';
import type { Actor } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import {
  deleteProductionPeriods,
  findProductionPeriod,
  listProductionPeriods,
  readsFor,
  replaceProductionPeriods,
} from '#src/repositories/production-periods.ts';
import {
  getVersion,
  getVersionForUpdate,
  listVersions,
  setVersionStatus,
  softDeleteVersion,
  type VersionFilter,
} from '#src/repositories/schedule-versions.ts';
import { recordChanges } from './audit-trail.ts';
import { requireDepartment } from './department-directory.ts';
import { requirePromotable, requireStanding } from './require-promotable.ts';
import type { ServiceContext } from './service-context.ts';
import { addStagingVersion } from './staging-version.ts';
import { copyVersion } from './version-copy.ts';
import { judgeVersion } from './version-judgement.ts';
import { requirePeriod } from './version-span.ts';
import { requireState } from './version-state.ts';
import { type IsSeen, requireSeen, type VersionView, viewOf } from './version-view.ts';

export interface Promotion {
  version: ScheduleVersion;
  /** Versions that lost dates to it, and those that lost all and are archived. */
  trimmed: VersionId[];
  archived: VersionId[];
  overridden: string[];
}

export interface ScheduleVersionService {
  /** An empty STAGING version. BAD_REQUEST for dates that no version can be for (see `requirePeriod`). */
  createVersion(
    departmentCode: string,
    from: LocalDate,
    to: LocalDate,
    actor: Actor,
  ): Promise<ScheduleVersion>;
  getVersion(id: VersionId): Promise<ScheduleVersion>;
  /** With what stands for and against it, as of now. */
  viewVersion(id: VersionId): Promise<VersionView>;
  /** Newest first. */
  listVersions(departmentCode: string | null, status: VersionStatus | null): Promise<ScheduleVersion[]>;
  /** The same, page by page. */
  pageVersions(filter: VersionFilter, page: PageRequest): Promise<Page<ScheduleVersion>>;
  /**
   * Puts a STAGING version in force (R10). REFUSED where an ERROR stands and no override reason is given, or a WARNING that
   * nobody has accepted; CONFLICT where another promotion of the same dates won; OUTDATED where the version is no longer
   * what the caller has seen, so that nothing is overridden unseen. With the instant at which it was asked for, CONFLICT also
   * where another version was put in force for the same dates since then.
   */
  promoteToProduction(
    id: VersionId,
    overrideReason: string | null,
    actor: Actor,
    isSeen?: IsSeen,
    askedAt?: string | null,
  ): Promise<Promotion>;
  /** Takes a version out of force; answers the dates that are then without a schedule. OUTDATED as for a promotion. */
  archive(
    id: VersionId,
    actor: Actor,
    isSeen?: IsSeen,
  ): Promise<{ version: ScheduleVersion; uncovered: { from: LocalDate; to: LocalDate }[] }>;
  /** A new STAGING version with the same rules, shifts and roster (rollback). */
  copy(id: VersionId, actor: Actor): Promise<ScheduleVersion>;
  /** Removes a STAGING version (soft). OUTDATED as for a promotion. */
  remove(id: VersionId, actor: Actor, isSeen?: IsSeen): Promise<void>;
  /** The version in force on a schedule date, or null. */
  getActiveVersion(departmentId: HospitalId, date: LocalDate): Promise<ScheduleVersion | null>;
  periods(departmentCode: string): Promise<ProductionPeriod[]>;
  /** Whether a version in force of the department reads for a hospital. */
  covers(departmentId: HospitalId, hospitalId: HospitalId): Promise<boolean>;
}

const resourceOf = (id: VersionId): string => `schedule_version:${id}`;

export function scheduleVersionService(context: ServiceContext): ScheduleVersionService {
  const { db } = context.database;
  return {
    async createVersion(departmentCode, from, to, actor) {
      requirePeriod({ from, to });
      const department = await requireDepartment(db, departmentCode);
      const dates = { hospitalId: department.id, from, to };
      return await inTransaction(db, (trx) => addStagingVersion(trx, dates, actor));
    },

    getVersion: (id) => getVersion(db, id),

    async viewVersion(id) {
      return await viewNow(db, await getVersion(db, id));
    },

    async listVersions(departmentCode, status) {
      const hospital = departmentCode ? { hospitalId: (await requireDepartment(db, departmentCode)).id } : {};
      const filter = { ...hospital, ...(status && { status }) };
      const versions: ScheduleVersion[] = [];
      let cursor: string | null = null;
      do {
        const page = await listVersions(db, filter, { limit: 200, cursor });
        versions.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return versions;
    },

    pageVersions: (filter, page) => listVersions(db, filter, page),

    promoteToProduction: (id, overrideReason, actor, isSeen = () => true, askedAt = null) =>
      inTransaction(db, (trx) =>
        promote(trx, id, { reason: overrideReason?.trim() || null, isSeen, askedAt }, actor),
      ),

    archive: (id, actor, isSeen) => inTransaction(db, (trx) => archive(trx, id, actor, isSeen)),

    async copy(id, actor) {
      const source = await getVersion(db, id);
      requireState(source, 'copy');
      return await inTransaction(db, (trx) => copyVersion(trx, source, actor));
    },

    async remove(id, actor, isSeen) {
      await inTransaction(db, async (trx) => {
        const version = await getVersionForUpdate(trx, id);
        requireState(version, 'delete');
        if (isSeen) requireSeen(await viewNow(trx, version), isSeen);
        await softDeleteVersion(trx, id, actor.userId);
        await recordChanges(trx, actor, [
          {
            action: 'VERSION_DELETED',
            resource: resourceOf(id),
            hospitalId: version.hospitalId,
            before: version,
          },
        ]);
      });
    },

    async getActiveVersion(departmentId, date) {
      const period = await findProductionPeriod(db, departmentId, date);
      return period ? await getVersion(db, period.versionId) : null;
    },

    covers: (departmentId, hospitalId) => readsFor(db, departmentId, hospitalId),

    async periods(departmentCode) {
      const department = await requireDepartment(db, departmentCode);
      return await listProductionPeriods(db, department.id);
    },
  };
}

async function viewNow(db: Db, version: ScheduleVersion): Promise<VersionView> {
  const judgement = await judgeVersion(db, version.id, version.from, version.to);
  return viewOf(version, await listProductionPeriods(db, version.hospitalId), judgement);
}

interface PromotionOrder {
  reason: string | null;
  isSeen: IsSeen;
  askedAt: string | null;
}

async function promote(
  trx: Db,
  id: VersionId,
  { reason: overrideReason, isSeen, askedAt }: PromotionOrder,
  actor: Actor,
): Promise<Promotion> {
  const version = await getVersionForUpdate(trx, id);
  requireState(version, 'promote');
  const before = await listProductionPeriods(trx, version.hospitalId);
  const standing = before.filter(({ from, to }) => from <= version.to && version.from <= to);
  const judgement = await judgeVersion(trx, id, version.from, version.to);
  requireSeen(viewOf(version, standing, judgement), isSeen);
  const overridden = requirePromotable(judgement.validation, overrideReason);
  await requireStanding(trx, version, standing, askedAt);
  const replaced = await replaceProductionPeriods(
    trx,
    { versionId: id, hospitalId: version.hospitalId, from: version.from, to: version.to },
    { createdBy: actor.userId, newId: () => newId<never>() },
  );
  const promoted = await setVersionStatus(trx, id, {
    expected: 'STAGING',
    status: 'PRODUCTION',
    by: actor.userId,
  });
  for (const ended of replaced.ended) {
    await setVersionStatus(trx, ended, { expected: 'PRODUCTION', status: 'ARCHIVED', by: actor.userId });
  }
  const hospitalId = version.hospitalId;
  const after = { status: 'PRODUCTION', from: version.from, to: version.to, ...replaced };
  const left = replaced.trimmed.length > 0 ? await listProductionPeriods(trx, hospitalId) : [];
  await recordChanges(trx, actor, [
    {
      action: 'VERSION_PROMOTED',
      resource: resourceOf(id),
      hospitalId,
      before: { status: 'STAGING' },
      after,
    },
    ...(overridden.length > 0
      ? [
          {
            action: 'ERRORS_OVERRIDDEN',
            resource: resourceOf(id),
            hospitalId,
            after: { reason: overrideReason, keys: overridden },
          },
        ]
      : []),
    ...replaced.trimmed.map((trimmed) => ({
      ...{ action: 'VERSION_TRIMMED', resource: resourceOf(trimmed), hospitalId },
      before: { inForce: mergeSpans(before, trimmed) },
      after: { inForce: mergeSpans(left, trimmed), replacedBy: id },
    })),
    ...replaced.ended.map((ended) => ({
      ...{ action: 'VERSION_ARCHIVED', resource: resourceOf(ended), hospitalId },
      before: { status: 'PRODUCTION', inForce: mergeSpans(before, ended) },
      after: { status: 'ARCHIVED', replacedBy: id },
    })),
  ]);
  return { version: promoted, trimmed: replaced.trimmed, archived: replaced.ended, overridden };
}

async function archive(
  trx: Db,
  id: VersionId,
  actor: Actor,
  isSeen?: IsSeen,
): Promise<{ version: ScheduleVersion; uncovered: { from: LocalDate; to: LocalDate }[] }> {
  const before = await getVersionForUpdate(trx, id);
  requireState(before, 'archive');
  if (isSeen) requireSeen(await viewNow(trx, before), isSeen);
  const periods = await deleteProductionPeriods(trx, id);
  const version = await setVersionStatus(trx, id, {
    expected: before.status,
    status: 'ARCHIVED',
    by: actor.userId,
  });
  const uncovered = mergeSpans(periods, id);
  await recordChanges(trx, actor, [
    {
      ...{ action: 'VERSION_ARCHIVED', resource: resourceOf(id), hospitalId: before.hospitalId },
      ...{ before: { status: before.status }, after: { status: 'ARCHIVED', withoutSchedule: uncovered } },
    },
  ]);
  return { version, uncovered };
}

/** The dates for which a version is in force by these periods, as few spans as there can be. */
function mergeSpans(
  periods: readonly ProductionPeriod[],
  id: VersionId,
): { from: LocalDate; to: LocalDate }[] {
  const merged: { from: LocalDate; to: LocalDate }[] = [];
  const own = periods.filter(({ versionId }) => versionId === id);
  for (const { from, to } of own.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && addDays(last.to, 1) === from) last.to = to;
    else merged.push({ from, to });
  }
  return merged;
}
