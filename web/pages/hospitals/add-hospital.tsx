import { answerOf, api } from '#web/client/api.ts';
import { FormDialog } from '#web/components/form-dialog.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { bodyOf, checkHospital } from './hospital-draft.ts';
import { HospitalFields } from './hospital-fields.tsx';
import type { Hospital } from './hospitals-query.ts';

interface Props {
  /** Of most hospitals: filled in. */
  timeZone: string;
  onAdded(hospital: Hospital): void;
  onClose(): void;
}

export function AddHospital({ timeZone, onAdded, onClose }: Props) {
  const { field, saving } = useDraft({
    start: { code: '', name: '', location: '', timeZone },
    check: checkHospital,
    save: (draft) =>
      answerOf(api.POST('/api/hospitals', { body: { ...bodyOf(draft), code: draft.code.trim() } })),
    onSaved: ({ hospital }) => onAdded(hospital),
  });
  return (
    <FormDialog title="Add a hospital" action="Add" saving={saving} onClose={onClose}>
      <HospitalFields field={field} isNew />
    </FormDialog>
  );
}
