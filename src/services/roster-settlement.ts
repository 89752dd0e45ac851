import { Temporal } from 'temporal-polyfill';
import type { Accounting } from '#src/domain/accounting.ts';
import type { RosterReport } from '#src/domain/roster.ts';
import type { BuiltRoster } from '#src/intake/roster/build-roster.ts';
import type { KeptOverrides } from '#src/intake/roster/keep-overrides.ts';

/** R11 with R16: a row of the roster that a change by hand displaces is ignored, not accepted. */
export function settleRoster(built: BuiltRoster, kept: KeptOverrides): Accounting {
  const displaced = kept.displaced.filter((entry) => built.assignmentNames.has(entry.id)).length;
  const accepted = built.accounting.accepted - displaced;
  return { ...built.accounting, accepted, stored: accepted, ignored: built.accounting.ignored + displaced };
}

/** Of several reports the oldest says how old the roster is. */
export function oldestStamp(reports: readonly RosterReport[]): { sourceAsOf?: string } {
  const stamps = reports.flatMap((report) => report.asOf ?? []).map((stamp) => Temporal.Instant.from(stamp));
  const [oldest] = stamps.sort(Temporal.Instant.compare);
  return oldest ? { sourceAsOf: oldest.toString() } : {};
}
