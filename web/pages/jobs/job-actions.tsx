import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { jobCan } from '#src/domain/job.ts';
import { answerOf, api } from '#web/client/api.ts';
import { type Job, jobQuery } from '#web/client/job.ts';
import { useMay } from '#web/client/session.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { JOB_TYPE_NAMES } from '#web/words/jobs.ts';

interface Props {
  job: Job;
  small?: boolean;
  /** What a second try is called here. */
  retryLabel?: string;
}

/** Runs a failed job again, or stops one, as far as state and role allow; stopping asks first. */
export function JobActions({ job, small = false, retryLabel = 'Run again' }: Props) {
  const maySchedule = useMay('schedule');
  const [isAsking, setAsking] = useState(false);
  const act = useJobAction(job.id);
  const retry = useMutation({ mutationFn: () => act('retry') });
  if (!maySchedule) return null;
  return (
    <>
      {jobCan('retry', job.status) ? (
        <Button small={small} isPending={retry.isPending} onPress={() => retry.mutate()}>
          {retryLabel}
        </Button>
      ) : null}
      {jobCan('cancel', job.status) ? (
        <Button small={small} look="danger" onPress={() => setAsking(true)}>
          Stop …
        </Button>
      ) : null}
      {retry.error ? <ErrorState error={retry.error} /> : null}
      {isAsking ? (
        <AskDialog
          title="Stop this job?"
          action="Stop the job"
          act={() => act('cancel')}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          {JOB_TYPE_NAMES[job.type] ?? job.type}: what it has not stored yet is not stored any more. What it
          has stored stays. It can be run again.
        </AskDialog>
      ) : null}
    </>
  );
}

/** Tells the server, and everything that shows the job. */
function useJobAction(id: string) {
  const queryClient = useQueryClient();
  return async (action: 'retry' | 'cancel') => {
    const params = { path: { id } };
    try {
      const call =
        action === 'retry'
          ? api.POST('/api/jobs/{id}/retry', { params })
          : api.POST('/api/jobs/{id}/cancel', { params });
      const { job } = await answerOf(call);
      queryClient.setQueryData(jobQuery(id).queryKey, (before) => before && { ...before, ...job });
      void queryClient.invalidateQueries({ queryKey: ['jobs'] });
    } catch (cause) {
      // Somebody else was quicker: how it is now is of use.
      void queryClient.invalidateQueries({ queryKey: jobQuery(id).queryKey });
      throw cause;
    }
  };
}
