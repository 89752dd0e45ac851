import { useState } from 'react';
import { EFFECTIVE_POSITIONS, SHIFT_TYPES } from '#src/domain/shift-type.ts';
import { answerOf, api } from '#web/client/api.ts';
import type { Faults } from '#web/client/faults.ts';
import { useMay } from '#web/client/session.ts';
import { Choice } from '#web/components/field.tsx';
import { FormDialog } from '#web/components/form-dialog.tsx';
import { Notice } from '#web/components/notice.tsx';
import { SecretOnce } from '#web/components/secret-once.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { KIND_NAMES } from './feed-columns.tsx';
import { HospitalChoice, PersonChoice } from './feed-target.tsx';
import type { Feed, FeedKind } from './feeds-query.ts';

interface Props {
  department: string | undefined;
  onMade(): void;
  onClose(): void;
}

interface FeedDraft {
  kind: FeedKind | 'own';
  /** Email, position or code, by the kind. */
  of: string;
}

const POSITIONS: readonly string[] = [...SHIFT_TYPES, ...EFFECTIVE_POSITIONS];

const MISSING: Record<FeedKind, string> = {
  person: 'Choose the person.',
  position: 'Choose the position.',
  hospital: 'Choose the hospital.',
};

const check = ({ kind, of }: FeedDraft): Faults<keyof FeedDraft> =>
  kind !== 'own' && of === '' ? { of: MISSING[kind] } : {};

/** Asks of whom or what, then shows the address this once. Whoever may not read the department makes the own one only. */
export function MakeFeed({ department, onMade, onClose }: Props) {
  const mayRead = useMay('read');
  const [made, setMade] = useState<{ feed: Feed; url: string } | null>(null);
  const { draft, field, restart, saving } = useDraft({
    start: { kind: 'own', of: '' } as FeedDraft,
    check,
    save: ({ kind, of }) => {
      const body =
        kind === 'own'
          ? { kind: 'person' as const, ...(mayRead && department && { department }) }
          : { kind, of, ...(department && { department }) };
      return answerOf(api.POST('/api/feeds', { body }));
    },
    onSaved: (answer) => {
      setMade(answer);
      onMade();
    },
  });
  return (
    <FormDialog
      title={made ? `The feed of ${made.feed.title}` : 'Make a calendar feed'}
      action="Make"
      saving={saving}
      onClose={onClose}
      outcome={
        made ? (
          <SecretOnce label="Secret address" secret={made.url}>
            Add it to a calendar as a subscription. Whoever has the address sees these duties, until it is
            revoked.
          </SecretOnce>
        ) : null
      }
    >
      {mayRead ? (
        <Choice
          label="Of"
          value={draft.kind}
          onChange={(kind) => restart({ kind, of: kind === 'position' ? SHIFT_TYPES[0] : '' })}
          options={[
            { value: 'own', label: 'My own duties' },
            ...(['person', 'position', 'hospital'] as const).map((value) => ({
              value,
              label: `A ${KIND_NAMES[value].toLowerCase()}`,
            })),
          ]}
        />
      ) : (
        <p>A calendar of your own duties.</p>
      )}
      {draft.kind === 'own' && field('of').fault ? (
        <Notice tone="danger" live>
          {field('of').fault}
        </Notice>
      ) : null}
      {draft.kind === 'person' ? <PersonChoice department={department} {...field('of')} /> : null}
      {draft.kind === 'position' ? (
        <Choice
          label="Position"
          options={POSITIONS.map((position) => ({ value: position, label: position }))}
          {...field('of')}
        />
      ) : null}
      {draft.kind === 'hospital' ? <HospitalChoice {...field('of')} /> : null}
    </FormDialog>
  );
}
