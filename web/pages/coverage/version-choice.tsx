import { Choice } from '#web/components/field.tsx';
import type { Period, Version } from '#web/pages/versions/version-queries.ts';
import { STATUS_NAMES, versionMark } from '#web/pages/versions/version-words.ts';
import { datesText } from '#web/words/date-span.ts';

interface Props {
  /** The newest first. */
  versions: readonly Version[];
  periods: readonly Period[];
  chosen: string | undefined;
  onChoose(id: string): void;
}

/** Which version of the department is looked at. */
export function VersionChoice({ versions, periods, chosen, onChoose }: Props) {
  const inForce = new Set(periods.map(({ version }) => version));
  const options = versions.map((version) => {
    const state = inForce.has(version.id) ? 'In force' : STATUS_NAMES[version.status];
    return { value: version.id, label: `${state} · ${datesText(version)} · ${versionMark(version.id)}` };
  });
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
