import type { paths } from '#web/client/api.generated.ts';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { formBody } from '#web/client/form.ts';
import { FileImportDialog } from '#web/components/file-import-dialog.tsx';
import { importText } from '#web/words/imports.ts';

type HospitalsForm = paths['/api/hospitals/import']['post']['requestBody']['content']['multipart/form-data'];

interface Props {
  /** Of new hospitals whose row names none. */
  timeZone: string;
  onStored(answer: Schemas['RegistryImport']): void;
  onClose(): void;
}

export function ImportHospitals({ timeZone, onStored, onClose }: Props) {
  return (
    <FileImportDialog
      title="Import hospitals from a file"
      accept=".csv,text/csv"
      send={async (file) => {
        const body = await formBody<HospitalsForm>({ timeZone, file });
        return await answerOf(api.POST('/api/hospitals/import', { body }));
      }}
      tell={importText}
      onStored={onStored}
      onClose={onClose}
    >
      <p>
        A CSV file with the column <code>code</code>, the word of the matrix, and where you have them{' '}
        <code>name</code>, <code>location</code> and <code>time_zone</code>. A known code is updated, a new
        one added; without a zone it takes {timeZone}. With an error nothing is stored.
      </p>
    </FileImportDialog>
  );
}
