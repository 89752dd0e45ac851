import { useMay } from '#web/client/session.ts';
import { Tick } from '#web/components/field.tsx';
import { FileDrop } from '#web/components/file-drop.tsx';
import type { ImportDraft } from './import-draft.ts';

const LISTS = ['.csv', '.txt'];

interface Props {
  draft: ImportDraft;
  onChange(over: Partial<ImportDraft>): void;
}

/** What most imports do not need: lists of people and hospitals, and what is let pass. */
export function ImportOptions({ draft, onChange }: Props) {
  const mayAdminister = useMay('administer');
  return (
    <details className="import-options">
      <summary>More: people, hospitals, options</summary>
      <div className="stack">
        <FileDrop
          label="People"
          hint="CSV: name, email, specialty, aliases, amion_id, phone, pager. Adds and corrects by email."
          endings={LISTS}
          files={draft.people}
          onChange={(people) => onChange({ people })}
        />
        {mayAdminister ? (
          <FileDrop
            label="Hospitals"
            hint="CSV: code, name, location, time_zone. Hospitals are shared by every department."
            endings={LISTS}
            files={draft.hospitals}
            onChange={(hospitals) => onChange({ hospitals })}
          />
        ) : null}
        <Tick
          label="Create hospitals that the matrix names and nobody knows"
          checked={draft.createHospitals}
          onChange={(createHospitals) => onChange({ createHospitals })}
        />
        <Tick
          label="Store what is right where something is wrong: cells and rows with errors are left out, and their shifts count as vacant"
          checked={draft.allowPartial}
          onChange={(allowPartial) => onChange({ allowPartial })}
        />
      </div>
    </details>
  );
}
