import { FileUp, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components';
import { Button, IconButton } from './button.tsx';
import './file-drop.css';

interface Props {
  label: string;
  hint?: ReactNode;
  fault?: string | undefined;
  files: readonly File[];
  onChange(files: readonly File[]): void;
  /** Endings, with the dot: what the chooser offers. Anything may be dropped: the server judges by the content. */
  endings: readonly string[];
  /** Several files; else a new one takes the place of the old. */
  several?: boolean;
}

/** A place to drop files on, or to choose them by a button; shows what is there. */
export function FileDrop({ label, hint, fault, files, onChange, endings, several = false }: Props) {
  const id = useId();
  const take = (more: readonly File[]): void => {
    if (more.length > 0) onChange(several ? [...files, ...more] : more.slice(-1));
  };
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {label}
      </span>
      <DropZone
        className="file-drop"
        aria-labelledby={id}
        data-fault={fault !== undefined || undefined}
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) =>
          take(await Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())))
        }
      >
        {files.map((file) => (
          <div key={`${file.name} ${file.size} ${file.lastModified}`} className="file-drop-file">
            <span className="file-drop-name">{file.name}</span>
            <span className="weak small nowrap">{sizeText(file.size)}</span>
            <IconButton
              label={`Take ${file.name} away`}
              onPress={() => onChange(files.filter((other) => other !== file))}
            >
              <X size={16} aria-hidden="true" />
            </IconButton>
          </div>
        ))}
        <div className="row">
          <FileTrigger
            acceptedFileTypes={endings}
            allowsMultiple={several}
            onSelect={(list) => take(list ? [...list] : [])}
          >
            <Button small>
              <FileUp size={15} aria-hidden="true" />
              {buttonText(files.length, several)}
              <span className="unseen">: {label}</span>
            </Button>
          </FileTrigger>
          <Text slot="label" className="weak small">
            {files.length === 0 ? 'or drop it here' : ''}
          </Text>
        </div>
      </DropZone>
      {hint ? <span className="field-hint">{hint}</span> : null}
      {fault ? (
        <span className="field-fault" role="alert">
          {fault}
        </span>
      ) : null}
    </div>
  );
}

function buttonText(count: number, several: boolean): string {
  if (count === 0) return several ? 'Choose files' : 'Choose a file';
  return several ? 'Add' : 'Another';
}

/** `840 bytes`, `34 KB`, `1.2 MB` */
function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
