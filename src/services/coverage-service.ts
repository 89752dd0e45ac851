import { computeCoverage } from '#src/coverage/compute-coverage.ts';
import { type PresentedCoverage, presentCoverage } from '#src/coverage/present-coverage.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { CalculationId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Actor } from '#src/domain/user.ts';
import { toValidationResult, type ValidationMessage, type ValidationResult } from '#src/domain/validation.ts';
import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertCalculation } from '#src/repositories/coverage-calculations.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { countQueries } from '#src/repositories/query-counter.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import { toAuditEntry } from './audit-trail.ts';
import type { OnProgress, ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';

export interface CalculatedCoverage {
  coverage: PresentedCoverage;
  messages: ValidationMessage[];
  validation: ValidationResult;
}

export interface CoverageService {
  /**
   * Calculates the coverage of a version for schedule dates (both included; null: the version's own) and stores it with
   * its number of queries: three, whatever the size (load, load people, store). A span given whole costs no more. Dates that
   * the version does not have are left out; BAD_REQUEST where none is left, NOT_FOUND.
   */
  calculateCoverage(
    versionId: VersionId,
    from: LocalDate | null,
    to: LocalDate | null,
    actor: Actor,
    onProgress?: OnProgress,
  ): Promise<CalculatedCoverage>;
}

/** Queries of a calculation: load, load people, store. */
const QUERIES = 3;

export function coverageService(context: ServiceContext): CoverageService {
  return {
    async calculateCoverage(versionId, from, to, actor, onProgress) {
      const phase = { phase: 'COVERAGE', total: 1 } as const;
      onProgress?.({ ...phase, step: 'calculating', done: 0, message: 'calculating coverage' });
      const span = from && to ? { from, to } : await openSpan(context, versionId, from, to);
      const counted = countQueries(context.database.db);
      const loaded = await loadFacts(counted.db, versionId, span.from, span.to);
      const { version } = loaded;
      const facts = { ...loaded.facts, ...commonSpan(span, version) };
      const clock = zoneClock(facts.timeZone);
      const computed = computeCoverage(facts);
      const coverage = presentCoverage(computed, clock, QUERIES);
      const { gaps: _, ...summary } = coverage;
      const calculation = {
        id: newId<CalculationId>(),
        versionId,
        hospitalId: version.hospitalId,
        calculatedOn: clock.dateAt(Math.floor(Date.parse(context.now()) / 60_000) as EpochMinute),
        from: facts.from,
        to: facts.to,
        byPosition: coverage.byPosition as Record<string, { desired: number; assigned: number }>,
        summary: { ...summary, gaps: computed.gaps.length },
        messages: computed.messages,
        queryCount: QUERIES,
        calculatedBy: actor.userId,
      };
      const note = toAuditEntry(actor, {
        ...{ action: 'COVERAGE_CALCULATED', resource: `schedule_version:${versionId}` },
        hospitalId: version.hospitalId,
        after: {
          from: facts.from,
          to: facts.to,
          percentage: coverage.percentage,
          gaps: computed.gaps.length,
        },
      });
      // In a transaction, since that is what a job's attempt is fenced by.
      const store = (db: Db) => insertCalculation(db, calculation, context.job?.id ?? null, note);
      await (context.job ? inTransaction(counted.db, store) : store(counted.db));
      if (counted.count() !== QUERIES) {
        throw new Error(`A coverage calculation took ${counted.count()} queries instead of ${QUERIES}`);
      }
      onProgress?.({ ...phase, step: 'calculated', done: 1, message: 'coverage calculated' });
      return { coverage, messages: computed.messages, validation: toValidationResult(computed.messages) };
    },
  };
}

interface Span {
  from: LocalDate;
  to: LocalDate;
}

async function openSpan(
  context: ServiceContext,
  versionId: VersionId,
  from: LocalDate | null,
  to: LocalDate | null,
): Promise<Span> {
  const version = await getVersion(context.database.db, versionId);
  return { from: from ?? version.from, to: to ?? version.to };
}

function commonSpan(asked: Span, version: Span): Span {
  const from = asked.from > version.from ? asked.from : version.from;
  const to = asked.to < version.to ? asked.to : version.to;
  if (from <= to) return { from, to };
  const says = `The version is for ${version.from} to ${version.to}; ${asked.from} to ${asked.to} has no date of it.`;
  throw new CodedError('BAD_REQUEST', says);
}
