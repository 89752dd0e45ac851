import { answerOf, api } from '#web/client/api.ts';
import { FormDialog } from '#web/components/form-dialog.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import type { Person } from './people-query.ts';
import { bodyOf, checkPerson, NEW_PERSON } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';

interface Props {
  department: string | undefined;
  onAdded(person: Person): void;
  onClose(): void;
}

export function AddPerson({ department, onAdded, onClose }: Props) {
  const { field, saving } = useDraft({
    start: NEW_PERSON,
    check: checkPerson,
    save: (draft) =>
      answerOf(api.POST('/api/people', { body: { ...bodyOf(draft), ...(department && { department }) } })),
    onSaved: ({ person }) => onAdded(person),
  });
  return (
    <FormDialog title="Add a person" action="Add" saving={saving} onClose={onClose}>
      {department ? <p className="weak">The person becomes a member of {department}.</p> : null}
      <PersonFields field={field} isNew />
    </FormDialog>
  );
}
