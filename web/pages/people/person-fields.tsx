import { SPECIALTIES } from '#src/domain/specialty.ts';
import { ChipsField } from '#web/components/chips-field.tsx';
import { Choice, Field } from '#web/components/field.tsx';
import type { useDraft } from '#web/components/use-draft.ts';
import { SPECIALTY_NAMES } from '#web/words/people.ts';
import type { PersonDraft } from './person-draft.ts';
import './people.css';

type FieldOf = ReturnType<typeof useDraft<PersonDraft, unknown>>['field'];

const OPTIONS = SPECIALTIES.map((value) => ({ value, label: SPECIALTY_NAMES[value] ?? value }));

/** What a form asks of a person, new or known. */
export function PersonFields({ field, isNew = false }: { field: FieldOf; isNew?: boolean }) {
  return (
    <>
      <div className="person-pair">
        <Field label="Name" required hint="As the roster has it." autoFocus={isNew} {...field('name')} />
        <Field label="Email" required type="email" {...field('email')} />
      </div>
      <Choice
        label="Specialty"
        required
        hint="Body only reads body and general studies, neuro only reads neuro and general ones."
        options={isNew ? [{ value: '', label: 'Choose …' }, ...OPTIONS] : OPTIONS}
        {...field('specialty')}
      />
      <ChipsField
        label="Aliases"
        addLabel="Add an alias"
        hint="Other spellings of the name in reports."
        {...field('aliases')}
      />
      <div className="person-pair">
        <Field label="Phone" type="tel" {...field('phone')} />
        <Field label="Pager" type="tel" {...field('pager')} />
      </div>
      <Field
        label="Amion id"
        hint="Amion’s unique id, where it is known: it matches before email and name."
        {...field('amionId')}
      />
    </>
  );
}
