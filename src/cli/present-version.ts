import type { VersionView } from '#src/services/version-view.ts';
import { presentCounts, presentMessages } from './present-messages.ts';
import type { TextBlock } from './text-layout.ts';

export function presentViewText({ version, inForce, validation, coverage }: VersionView): TextBlock[] {
  const dates = inForce.map(({ from, to }) => `${from} to ${to}`).join(', ');
  const { percentage, shiftInstances, uncovered, partial, gaps } = coverage;
  const verdict = validation.canPromote
    ? 'Nothing stands against its promotion.'
    : 'It cannot be promoted as it is.';
  return [
    `Version ${version.id} · ${version.department} · ${version.from} to ${version.to} · ${version.status}`,
    `In force: ${dates || 'no dates'}`,
    `Coverage: ${percentage.toFixed(2)} % of ${shiftInstances} shifts, ${uncovered} uncovered, ${partial} partial, ${gaps.length} study gaps`,
    ...presentMessages(validation.messages, true),
    `${presentCounts(validation)}.${version.status === 'STAGING' ? ` ${verdict}` : ''}`,
  ];
}
