import { createHash } from 'node:crypto';
import { type PresentedCoverage, presentCoverage } from '#src/coverage/present-coverage.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ProductionPeriod, ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { ValidationResult } from '#src/domain/validation.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import type { VersionJudgement } from './version-judgement.ts';

export interface VersionView {
  version: ScheduleVersion;
  /** Dates for which it is in force. */
  inForce: { from: LocalDate; to: LocalDate }[];
  validation: ValidationResult;
  /** As of now, with instants of the department's zone. */
  coverage: PresentedCoverage;
  /** Two that are equal: the same rows of the roster stand. */
  roster: string;
}

/** Load, and load people. */
const JUDGEMENT_QUERIES = 2;

export function viewOf(
  version: ScheduleVersion,
  periods: readonly ProductionPeriod[],
  { validation, coverage, timeZone, roster }: VersionJudgement,
): VersionView {
  const own = periods.filter((period) => period.versionId === version.id);
  return {
    ...{ version, validation, roster, inForce: own.map(({ from, to }) => ({ from, to })) },
    coverage: presentCoverage(coverage, zoneClock(timeZone), JUDGEMENT_QUERIES),
  };
}

/** Changes with everything that the view says, and with the roster behind it. */
export const tagOf = (view: VersionView): string =>
  createHash('sha256').update(JSON.stringify(view)).digest('base64url');

/** Whether a view's tag is one of those that the caller decided by. */
export type IsSeen = (tag: string) => boolean;

/** OUTDATED where the version shows something else by now than what the caller has seen. */
export function requireSeen(view: VersionView, isSeen: IsSeen): void {
  if (isSeen(tagOf(view))) return;
  throw new CodedError(
    'OUTDATED',
    'The version has changed since you looked at it, so nothing was done. Look at it again, then decide.',
  );
}
