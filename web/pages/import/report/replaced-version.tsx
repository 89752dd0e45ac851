import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, answerOf, api } from '#web/client/api.ts';
import { jobQuery } from '#web/client/job.ts';
import { useMay } from '#web/client/session.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { Notice } from '#web/components/notice.tsx';
import { readResult } from '../import-result.ts';

interface Props {
  /** The import that was run again. */
  like: string;
  /** The version that it made this time. */
  by: string | null;
}

/** Where a run before left a version that nobody needs any more: says so, and deletes it when asked. */
export function Replaced({ like, by }: Props) {
  const maySchedule = useMay('schedule');
  const { data: before } = useQuery(jobQuery(like));
  const versionId = before ? (readResult(before)?.versionId ?? null) : null;
  if (!maySchedule || by === null || versionId === null || versionId === by) return null;
  return <Leftover versionId={versionId} />;
}

function Leftover({ versionId }: { versionId: string }) {
  const [isAsking, setAsking] = useState(false);
  const [isDeleted, setDeleted] = useState(false);
  const { data: version } = useQuery({
    queryKey: ['version', versionId, 'status'],
    queryFn: async ({ signal }) => {
      try {
        const params = { path: { id: versionId } };
        return (await answerOf(api.GET('/api/versions/{id}', { params, signal }))).version;
      } catch (cause) {
        // Deleted meanwhile: nothing is left over.
        if (cause instanceof ApiError && cause.status === 404) return null;
        throw cause;
      }
    },
  });
  const queryClient = useQueryClient();
  if (isDeleted) return <Notice tone="good" live title="The version of the run before is deleted." />;
  if (version?.status !== 'STAGING') return null;
  return (
    <Notice
      tone="info"
      title="The version of the run before is still there."
      actions={
        <Button small onPress={() => setAsking(true)}>
          Delete it …
        </Button>
      }
    >
      This import made one of its own.{' '}
      <Link to="/versions/$versionId" params={{ versionId }}>
        Look at the one before
      </Link>
      {isAsking ? (
        <AskDialog
          title="Delete the version of the run before?"
          action="Delete the version"
          act={() => answerOf(api.DELETE('/api/versions/{id}', { params: { path: { id: versionId } } }))}
          onDone={() => {
            setDeleted(true);
            void queryClient.invalidateQueries({ queryKey: ['versions'] });
          }}
          onClose={() => setAsking(false)}
        >
          Its shifts, and changes made to it by hand, go with it. It was never in force.
        </AskDialog>
      ) : null}
    </Notice>
  );
}
