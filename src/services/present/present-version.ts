import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { VersionView } from '../version-view.ts';

export function presentVersion(version: ScheduleVersion) {
  const { id, status, department, from, to, createdAt, updatedAt } = version;
  return { id, status, department, from, to, createdAt, updatedAt };
}

/** A version with what stands for and against it; its gaps are counted, the coverage itself lists them. */
export function presentView({ version, inForce, validation, coverage }: VersionView) {
  const { gaps, ...counts } = coverage;
  return {
    version: presentVersion(version),
    inForce,
    coverage: { ...counts, gaps: gaps.length },
    validation,
  };
}
