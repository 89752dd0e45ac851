import { useMutation } from '@tanstack/react-query';
import type { paths } from '#web/client/api.generated.ts';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { formBody } from '#web/client/form.ts';

export type UploadCheck = Schemas['UploadCheck'];
type CheckForm = paths['/api/checks']['post']['requestBody']['content']['multipart/form-data'];

/** Reads the files as an import into the department would, and stores nothing: the workbook and the roster, each for itself. */
export function useCheck(department: string) {
  return useMutation({
    mutationFn: async (sources: readonly (readonly File[])[]): Promise<UploadCheck[]> =>
      await Promise.all(
        sources
          .filter((files) => files.length > 0)
          .map(async (file) => {
            const body = await formBody<CheckForm>({ department, file });
            return await answerOf(api.POST('/api/checks', { body }));
          }),
      ),
  });
}
