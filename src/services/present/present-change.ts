import { zoneClock } from '#src/domain/zone-clock.ts';
import type { HandMadeEntry } from '#src/repositories/hand-made-entries.ts';
import type { ChangeResult } from '../change-outcome.ts';
import { presentChanges } from './present-diff.ts';

/** A change by hand with what it newly covers and uncovers, and in which hours it re-cuts the positions. */
export function presentChange(result: ChangeResult) {
  const clock = zoneClock(result.timeZone);
  const changes = presentChanges(result.changes, clock);
  const recuts = result.recuts.map((recut) => ({
    ...{ ...recut, from: clock.present(recut.from), to: clock.present(recut.to) },
  }));
  const ofKind = (kind: string) => changes.filter((change) => change.kind === kind);
  const { versionId: version, dryRun, removed, added } = result;
  return {
    ...{ version, dryRun, removed, added, changes, recuts },
    ...{ newlyUncovered: ofKind('uncovered'), newlyCovered: ofKind('covered') },
  };
}

export function presentHandMade({ versionId: version, ...entry }: HandMadeEntry) {
  return { ...entry, version };
}
