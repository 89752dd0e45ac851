import { api, type Schemas } from '#web/client/api.ts';
import { answerOfUpload, asForm } from '#web/client/upload.ts';
import { FileImportDialog } from '#web/components/file-import-dialog.tsx';
import { importText } from '#web/words/imports.ts';

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
      send={(file) => answerOfUpload(api.POST('/api/hospitals/import', asForm({ timeZone, file })))}
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
