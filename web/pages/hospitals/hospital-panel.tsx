import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { DraftForm } from '#web/components/draft-form.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { bodyOf, checkHospital, draftOf } from './hospital-draft.ts';
import { HospitalFields } from './hospital-fields.tsx';
import { HospitalFuture } from './hospital-future.tsx';
import { type Hospital, hospitalQuery } from './hospitals-query.ts';

interface Props {
  code: string | undefined;
  /** Told what was changed; the panel closes. */
  onChanged(text: string): void;
  onClose(): void;
}

/** One hospital, beside the list: to be corrected, made a department, or disabled. */
export function HospitalPanel({ code, onChanged, onClose }: Props) {
  const { data, error, refetch } = useQuery({ ...hospitalQuery(code ?? ''), enabled: code !== undefined });
  return (
    <Dialog place="side" title={code ?? ''} isOpen={code !== undefined} onClose={onClose}>
      {data ? (
        <div className="stack-l">
          <HospitalForm key={data.id} hospital={data} onChanged={onChanged} />
          <HospitalFuture hospital={data} onChanged={onChanged} />
        </div>
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton label="Loading the hospital" />
      )}
    </Dialog>
  );
}

function HospitalForm({ hospital, onChanged }: { hospital: Hospital; onChanged(text: string): void }) {
  const { code } = hospital;
  const { field, saving } = useDraft({
    start: draftOf(hospital),
    check: checkHospital,
    save: (draft) =>
      answerOf(api.PATCH('/api/hospitals/{code}', { params: { path: { code } }, body: bodyOf(draft) })),
    onSaved: () => onChanged(`${code} is saved.`),
  });
  return (
    <DraftForm saving={saving}>
      <HospitalFields field={field} />
      <div>
        <Button type="submit" look="primary" isPending={saving.isPending}>
          Save
        </Button>
      </div>
    </DraftForm>
  );
}
