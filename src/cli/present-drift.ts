import { zoneClock } from '#src/domain/zone-clock.ts';
import type { RosterDrift } from '#src/services/roster-drift-service.ts';
import { presentChangesText } from './present-diff.ts';
import { presentMessages } from './present-messages.ts';
import { type TextBlock, textTable } from './text-layout.ts';

export function presentDriftText({ asOf, versions }: RosterDrift): TextBlock[] {
  const parts = versions.flatMap((v): TextBlock[] => {
    const rows = v.differences.map((d) => [
      d.date,
      d.shiftType,
      d.kind,
      d.before.join('; ') || null,
      d.after.join('; ') || null,
    ]);
    return [
      `Version ${v.versionId}, ${v.from} to ${v.to}: ${rows.length} shifts differ.`,
      ...(rows.length > 0 ? [textTable(['Date', 'Shift', 'Change', 'Production', 'Roster'], rows)] : []),
      ...presentMessages(v.messages, false),
      ...presentChangesText(v.coverage, zoneClock(v.timeZone)),
    ];
  });
  return [`Roster as of ${asOf}`, ...parts];
}
