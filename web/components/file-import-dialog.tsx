import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiError, type Schemas } from '#web/client/api.ts';
import { MessageList } from '#web/findings/message-list.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FileField } from './file-field.tsx';
import { Notice } from './notice.tsx';
import { ErrorState } from './states.tsx';

interface Props<Answer extends { validation: Schemas['Validation'] }> {
  title: string;
  /** What stands in the file, and an example of it. */
  children: ReactNode;
  accept: string;
  send(file: File): Promise<Answer>;
  /** What was stored, in words. */
  tell(answer: Answer): string;
  onStored(answer: Answer): void;
  onClose(): void;
}

/** Takes a file of rows in, all or nothing: every problem is listed with its line, and the mended file can be sent at once. */
export function FileImportDialog<Answer extends { validation: Schemas['Validation'] }>({
  title,
  children,
  accept,
  send,
  tell,
  onStored,
  onClose,
}: Props<Answer>) {
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string>();
  const { mutate, reset, data, error, isPending } = useMutation({ mutationFn: send, onSuccess: onStored });
  const found = error instanceof ApiError ? error.problem.validation : undefined;
  const isStored = data !== undefined;
  const submit = () => {
    if (file) mutate(file);
    else setFault('Choose a file first.');
  };
  return (
    <Dialog
      title={title}
      isOpen
      wide
      onClose={onClose}
      actions={
        isStored ? (
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button look="primary" isPending={isPending} onPress={submit}>
              Import
            </Button>
          </>
        )
      }
    >
      <div className="stack">
        {isStored ? null : (
          <>
            <div>{children}</div>
            <FileField
              label="File"
              accept={accept}
              required
              fault={fault}
              onChange={(chosen) => {
                setFile(chosen);
                setFault(undefined);
                if (chosen) reset();
              }}
            />
          </>
        )}
        {found ? <Outcome validation={found} stored={null} /> : error ? <ErrorState error={error} /> : null}
        {data ? <Outcome validation={data.validation} stored={tell(data)} /> : null}
      </div>
    </Dialog>
  );
}

/** `stored` null: nothing was. */
function Outcome({ validation, stored }: { validation: Schemas['Validation']; stored: string | null }) {
  const { messages } = validation;
  const errors = messages.filter(({ severity }) => severity === 'ERROR').length;
  return (
    <div className="stack">
      {stored !== null ? (
        <Notice tone="good" live title="Imported.">
          {stored}
        </Notice>
      ) : (
        <Notice tone="danger" live title="Nothing was imported.">
          {errors === 1 ? 'The file has an error. Mend it' : `The file has ${errors} errors. Mend them`} and
          choose it again.
        </Notice>
      )}
      {messages.length > 0 ? <MessageList messages={messages} /> : null}
    </div>
  );
}
