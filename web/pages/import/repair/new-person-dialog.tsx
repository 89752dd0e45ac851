import { FormDialog } from '#web/components/form-dialog.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { bodyOf, checkPerson, NEW_PERSON } from '#web/pages/people/person-draft.ts';
import { PersonFields } from '#web/pages/people/person-fields.tsx';
import { useNewPerson } from './people-changes.ts';
import { turnedName, type UnknownPerson } from './repairs.ts';

interface Props {
  department: string;
  person: UnknownPerson;
  onClose(): void;
}

/** Adds somebody whom the roster names, with what it says of them; its spelling becomes an alias where it differs. */
export function NewPersonDialog({ department, person, onClose }: Props) {
  const { staffId, email, phone, pager } = person;
  const name = turnedName(person.name);
  const add = useNewPerson(department);
  const { field, saving } = useDraft({
    start: {
      ...{ ...NEW_PERSON, name, aliases: name === person.name ? [] : [person.name] },
      ...{ amionId: staffId ?? '', email: email ?? '', phone: phone ?? '', pager: pager ?? '' },
    },
    check: checkPerson,
    save: (draft) => add(bodyOf(draft)),
    onSaved: onClose,
  });
  return (
    <FormDialog title={`Who “${person.name}” is`} action="Add the person" saving={saving} onClose={onClose}>
      <p className="weak">The person becomes a member of {department}.</p>
      <PersonFields field={field} isNew />
    </FormDialog>
  );
}
