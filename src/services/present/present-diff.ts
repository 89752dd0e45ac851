import type { ReaderChange } from '#src/coverage/compute-diff.ts';
import { type ZoneClock, zoneClock } from '#src/domain/zone-clock.ts';
import type { VersionDiff } from '../version-diff-service.ts';

/** Reader changes with instants of the department's zone. */
export function presentChanges(changes: readonly ReaderChange[], clock: ZoneClock) {
  return changes.map((change) => ({
    ...change,
    from: clock.present(change.from),
    to: clock.present(change.to),
  }));
}

export function presentDiff(diff: VersionDiff) {
  return { ...diff, coverage: presentChanges(diff.coverage, zoneClock(diff.timeZone)) };
}
