import type { paths } from '#web/client/api.generated.ts';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { formBody } from '#web/client/form.ts';
import { FileImportDialog } from '#web/components/file-import-dialog.tsx';
import { importText } from '#web/words/imports.ts';

type PeopleForm = paths['/api/people/import']['post']['requestBody']['content']['multipart/form-data'];

interface Props {
  department: string | undefined;
  onStored(answer: Schemas['RegistryImport']): void;
  onClose(): void;
}

export function ImportPeople({ department, onStored, onClose }: Props) {
  return (
    <FileImportDialog
      title="Import people from a file"
      accept=".csv,text/csv"
      send={async (file) => {
        const body = await formBody<PeopleForm>({ department, file });
        return await answerOf(api.POST('/api/people/import', { body }));
      }}
      tell={importText}
      onStored={onStored}
      onClose={onClose}
    >
      <p>
        A CSV file with the columns <code>name</code>, <code>email</code>, <code>specialty</code>, and where
        you have them <code>aliases</code> (with <code>;</code> between), <code>amion_id</code>,{' '}
        <code>phone</code> and <code>pager</code>. Somebody whose email is known is updated, everybody else is
        added{department ? ` as a member of ${department}` : ''}. With an error nothing is stored.
      </p>
    </FileImportDialog>
  );
}
