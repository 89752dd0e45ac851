import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { newIdempotencyKey } from '#web/client/form.ts';
import { type Job, jobQuery } from '#web/client/job.ts';
import { Button } from '#web/components/button.tsx';
import { Tick } from '#web/components/field.tsx';
import { FileDrop } from '#web/components/file-drop.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { WORKBOOKS } from '../import-form.tsx';
import type { ImportOrder } from '../import-result.ts';
import { REPORTS } from '../roster-choice.tsx';
import { sendWorkflow } from '../start-import.ts';
import { isPartial, type RunOptions, wayAgain } from './run-options.ts';

interface Props {
  job: Job;
  order: ImportOrder;
  /** Whether the list of people had errors: then a corrected one is asked for. */
  asksPeople: boolean;
  options: RunOptions;
  onOptions(options: RunOptions): void;
  /** There is nothing else to put right above. */
  isAlone: boolean;
  /** The same job goes on. */
  onRetried(): void;
}

/** The same import once more: with the kept files, corrected ones, or leaving out what is wrong. */
export function RunAgain(props: Props) {
  const { job, order, asksPeople, options, onOptions, isAlone, onRetried } = props;
  const change = (over: Partial<RunOptions>): void => onOptions({ ...options, ...over });
  const again = useRunAgain(job, order, options, onRetried);
  const isWorkflow = job.type === 'WORKFLOW';
  const { matrix, reports, people } = options;
  const isCorrected = matrix.length + reports.length + people.length > 0;
  return (
    <section className="repair-group" aria-label="Run again">
      {isAlone ? null : <h3>Run again</h3>}
      {isWorkflow ? (
        <div className="run-again-files">
          <FileDrop
            label="Corrected workbook"
            hint={`Without one, ${order.matrix ?? 'the same workbook'} is read again.`}
            endings={WORKBOOKS}
            files={matrix}
            onChange={(files) => change({ matrix: files })}
          />
          {order.reports === null ? null : (
            <FileDrop
              label="Corrected reports"
              hint={`Without them, ${order.reports.join(', ')} again.`}
              endings={REPORTS}
              files={reports}
              onChange={(files) => change({ reports: files })}
              several
            />
          )}
          {asksPeople ? (
            <FileDrop
              label="Corrected list of people"
              hint="Without one, the people stay as they are now."
              endings={['.csv', '.txt']}
              files={people}
              onChange={(files) => change({ people: files })}
            />
          ) : null}
        </div>
      ) : null}
      <div className="spread run-again-end">
        {isWorkflow ? (
          <div className="run-again-options">
            <Tick
              label="Create hospitals that nobody knows"
              checked={options.createHospitals}
              onChange={(createHospitals) => change({ createHospitals })}
            />
            <Tick
              label="Leave out what is wrong: its shifts count as vacant"
              checked={isPartial(options)}
              disabled={options.leftOut.size > 0}
              onChange={(allowPartial) => change({ allowPartial })}
            />
          </div>
        ) : (
          <span />
        )}
        <Button look="primary" isPending={again.isPending} onPress={() => again.mutate()}>
          {isCorrected ? 'Run again with the corrected files' : 'Run again with the same files'}
        </Button>
      </div>
      {again.error ? <ErrorState error={again.error} /> : null}
    </section>
  );
}

function useRunAgain(job: Job, order: ImportOrder, options: RunOptions, onRetried: () => void) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  // Another order is another request; the same one sent twice is one.
  const key = useMemo(() => options && newIdempotencyKey(), [options]);
  const way = wayAgain(job, order, options);
  return useMutation({
    mutationFn: async () => {
      if (way === 'retry')
        return (await answerOf(api.POST('/api/jobs/{id}/retry', { params: { path: { id: job.id } } }))).job;
      const { matrix, reports, people, createHospitals } = options;
      const files = { matrix, amion: reports, people };
      const rest = { createHospitals, allowPartial: isPartial(options), like: job.id };
      return await sendWorkflow({ ...files, ...rest, department: order.department }, key);
    },
    onSuccess: (started) => {
      for (const list of ['jobs', 'imports']) void queryClient.invalidateQueries({ queryKey: [list] });
      if (started.id !== job.id)
        return void navigate({ to: '/import/$jobId', params: { jobId: started.id } });
      queryClient.setQueryData(jobQuery(job.id).queryKey, (before) => before && { ...before, ...started });
      onRetried();
    },
    // Somebody else was quicker: how it is now is of use.
    onError: () => queryClient.invalidateQueries({ queryKey: jobQuery(job.id).queryKey }),
  });
}
