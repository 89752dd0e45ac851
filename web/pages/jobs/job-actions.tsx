import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { jobCan } from '#src/domain/job.ts';
import { answerOf, api } from '#web/client/api.ts';
import { type Job, jobQuery } from '#web/client/job.ts';
import { useMay } from '#web/client/session.ts';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
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
  if (!maySchedule) return null;
  const name = JOB_TYPE_NAMES[job.type] ?? job.type;
  return (
    <>
      {jobCan('retry', job.status) ? (
        <Button small={small} isPending={act.isPending} onPress={() => act.mutate('retry')}>
          {retryLabel}
        </Button>
      ) : null}
      {jobCan('cancel', job.status) ? (
        <Button small={small} look="danger" onPress={() => setAsking(true)}>
          Cancel
        </Button>
      ) : null}
      {act.error && !isAsking ? <ErrorState error={act.error} /> : null}
      <Dialog
        title={`Cancel this job?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>Let it run</Button>
            <Button
              look="danger"
              isPending={act.isPending}
              onPress={() => act.mutate('cancel', { onSuccess: () => setAsking(false) })}
            >
              Cancel the job
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>
            {name}: what it has not stored yet is not stored any more. What it has stored stays. It can be run
            again.
          </p>
          {act.error ? <ErrorState error={act.error} /> : null}
        </div>
      </Dialog>
    </>
  );
}

function useJobAction(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (action: 'retry' | 'cancel') => {
      const params = { path: { id } };
      const call =
        action === 'retry'
          ? api.POST('/api/jobs/{id}/retry', { params })
          : api.POST('/api/jobs/{id}/cancel', { params });
      return (await answerOf(call)).job;
    },
    onSuccess: (job) => {
      queryClient.setQueryData(jobQuery(id).queryKey, (before) => before && { ...before, ...job });
      return queryClient.invalidateQueries({ queryKey: ['jobs'] });
    },
    // Somebody else was quicker: how it is now is of use.
    onError: () => queryClient.invalidateQueries({ queryKey: jobQuery(id).queryKey }),
  });
}
