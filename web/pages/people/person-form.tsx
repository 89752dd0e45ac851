import { answerOf, api } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { DraftForm } from '#web/components/draft-form.tsx';
import { Notice } from '#web/components/notice.tsx';
import { Section } from '#web/components/section.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { SPECIALTY_NAMES } from '#web/words/people.ts';
import type { Person } from './people-query.ts';
import { bodyOf, checkPerson, draftOf } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';

interface Props {
  person: Person;
  onSaved(person: Person, text: string): void;
}

export function PersonForm({ person, onSaved }: Props) {
  const { draft, field, restart, saving } = useDraft({
    start: draftOf(person),
    check: checkPerson,
    save: (filled) =>
      answerOf(api.PATCH('/api/people/{id}', { params: { path: { id: person.id } }, body: bodyOf(filled) })),
    onSaved: ({ person: saved }) => {
      restart(draftOf(saved));
      const changes = saved.specialty !== person.specialty;
      onSaved(
        saved,
        changes ? `Saved. Every answer now takes ${saved.name} as ${nameOf(saved.specialty)}.` : 'Saved.',
      );
    },
  });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(person));
  return (
    <Section title="What is known">
      <DraftForm saving={saving}>
        <PersonFields field={field} />
        {draft.specialty !== person.specialty && draft.specialty !== '' ? (
          <Notice tone="warning" live title="A new specialty changes every answer at once.">
            <p>
              From the moment you save, {person.name} is taken as {nameOf(draft.specialty)}: tonight, on every
              date and in every version, also the past ones. Studies may change or lose their reader, and
              nights on which {person.name} is on may be re-cut into body and neuro.
            </p>
          </Notice>
        ) : null}
        <div className="row">
          <Button type="submit" look="primary" isPending={saving.isPending} isDisabled={!isChanged}>
            Save
          </Button>
          {isChanged ? <Button onPress={() => restart(draftOf(person))}>Undo</Button> : null}
        </div>
      </DraftForm>
    </Section>
  );
}

const nameOf = (specialty: string): string => (SPECIALTY_NAMES[specialty] ?? specialty).toLowerCase();
