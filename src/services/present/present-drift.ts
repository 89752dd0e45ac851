import { zoneClock } from '#src/domain/zone-clock.ts';
import type { RosterDrift } from '../roster-drift-service.ts';
import { presentChanges } from './present-diff.ts';

export function presentDrift({ department, batchId, asOf, versions }: RosterDrift) {
  return {
    ...{ department, batchId, asOf },
    versions: versions.map(({ versionId, from, to, timeZone, differences, coverage, messages }) => ({
      ...{ version: versionId, from, to, differences, messages },
      coverage: presentChanges(coverage, zoneClock(timeZone)),
    })),
  };
}
