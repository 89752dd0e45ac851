import { type ComponentProps, type ReactNode, useId } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import './field.css';

export interface FieldParts {
  label: string;
  /** What to know before filling it in. */
  hint?: ReactNode;
  /** What is wrong with it, said beside the field. */
  fault?: string | undefined;
  required?: boolean;
}

interface TextProps extends FieldParts {
  value: string;
  onChange(value: string): void;
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel';
  autoComplete?: string;
  autoFocus?: boolean;
  placeholder?: string;
  /** More than one line. */
  rows?: number;
}

/** A line or some lines of text, with its label, hint and fault. */
export function Field({ label, hint, fault, required, rows, placeholder, ...rest }: TextProps) {
  return (
    <TextField
      {...rest}
      className="field"
      isInvalid={fault !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      {rows ? (
        <TextArea className="field-input" rows={rows} placeholder={placeholder} />
      ) : (
        <Input className="field-input" placeholder={placeholder} />
      )}
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-fault">{fault}</FieldError>
    </TextField>
  );
}

interface NativeProps extends FieldParts {
  children(props: {
    id: string;
    className: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
    required: boolean;
  }): ReactNode;
}

/** Label, hint and fault around one of the browser's own controls. */
export function NativeField({ label, hint, fault, required = false, children }: NativeProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        ...{ id, className: 'field-input', required, 'aria-invalid': fault !== undefined },
        'aria-describedby': described || undefined,
      })}
      {hint ? (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      ) : null}
      {fault ? (
        <span id={`${id}-fault`} className="field-fault">
          {fault}
        </span>
      ) : null}
    </div>
  );
}

type SelectProps<Value extends string> = FieldParts & {
  value: Value;
  onChange(value: Value): void;
  options: readonly { value: Value; label: string }[];
};

/** One of a few words: the browser's own list, which a phone shows as a wheel. */
export function Choice<Value extends string>({ value, onChange, options, ...parts }: SelectProps<Value>) {
  return (
    <NativeField {...parts}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onChange(event.target.value as Value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </NativeField>
  );
}

type MomentProps = FieldParts &
  Pick<ComponentProps<'input'>, 'min' | 'max' | 'step'> & {
    kind: 'date' | 'time' | 'datetime-local';
    value: string;
    onChange(value: string): void;
  };

/** A date, a clock time or both, as the hospital's clock shows it: the browser's zone has no part in it. */
export function MomentField({ kind, value, onChange, min, max, step, ...parts }: MomentProps) {
  return (
    <NativeField {...parts}>
      {(props) => (
        <input
          {...props}
          {...{ min, max, step }}
          type={kind}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </NativeField>
  );
}

interface TickProps {
  label: ReactNode;
  checked: boolean;
  onChange(checked: boolean): void;
  disabled?: boolean;
}

export function Tick({ label, checked, onChange, disabled = false }: TickProps) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
