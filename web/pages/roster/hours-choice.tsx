import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { MomentField } from '#web/components/field.tsx';
import { type Hours, hoursText } from './lost-hours.ts';
import { clockSpan, type ShiftPart } from './roster-grid.ts';

interface Props {
  part: ShiftPart;
  /** What is left of it at the moment that is asked about; null: it is not under way. */
  rest: Hours | null;
  /** Null: the whole of it. */
  hours: Hours | null;
  onChange(hours: Hours | null): void;
}

/** How much of a shift is lost. */
export function HoursChoice({ part, rest, hours, onChange }: Props) {
  const isRest = rest !== null && hours !== null && hoursText(rest) === hoursText(hours);
  const [isOther, setOther] = useState(hours !== null && !isRest);
  const whole = { start: part.from.slice(11, 16), end: part.to.slice(11, 16) };
  const shown = hours ?? whole;
  const choose = (choice: string): void => {
    setOther(choice === 'other');
    if (choice === 'whole') onChange(null);
    if (choice === 'rest') onChange(rest);
  };
  return (
    <div className="stack">
      <RadioGroup
        className="choices choices-short"
        orientation="horizontal"
        value={isOther ? 'other' : isRest ? 'rest' : 'whole'}
        onChange={choose}
      >
        <Label className="choices-label">Which hours are lost?</Label>
        <HoursRadio value="whole" text={`All, ${clockSpan(part)}`} />
        {rest ? <HoursRadio value="rest" text={`From ${rest.start} on`} /> : null}
        <HoursRadio value="other" text="Other" />
      </RadioGroup>
      {isOther ? (
        <div className="hours-fields">
          <MomentField
            kind="time"
            label="From"
            value={shown.start}
            onChange={(start) => start && onChange({ ...shown, start })}
          />
          <MomentField
            kind="time"
            label="To"
            value={shown.end}
            onChange={(end) => end && onChange({ ...shown, end })}
          />
        </div>
      ) : null}
    </div>
  );
}

const HoursRadio = ({ value, text }: { value: string; text: string }) => (
  <Radio value={value} className="choice">
    <span className="choice-dot" aria-hidden="true" />
    {text}
  </Radio>
);
