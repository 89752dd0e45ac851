import { useNavigate } from '@tanstack/react-router';
import { ArrowLeftRight } from 'lucide-react';
import { IconButton } from '#web/components/button.tsx';
import { Choice } from '#web/components/field.tsx';
import { datesText } from '#web/words/date-span.ts';
import type { Version } from './version-queries.ts';
import { STATUS_NAMES, versionName } from './version-words.ts';
import './compare.css';

interface Props {
  versions: readonly Version[];
  before: string | undefined;
  after: string;
}

/** Which two are compared; the address holds both. */
export function CompareChoice({ versions, before, after }: Props) {
  const navigate = useNavigate();
  const compare = (versionId: string, against: string | undefined) =>
    void navigate({
      to: '/versions/$versionId/compare',
      params: { versionId },
      search: against ? { against } : {},
    });
  const options = versions.map((version) => ({
    value: version.id,
    label: `${versionName(version.id)}, ${STATUS_NAMES[version.status].toLowerCase()}, ${datesText(version)}`,
  }));
  const withChosen = (id: string) =>
    options.some(({ value }) => value === id) ? options : [{ value: id, label: versionName(id) }, ...options];
  return (
    <div className="compare-choice">
      <Choice
        label="Before"
        value={before ?? ''}
        onChange={(chosen) => compare(after, chosen)}
        options={before ? withChosen(before) : [{ value: '', label: 'Choose …' }, ...options]}
      />
      <IconButton
        label="Exchange before and after"
        isDisabled={!before}
        onPress={() => before && compare(before, after)}
      >
        <ArrowLeftRight size={18} aria-hidden="true" />
      </IconButton>
      <Choice
        label="After"
        value={after}
        onChange={(chosen) => compare(chosen, before)}
        options={withChosen(after)}
      />
    </div>
  );
}
