import { type PresentedCoverage, presentCoverage } from '#src/coverage/present-coverage.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ValidationResult } from '#src/domain/validation.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import { findLatestCalculation } from '#src/repositories/coverage-calculations.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import type { ServiceContext } from './service-context.ts';
import { judgeVersion } from './version-judgement.ts';
import { spanOfVersion } from './version-span.ts';

export interface StandingCoverage {
  /** As of now: after a change by hand it differs from what was stored. */
  coverage: PresentedCoverage;
  validation: ValidationResult;
  /** The newest calculation of the version, of the same dates where dates are asked for. */
  stored: { calculatedAt: string; from: LocalDate; to: LocalDate; summary: unknown } | null;
}

export interface StoredCoverageService {
  /** Null dates: the version's own. NOT_FOUND, BAD_REQUEST where the version has none of the dates. */
  view(versionId: VersionId, from: LocalDate | null, to: LocalDate | null): Promise<StandingCoverage>;
}

/** Load, and load people. */
const QUERIES = 2;

export function storedCoverageService(context: ServiceContext): StoredCoverageService {
  const { db } = context.database;
  return {
    async view(versionId, from, to) {
      const version = await getVersion(db, versionId);
      const span = spanOfVersion(version, from, to);
      const judged = await judgeVersion(db, versionId, span.from, span.to);
      const latest = await findLatestCalculation(db, versionId, from || to ? span : undefined);
      return {
        coverage: presentCoverage(judged.coverage, zoneClock(judged.timeZone), QUERIES),
        validation: judged.validation,
        stored: latest && {
          ...{ calculatedAt: latest.calculatedAt, from: latest.from, to: latest.to, summary: latest.summary },
        },
      };
    },
  };
}
