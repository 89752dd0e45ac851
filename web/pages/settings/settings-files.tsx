import type { paths } from '#web/client/api.generated.ts';
import { answerOf, api } from '#web/client/api.ts';
import { formBody } from '#web/client/form.ts';
import { FileImportDialog } from '#web/components/file-import-dialog.tsx';
import { useSettingsChange } from './settings-query.ts';

type SettingsForm =
  paths['/api/departments/{code}/files']['post']['requestBody']['content']['multipart/form-data'];

interface Props {
  code: string;
  onStored(text: string): void;
  onClose(): void;
}

const send = async (code: string, files: { holidays?: File; mapping?: File }) => {
  const body = await formBody<SettingsForm>(files);
  return await answerOf(api.POST('/api/departments/{code}/files', { params: { path: { code } }, body }));
};

/** Takes all holidays from a file of dates. */
export function HolidaysFile({ code, onStored, onClose }: Props) {
  const { keep } = useSettingsChange(code);
  return (
    <FileImportDialog
      title="Holidays from a file"
      accept=".csv,.txt,text/csv,text/plain"
      send={(holidays) => send(code, { holidays })}
      tell={({ department }) => `${department.holidays.length} holidays.`}
      onStored={({ department }) => {
        keep(department);
        onStored('The holidays are those of the file.');
      }}
      onClose={onClose}
    >
      <p>
        One date a line, written as <code>2026-12-25</code>; a name may stand behind it. The dates of the file
        take the place of those that are there. With an error nothing is stored.
      </p>
    </FileImportDialog>
  );
}

/** Takes the whole shift mapping from a file. */
export function MappingFile({ code, onStored, onClose }: Props) {
  const { keep } = useSettingsChange(code);
  return (
    <FileImportDialog
      title="Shift mapping from a file"
      accept=".csv,text/csv"
      send={(mapping) => send(code, { mapping })}
      tell={({ department }) => `${department.mapping.length} rows.`}
      onStored={({ department }) => {
        keep(department);
        onStored('The shift mapping is that of the file.');
      }}
      onClose={onClose}
    >
      <p>
        A CSV file with the columns <code>assignment</code> (a name or id of Amion) and{' '}
        <code>shift_type</code>, where <code>ignore</code> is one. Its rows take the place of those that are
        there. With an error nothing is stored.
      </p>
    </FileImportDialog>
  );
}
