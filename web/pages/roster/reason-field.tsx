import { Button } from '#web/components/button.tsx';
import { Field } from '#web/components/field.tsx';

interface Props {
  value: string;
  /** Reasons that are often given: one press each. */
  choices: readonly string[];
  fault: string | undefined;
  onChange(reason: string): void;
}

/** Why: it stands beside the change for later readers. */
export function ReasonField({ value, choices, fault, onChange }: Props) {
  return (
    <div className="stack">
      <fieldset className="reason-choices">
        <legend className="field-label">Usual reasons</legend>
        <div className="row">
          {choices.map((reason) => (
            <Button key={reason} onPress={() => onChange(reason)}>
              {reason}
            </Button>
          ))}
        </div>
      </fieldset>
      <Field label="Reason" required value={value} onChange={onChange} fault={fault} />
    </div>
  );
}
