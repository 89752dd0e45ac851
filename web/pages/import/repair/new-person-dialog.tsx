import { useState } from 'react';
import { ApiError, type Schemas } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { Choice, Field } from '#web/components/field.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { SPECIALTY_NAMES } from '#web/words/people.ts';
import { useNewPerson } from './people-changes.ts';
import { turnedName, type UnknownPerson } from './repairs.ts';

type Specialty = Schemas['Specialty'];
const SPECIALTIES: readonly Specialty[] = ['BOTH', 'BODY_ONLY', 'NEURO_ONLY'];
const FIELDS = ['name', 'email', 'specialty', 'amionId'] as const;

interface Props {
  department: string;
  person: UnknownPerson;
  onClose(): void;
}

/** Adds somebody whom the roster names; the spelling of the roster becomes an alias where it differs. */
export function NewPersonDialog({ department, person, onClose }: Props) {
  const [name, setName] = useState(turnedName(person.name));
  const [email, setEmail] = useState(person.email ?? '');
  const [specialty, setSpecialty] = useState<Specialty>('BOTH');
  const [amionId, setAmionId] = useState(person.staffId ?? '');
  const [isTried, setTried] = useState(false);
  const create = useNewPerson(department);
  const faultOf = (field: (typeof FIELDS)[number]): string | undefined =>
    create.error instanceof ApiError ? create.error.faultOf(field) : undefined;
  const missing = (value: string, text: string): string | undefined =>
    isTried && value.trim() === '' ? text : undefined;
  const isNamed = FIELDS.some((field) => faultOf(field) !== undefined);
  const save = (): void => {
    setTried(true);
    if (name.trim() === '' || email.trim() === '') return;
    const aliases = name.trim() === person.name ? [] : [person.name];
    const { phone, pager } = person;
    const draft = { name, email, specialty, aliases, phone, pager, amionId: amionId.trim() || null };
    create.mutate(draft, { onSuccess: onClose });
  };
  return (
    <Dialog
      title="New person"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={create.isPending} onPress={save}>
            Add the person
          </Button>
        </>
      }
    >
      <div className="stack">
        <Field
          label="Name"
          required
          value={name}
          onChange={setName}
          hint={name.trim() === person.name ? undefined : `“${person.name}” becomes an alias.`}
          fault={faultOf('name') ?? missing(name, 'Give the name.')}
        />
        <Field
          label="Email"
          type="email"
          required
          autoFocus
          autoComplete="off"
          value={email}
          onChange={setEmail}
          hint="The person's own: it tells people apart."
          fault={faultOf('email') ?? missing(email, 'Give the email.')}
        />
        <Choice<Specialty>
          label="Reads"
          value={specialty}
          onChange={setSpecialty}
          options={SPECIALTIES.map((value) => ({ value, label: SPECIALTY_NAMES[value] ?? value }))}
          fault={faultOf('specialty')}
        />
        <Field
          label="Amion id"
          value={amionId}
          onChange={setAmionId}
          hint="As the roster gives it; the person is then known by it, however the name is written."
          fault={faultOf('amionId')}
        />
        {create.error && !isNamed ? <ErrorState error={create.error} /> : null}
      </div>
    </Dialog>
  );
}
