import { Choice } from '#web/components/field.tsx';
import type { Tone } from '#web/components/notice.tsx';
import type { Version } from './choose-version.ts';
import { spanDatesText } from './date-span.ts';

type Status = Version['status'];

export const STATUS_NAMES: Record<Status, string> = {
  STAGING: 'Staging',
  PRODUCTION: 'Production',
  ARCHIVED: 'Archived',
};

export const STATUS_TONES: Record<Status, Tone> = {
  STAGING: 'warning',
  PRODUCTION: 'good',
  ARCHIVED: 'plain',
};

interface Props {
  /** The newest first. */
  versions: readonly Version[];
  chosen: string | undefined;
  /** Id of the one that the page shows unasked, where it is in force. */
  inForce: string | null;
  onChoose(id: string): void;
}

/** Which version of the department is looked at. */
export function VersionChoice({ versions, chosen, inForce, onChoose }: Props) {
  const options = versions.map((version) => ({
    value: version.id,
    label: `${version.id === inForce ? 'In force' : STATUS_NAMES[version.status]} · ${spanDatesText(version)} · ${version.id.slice(-6)}`,
  }));
  const unknown = chosen === undefined ? [{ value: '', label: 'Choose a version' }] : [];
  return (
    <Choice
      label="Version"
      value={chosen ?? ''}
      onChange={(id) => id && onChoose(id)}
      options={[...unknown, ...options]}
    />
  );
}
