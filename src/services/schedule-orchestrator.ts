import type { PresentedCoverage } from '#src/coverage/present-coverage.ts';
import type { Accounting } from '#src/domain/accounting.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { BatchId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { VersionStatus } from '#src/domain/schedule-version.ts';
import { toValidationResult, type ValidationMessage, type ValidationResult } from '#src/domain/validation.ts';
import { listAcceptedWarnings } from '#src/repositories/accepted-warnings.ts';
import { jobHasBatch } from '#src/repositories/scrape-batches.ts';
import type { AmionImportService } from './amion-import-service.ts';
import type { CoverageService } from './coverage-service.ts';
import type { DepartmentService } from './department-service.ts';
import type { BatchResult } from './import-batch.ts';
import type { OdsImportService } from './ods-import-service.ts';
import type { RegistryService } from './registry-service.ts';
import type { ScheduleVersionService } from './schedule-version-service.ts';
import type { GivenFile, ServiceContext, Watch } from './service-context.ts';
import { requirePeriod } from './version-span.ts';
import { NOTHING_BROUGHT, type Preparation, prepareDepartment } from './workflow-preparation.ts';

export interface Workflow extends Preparation, Watch {
  from: LocalDate;
  to: LocalDate;
  matrix: GivenFile;
  roster: readonly GivenFile[] | 'feed';
  allowPartial: boolean;
  /** Promote when done; with a reason, errors are overridden. Null: leave it STAGING. */
  promote: { overrideReason: string | null } | null;
}

export interface PhaseResult {
  phase: 'ODS_IMPORT' | 'AMION_IMPORT' | 'COVERAGE';
  state: 'COMPLETE' | 'FAILED' | 'SKIPPED';
  batchId: BatchId | null;
  accounting: Accounting | null;
  validation: ValidationResult;
  ms: number;
}

/** How a workflow ended (the table of R11). */
export type WorkflowOutcome = 'done' | 'input-errors' | 'unreachable' | 'refused';

export interface WorkflowResult {
  outcome: WorkflowOutcome;
  version: {
    id: VersionId;
    status: VersionStatus;
    department: string;
    from: LocalDate;
    to: LocalDate;
  } | null;
  phases: PhaseResult[];
  coverage: PresentedCoverage | null;
  /** Everything that the phases said. */
  validation: ValidationResult;
  /** Why a promotion that was asked for did not take place. */
  refusal: string | null;
}

export interface ScheduleOrchestrator {
  /** Phase 1 matrix, phase 2 roster, phase 3 coverage; each phase's result is kept. */
  executeFullWorkflow(order: Workflow): Promise<WorkflowResult>;
}

export interface OrchestratorServices {
  registry: RegistryService;
  departments: DepartmentService;
  odsImport: OdsImportService;
  amionImport: AmionImportService;
  coverage: CoverageService;
  versions: ScheduleVersionService;
}

export function scheduleOrchestrator(
  context: ServiceContext,
  services: OrchestratorServices,
): ScheduleOrchestrator {
  const { db } = context.database;
  return {
    async executeFullWorkflow(order) {
      const { from, to, actor } = order;
      requirePeriod({ from, to });
      // A retried job finds what its files brought, perhaps corrected since: it does not bring it again.
      const begun = context.job !== null && (await jobHasBatch(db, context.job.id));
      const preparation = begun ? { ...order, ...NOTHING_BROUGHT } : order;
      const prepared = await prepareDepartment(db, services.registry, services.departments, preparation);
      const { department } = prepared;
      if (!department) {
        return unversioned(
          [skipped('ODS_IMPORT'), skipped('AMION_IMPORT'), skipped('COVERAGE')],
          prepared.messages,
        );
      }
      const matrix = await services.odsImport.importOdsFile({
        ...order,
        department,
        versionId: null,
        file: order.matrix,
      });
      const first = toPhase('ODS_IMPORT', matrix);
      const { versionId } = matrix;
      if (!versionId || matrix.state === 'FAILED') {
        const messages = [...prepared.messages, ...matrix.messages];
        return unversioned([first, skipped('AMION_IMPORT'), skipped('COVERAGE')], messages);
      }
      const roster = await services.amionImport.scrapeAndImport({ ...order, department, versionId });
      const started = performance.now();
      const calculated = await services.coverage.calculateCoverage(
        versionId,
        from,
        to,
        actor,
        order.onProgress,
      );
      const third: PhaseResult = {
        ...skipped('COVERAGE'),
        state: 'COMPLETE',
        validation: toValidationResult(calculated.messages),
        ms: Math.round(performance.now() - started),
      };
      const accepted = new Set((await listAcceptedWarnings(db, department.id)).map((warning) => warning.key));
      const messages = [...prepared.messages, ...matrix.messages, ...roster.messages, ...calculated.messages];
      const promotion = await promoteIfAsked(services.versions, order, versionId, roster);
      return {
        outcome: outcomeOf(roster, promotion),
        version: { id: versionId, status: promotion.status, department: department.code, from, to },
        phases: [first, toPhase('AMION_IMPORT', roster), third],
        coverage: calculated.coverage,
        validation: toValidationResult(messages, accepted),
        refusal: promotion.refusal,
      };
    },
  };
}

function toPhase(phase: PhaseResult['phase'], result: BatchResult): PhaseResult {
  const { state, batchId, accounting, messages, ms } = result;
  return { phase, state, batchId, accounting, validation: toValidationResult(messages), ms };
}

function skipped(phase: PhaseResult['phase']): PhaseResult {
  return {
    phase,
    state: 'SKIPPED',
    batchId: null,
    accounting: null,
    validation: toValidationResult([]),
    ms: 0,
  };
}

/** A workflow that ended before there was a version. */
function unversioned(phases: PhaseResult[], messages: ValidationMessage[]): WorkflowResult {
  const validation = toValidationResult(messages);
  return { outcome: 'input-errors', version: null, phases, coverage: null, validation, refusal: null };
}

interface PromotionAttempt {
  status: VersionStatus;
  refusal: string | null;
}

async function promoteIfAsked(
  versions: ScheduleVersionService,
  order: Workflow,
  versionId: VersionId,
  roster: BatchResult,
): Promise<PromotionAttempt> {
  if (!order.promote) return { status: 'STAGING', refusal: null };
  if (roster.state === 'FAILED') {
    // An override is for errors that somebody has seen, not for a roster that is not there.
    return {
      status: 'STAGING',
      refusal: 'Not promoted: the roster was not imported. Import it, then promote the version.',
    };
  }
  try {
    const { version } = await versions.promoteToProduction(
      versionId,
      order.promote.overrideReason,
      order.actor,
    );
    return { status: version.status, refusal: null };
  } catch (cause) {
    if (!(cause instanceof CodedError) || (cause.code !== 'REFUSED' && cause.code !== 'CONFLICT'))
      throw cause;
    return { status: 'STAGING', refusal: cause.message };
  }
}

function outcomeOf(roster: BatchResult, promotion: PromotionAttempt): WorkflowOutcome {
  if (roster.state === 'FAILED') {
    const errors = roster.messages.filter((message) => message.severity === 'ERROR');
    return errors.every((message) => message.code === 'AMION_UNREACHABLE') ? 'unreachable' : 'input-errors';
  }
  return promotion.refusal === null ? 'done' : 'refused';
}
