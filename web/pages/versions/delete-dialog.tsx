import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '#web/client/api.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import type { AskProps } from './outcome.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { asSeen, invalidateVersions } from './version-queries.ts';
import { versionName } from './version-words.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What has just been done, said on the page that comes after it. */
    done?: string;
  }
}

export function DeleteDialog({ seen, onClose }: AskProps) {
  const { id } = seen.version;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await navigate({ to: '/versions', state: { done: `${versionName(id)} is deleted.` } });
    queryClient.removeQueries({ queryKey: ['version', id] });
    await invalidateVersions(queryClient);
  };
  return (
    <AskDialog
      title={`Delete ${versionName(id).toLowerCase()}?`}
      action="Delete"
      act={() => answerOf(api.DELETE('/api/versions/{id}', { params: asSeen(seen) }))}
      onDone={() => void leave()}
      onClose={onClose}
      refusal={(error) => <RefusalNotice error={error} onReload={onClose} />}
    >
      <p>
        What was imported into it, and every change by hand in it, is gone from the pages. Other versions stay
        as they are. There is no way back here.
      </p>
    </AskDialog>
  );
}
