import { computeCoverage } from '#src/coverage/compute-coverage.ts';
import { presentCoverage, type PresentedCoverage } from '#src/coverage/present-coverage.ts';
import type { CalculationId, VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Actor } from '#src/domain/user.ts';
import { toValidationResult, type ValidationMessage, type ValidationResult } from '#src/domain/validation.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import { newId } from '#src/outside/new-id.ts';
import { insertCalculation } from '#src/repositories/coverage-calculations.ts';
import { countQueries } from '#src/repositories/query-counter.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';

export interface CalculatedCoverage {
  coverage: PresentedCoverage;
  messages: ValidationMessage[];
  validation: ValidationResult;
}

export interface CoverageService {
  /**
   * Calculates the coverage of a version for schedule dates (both included; null: the version's own) and stores it with
   * its number of queries: three, whatever the size (load, load people, store). A span given whole costs no more.
   */
  calculateCoverage(
    versionId: VersionId,
    from: LocalDate | null,
    to: LocalDate | null,
    actor: Actor,
  ): Promise<CalculatedCoverage>;
}

/** Queries of a calculation: load, load people, store. */
const QUERIES = 3;

export function coverageService(context: ServiceContext): CoverageService {
  return {
    async calculateCoverage(versionId, from, to, actor) {
      const span = from && to ? { from, to } : await clippedSpan(context, versionId, from, to);
      const counted = countQueries(context.database.db);
      const { version, facts } = await loadFacts(counted.db, versionId, span.from, span.to);
      const computed = computeCoverage(facts);
      const coverage = presentCoverage(computed, zoneClock(facts.timeZone), QUERIES);
      const { gaps: _, ...summary } = coverage;
      const calculation = {
        id: newId<CalculationId>(),
        versionId,
        hospitalId: version.hospitalId,
        calculatedOn: context.now().slice(0, 10) as LocalDate,
        from: span.from,
        to: span.to,
        byPosition: coverage.byPosition as Record<string, { desired: number; assigned: number }>,
        summary: { ...summary, gaps: computed.gaps.length },
        messages: computed.messages,
        queryCount: QUERIES,
        calculatedBy: actor.userId,
      };
      await insertCalculation(counted.db, calculation, context.job?.id ?? null);
      if (counted.count() !== QUERIES) {
        throw new Error(`A coverage calculation took ${counted.count()} queries instead of ${QUERIES}`);
      }
      return { coverage, messages: computed.messages, validation: toValidationResult(computed.messages) };
    },
  };
}

async function clippedSpan(
  context: ServiceContext,
  versionId: VersionId,
  from: LocalDate | null,
  to: LocalDate | null,
): Promise<{ from: LocalDate; to: LocalDate }> {
  const version = await getVersion(context.database.db, versionId);
  return { from: from ?? version.from, to: to ?? version.to };
}
