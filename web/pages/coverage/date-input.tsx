import { useId } from 'react';
import type { DateSpan } from '#web/words/date-span.ts';

interface Props {
  label: string;
  date: string;
  span: DateSpan;
  onChange(date: string): void;
}

/** A schedule date of the version. It may be typed: what is not one yet, as a year of two figures, changes nothing. */
export function DateInput({ label, date, span, onChange }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        key={date}
        id={id}
        type="date"
        className="field-input"
        defaultValue={date}
        min={span.from}
        max={span.to}
        onChange={({ target: { value } }) => {
          if (value >= span.from && value <= span.to) onChange(value);
        }}
      />
    </div>
  );
}
