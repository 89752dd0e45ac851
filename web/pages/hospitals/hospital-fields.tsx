import { Field } from '#web/components/field.tsx';
import { SearchChoice } from '#web/components/search-choice.tsx';
import type { useDraft } from '#web/components/use-draft.ts';
import { timeZoneOptions } from '#web/words/time-zones.ts';
import type { HospitalDraft } from './hospital-draft.ts';

type FieldOf = ReturnType<typeof useDraft<HospitalDraft, unknown>>['field'];

const ZONES = timeZoneOptions();

/** What a form asks of a hospital; the code only of a new one. */
export function HospitalFields({ field, isNew = false }: { field: FieldOf; isNew?: boolean }) {
  return (
    <>
      {isNew ? (
        <Field
          label="Code"
          required
          autoFocus
          hint="The word that the coverage matrix uses for it. It cannot be changed later."
          {...field('code')}
        />
      ) : null}
      <Field label="Name" required {...field('name')} />
      <Field label="Location" {...field('location')} />
      <SearchChoice
        label="Time zone"
        required
        hint="Type a part of it: york, chicago."
        options={ZONES}
        {...field('timeZone')}
      />
    </>
  );
}
