import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import type { AskProps } from './outcome.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { invalidateVersions } from './version-queries.ts';
import { versionName } from './version-words.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What has just been done, said on the page that comes after it. */
    done?: string;
  }
}

export function DeleteDialog({ seen: { version }, onClose }: AskProps) {
  const { id } = version;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const deleting = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/versions/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      await navigate({ to: '/versions', state: { done: `${versionName(id)} is deleted.` } });
      queryClient.removeQueries({ queryKey: ['version', id] });
      await invalidateVersions(queryClient);
    },
  });
  return (
    <Dialog
      role="alertdialog"
      title={`Delete ${versionName(id).toLowerCase()}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button look="danger" isPending={deleting.isPending} onPress={() => deleting.mutate()}>
            Delete
          </Button>
        </>
      }
    >
      <div className="stack-l">
        <p>
          What was imported into it, and every change by hand in it, is gone from the pages. Other versions
          stay as they are. There is no way back here.
        </p>
        {deleting.error ? <RefusalNotice error={deleting.error} onReload={onClose} /> : null}
      </div>
    </Dialog>
  );
}
