import { type ZoneClock, zoneClock } from '#src/domain/zone-clock.ts';
import type { VersionDiff } from '#src/services/version-diff-service.ts';
import { type TextBlock, textTable } from './text-layout.ts';

/** A study that gets another reader, loses its own, or gains one. */
export type ReaderChange = VersionDiff['coverage'][number];

const stateText = ({ name, cause }: ReaderChange['before']): string => name ?? cause ?? 'not listed';

/** One line a change: study, hours, who before, who after. */
export function presentChangesText(changes: readonly ReaderChange[], clock: ZoneClock): TextBlock[] {
  if (changes.length === 0) return ['No study changes its reader.'];
  const lost = changes.filter((change) => change.kind === 'uncovered');
  const gained = changes.filter((change) => change.kind === 'covered');
  const rows = changes.map((change) => [
    change.kind === 'uncovered' ? 'HOLE' : change.kind,
    change.label,
    clock.present(change.from).slice(0, 16).replace('T', ' '),
    clock.present(change.to).slice(11, 16),
    stateText(change.before),
    stateText(change.after),
  ]);
  return [
    `${changes.length} changes of reader: ${lost.length} newly without a reader, ${gained.length} newly with one.`,
    textTable(['Change', 'Study', 'From', 'To', 'Before', 'After'], rows),
  ];
}

export function presentDiffText(diff: VersionDiff): TextBlock[] {
  const shifts = diff.shifts.map((s) => [
    s.date,
    s.shiftType,
    s.removed.join(', ') || null,
    s.added.join(', ') || null,
  ]);
  const people = diff.assignments.map((a) => [
    a.date,
    a.shiftType,
    a.kind,
    a.before.join('; ') || null,
    a.after.join('; ') || null,
  ]);
  return [
    `${diff.from} to ${diff.to}: ${shifts.length} shifts and ${people.length} assignments differ.`,
    ...(shifts.length > 0 ? [textTable(['Date', 'Shift', 'Only before', 'Only after'], shifts), ''] : []),
    ...(people.length > 0 ? [textTable(['Date', 'Shift', 'Change', 'Before', 'After'], people), ''] : []),
    ...presentChangesText(diff.coverage, zoneClock(diff.timeZone)),
  ];
}
