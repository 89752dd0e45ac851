import { type FieldParts, NativeField } from './field.tsx';

interface Props extends FieldParts {
  /** Endings that the browser offers: `.csv,text/csv`. */
  accept: string;
  onChange(file: File | null): void;
}

/** A file, chosen or dropped on it: the browser's own control. */
export function FileField({ accept, onChange, ...parts }: Props) {
  return (
    <NativeField {...parts}>
      {(props) => (
        <input
          {...props}
          type="file"
          accept={accept}
          // Else the browser tells nothing when the same file, mended, is chosen again.
          onClick={(event) => {
            event.currentTarget.value = '';
            onChange(null);
          }}
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
        />
      )}
    </NativeField>
  );
}
