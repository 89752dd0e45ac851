import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { paths } from '#web/client/api.generated.ts';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { type FormParts, formBody } from '#web/client/form.ts';
import type { ImportPlan } from './import-draft.ts';

/** Sends the files and asks for the whole workflow; the same key twice is one job. */
export function useStartImport(department: string, onStarted: (job: Schemas['Job']) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ plan, key }: { plan: ImportPlan; key: string }) => {
      const { roster, reports, matrix, people, hospitals, ...rest } = plan;
      const files = { matrix, people, hospitals, amion: roster === 'files' ? reports : [] };
      return await sendWorkflow({ ...rest, ...files, department }, key);
    },
    onSuccess: (job) => {
      for (const list of ['jobs', 'imports']) void queryClient.invalidateQueries({ queryKey: [list] });
      onStarted(job);
    },
  });
}

type WorkflowForm = paths['/api/imports/workflow']['post']['requestBody']['content']['multipart/form-data'];

/** Asks for a workflow from files, or like one before. */
export async function sendWorkflow(parts: FormParts<WorkflowForm>, key: string): Promise<Schemas['Job']> {
  const call = api.POST('/api/imports/workflow', {
    params: { header: { 'idempotency-key': key } },
    body: await formBody<WorkflowForm>(parts),
  });
  return (await answerOf(call)).job;
}
