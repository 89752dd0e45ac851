import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '#web/client/api.ts';
import { isOver, jobQuery, useJob } from '#web/client/job.ts';
import { Button } from '#web/components/button.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ProgressBar } from '#web/components/progress-bar.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { remedyOf } from '#web/words/jobs.ts';
import { newestLookQuery } from './drift-queries.ts';

/** Asks for a fresh roster in the background, and shows how far any such job is, whoever asked for it. */
export function LookNow({ code, months }: { code: string; months: number }) {
  const queryClient = useQueryClient();
  const { data: newest = null } = useQuery(newestLookQuery(code));
  const { data: job } = useQuery({ ...jobQuery(newest?.id ?? ''), enabled: newest !== null });
  const asking = useMutation({
    mutationFn: () => answerOf(api.POST('/api/imports/amion', { body: { department: code, months } })),
    onSuccess: ({ job: asked }) => {
      const look = { ...asked, requestedByEmail: null };
      queryClient.setQueryData(jobQuery(asked.id).queryKey, look);
      queryClient.setQueryData(newestLookQuery(code).queryKey, look);
    },
  });
  const isRunning = asking.isPending || (job !== undefined && !isOver(job));
  return (
    <div className="stack drift-now">
      <div>
        <Button look="primary" isPending={isRunning} onPress={() => asking.mutate()}>
          Look now
        </Button>
      </div>
      <p className="weak small">
        Fetches {months === 1 ? 'the present month' : `${months} months, the present one first`}. What is in
        force stays as it is.
      </p>
      {newest ? <Look key={newest.id} id={newest.id} isOurs={asking.data?.job.id === newest.id} /> : null}
      {asking.error ? <ErrorState error={asking.error} /> : null}
    </div>
  );
}

/** The newest look: how far it is, and how it ended; a good end is told only of one that was asked for here. */
function Look({ id, isOurs }: { id: string; isOurs: boolean }) {
  const { data: job } = useJob(id);
  if (!job) return null;
  if (!isOver(job)) {
    const { message = 'Waiting for its turn', done = 0, total = 0 } = job.progress ?? {};
    return (
      <div className="stack" role="status">
        <ProgressBar label="Looking at Amion" done={done} total={total} />
        <p className="small">
          {message}{' '}
          <Link to="/jobs/$jobId" params={{ jobId: id }}>
            The job
          </Link>
        </p>
      </div>
    );
  }
  if (job.error)
    return (
      <Notice tone="danger" live={isOurs} title="The last look at Amion failed.">
        <p>{job.error.message}</p>
        <p>{remedyOf(job.error.code)}</p>
      </Notice>
    );
  return isOurs ? <Notice tone="good" live title="Amion was looked at just now." /> : null;
}
