import type { Accounting } from '#src/domain/accounting.ts';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { MatrixReading } from '#src/domain/matrix.ts';
import type { Actor } from '#src/domain/user.ts';
import { toValidationResult, type ValidationMessage, warning } from '#src/domain/validation.ts';
import { readMatrix } from '#src/intake/matrix/read-matrix.ts';
import { buildSchedule } from '#src/intake/schedule/build-schedule.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertCoverageRules, insertRuleGroups } from '#src/repositories/coverage-rules.ts';
import type { Db } from '#src/repositories/database.ts';
import { listAllHospitals } from '#src/repositories/hospitals.ts';
import { getVersionForUpdate, setVersionValidation } from '#src/repositories/schedule-versions.ts';
import { findCompleteBatch, listBatches } from '#src/repositories/scrape-batches.ts';
import { insertShiftInstances } from '#src/repositories/shift-instances.ts';
import { hospitalIds } from './department-directory.ts';
import { type BatchResult, type BatchVerdict, checksumOf, runBatch } from './import-batch.ts';
import type { RegistryService } from './registry-service.ts';
import type { GivenFile, OnProgress, ServiceContext } from './service-context.ts';
import { addStagingVersion } from './staging-version.ts';
import { requirePeriod } from './version-span.ts';
import { requireImportable, requireState } from './version-state.ts';

export interface OdsImport {
  department: Department;
  /** Null: a new STAGING version for the dates; of an existing one its own dates count. */
  versionId: VersionId | null;
  from: LocalDate;
  to: LocalDate;
  file: GivenFile;
  layout?: 'matrix' | 'list';
  createHospitals?: boolean;
  allowPartial?: boolean;
  actor: Actor;
  onProgress?: OnProgress;
}

export interface OdsImportService {
  /**
   * Reads a coverage matrix or flat list and stores its rules and shift instances into a STAGING version. With any ERROR
   * nothing is stored and the batch is FAILED, unless a partial import is allowed. The same bytes again add nothing;
   * CONFLICT for another file into a version that has one, NOT_FOUND for a version of another department; BAD_REQUEST for
   * dates that no new version can be for.
   */
  importOdsFile(order: OdsImport): Promise<BatchResult>;
}

export function odsImportService(context: ServiceContext, registry: RegistryService): OdsImportService {
  const { db } = context.database;
  return {
    async importOdsFile(asked) {
      const { department, versionId, file, actor } = asked;
      const version = versionId ? await requireImportable(db, department, versionId) : null;
      const before = version && (await importedBefore(db, version.id, file));
      if (before) return before;
      if (!version) requirePeriod(asked);
      const { from, to } = version ?? asked;
      const order = { ...asked, from, to };
      const plan = {
        hospitalId: department.id,
        source: 'MATRIX' as const,
        sourceName: file.name,
        versionId,
        from,
        to,
        actor,
      };
      return await runBatch(context, plan, async () => {
        const message = `reading ${file.name}`;
        order.onProgress?.({ phase: 'ODS_IMPORT', step: 'reading', done: 0, total: 0, message });
        const known = await listAllHospitals(db);
        const { rolloverHour: rollover } = department;
        const options = {
          hospitals: known,
          createHospitals: order.createHospitals ?? false,
          rollover,
          limits: context.limits,
        };
        const reading = await readMatrix(file, order.layout ? { ...options, layout: order.layout } : options);
        return judge(order, reading, registry);
      });
    },
  };
}

/** The import that brought these bytes into this version already: nothing is added, and it says so. */
async function importedBefore(db: Db, versionId: VersionId, file: GivenFile): Promise<BatchResult | null> {
  for (const source of ['MATRIX', 'LIST'] as const) {
    const batch = await findCompleteBatch(db, versionId, source, checksumOf([file]));
    if (!batch?.accounting) continue;
    const messages = batch.validation?.messages ?? [];
    const accounting = { ...batch.accounting, stored: 0 };
    return { batchId: batch.id, state: 'COMPLETE', versionId, accounting, messages, ms: 0 };
  }
  return null;
}

function judge(
  order: OdsImport,
  reading: MatrixReading & { createdHospitals: string[] },
  registry: RegistryService,
): BatchVerdict {
  const { department, from, to, file, actor } = order;
  const source = reading.layout === 'list' ? ('LIST' as const) : ('MATRIX' as const);
  const refused = reading.messages.some((message) => message.severity === 'ERROR');
  if (refused && !(order.allowPartial && reading.listed.length + reading.shifts.length > 0)) {
    const accounting = { ...reading.accounting, stored: 0 };
    return { accounting, messages: reading.messages, files: [file], source, store: null };
  }
  const schedule = buildSchedule(reading, {
    from,
    to,
    holidays: department.holidays,
    newId: () => newId<never>(),
  });
  const accounting = settle(reading.accounting, schedule.outside);
  const messages = [
    ...reading.messages,
    ...schedule.messages,
    ...(refused ? [partialImport(accounting)] : []),
  ];
  return {
    ...{ accounting, messages, files: [file], source },
    store: async (trx, batchId) => {
      await registry.createHospitals(reading.createdHospitals, department.timeZone, actor, trx);
      const versionId = await openVersion(trx, order);
      await setVersionValidation(trx, versionId, {
        validation: toValidationResult(messages),
        batchId,
        by: actor.userId,
      });
      const total = schedule.instances.length;
      const phase = { phase: 'ODS_IMPORT', total } as const;
      order.onProgress?.({ ...phase, step: 'storing', done: 0, message: `storing ${total} shifts` });
      // One that was disabled came back with its own spelling.
      const ids = await hospitalIds(trx, reading.createdHospitals);
      const origin = { versionId, batchId, hospitalIds: ids, createdBy: actor.userId };
      await insertRuleGroups(trx, versionId, schedule.groupIds);
      await insertCoverageRules(trx, origin, schedule.rules);
      await insertShiftInstances(trx, origin, schedule.instances);
      order.onProgress?.({ ...phase, step: 'stored', done: total, message: `${total} shifts stored` });
      return { rows: total, versionId };
    },
  };
}

/** Rows of a list outside the period are ignored, not accepted. */
function settle(accounting: Accounting, outside: number): Accounting {
  const accepted = accounting.accepted - outside;
  return { ...accounting, accepted, ignored: accounting.ignored + outside, stored: accepted };
}

function partialImport({ rejected }: Accounting): ValidationMessage {
  const text = `${rejected} rejected ${rejected === 1 ? 'unit was' : 'units were'} left out of a partial import of the matrix.`;
  return warning('PARTIAL_IMPORT', text, ['matrix'], { rejected });
}

async function openVersion(trx: Db, order: OdsImport): Promise<VersionId> {
  const { department, versionId, from, to, actor } = order;
  if (versionId) {
    requireState(await getVersionForUpdate(trx, versionId), 'import');
    const imports = (await listBatches(trx, { versionId, state: 'COMPLETE' }, { limit: 200 })).items;
    if (imports.every((batch) => batch.source === 'ROSTER')) return versionId;
    throw new CodedError(
      'CONFLICT',
      `Version ${versionId} has its matrix already. Import another file into a new version.`,
    );
  }
  return (await addStagingVersion(trx, { hospitalId: department.id, from, to }, actor)).id;
}
