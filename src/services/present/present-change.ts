import { zoneClock } from '#src/domain/zone-clock.ts';
import type { ChangeResult } from '../change-service.ts';
import { presentChanges } from './present-diff.ts';

/** A change by hand with what it newly covers and uncovers. */
export function presentChange(result: ChangeResult) {
  const changes = presentChanges(result.changes, zoneClock(result.timeZone));
  const ofKind = (kind: string) => changes.filter((change) => change.kind === kind);
  const { versionId: version, timeZone: _, changes: __, ...rest } = result;
  return { version, ...rest, changes, newlyUncovered: ofKind('uncovered'), newlyCovered: ofKind('covered') };
}
