import { TriangleAlert } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { ReaderName } from '#web/components/reader-name.tsx';
import { clockSpan, type Shift, type ShiftPart } from './roster-grid.ts';

interface Props {
  shift: Shift;
  chosen: ShiftPart | null;
  onChoose(part: ShiftPart): void;
}

/** Whom it is about, where several share a shift. */
export function ShiftParts({ shift, chosen, onChoose }: Props) {
  if (shift.parts.length < 2) return null;
  return (
    <RadioGroup
      className="choices"
      value={chosen?.key ?? ''}
      onChange={(key) => {
        const part = shift.parts.find((one) => one.key === key);
        if (part) onChoose(part);
      }}
    >
      <Label className="choices-label">Several share this shift. Whose part is it about?</Label>
      {shift.parts.map((part) => (
        <Radio key={part.key} value={part.key} className="choice">
          <span className="choice-dot" aria-hidden="true" />
          {part.duty?.person ? (
            <ReaderName name={part.duty.person.name} />
          ) : (
            <span className="shift-nobody">
              <TriangleAlert size={15} aria-hidden="true" />
              <strong>Nobody</strong>
            </span>
          )}
          <span className="weak nowrap">{clockSpan(part)}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
