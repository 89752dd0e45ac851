import { SHIFT_TYPES } from '#src/domain/shift-type.ts';
import { Choice, Field } from '#web/components/field.tsx';
import { FormDialog } from '#web/components/form-dialog.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { isMapped, type MappedTo, mappedTo, withRow } from './mapping-rows.ts';
import { type MappedAssignment, useSettingsChange } from './settings-query.ts';

interface Props {
  code: string;
  mapping: readonly MappedAssignment[];
  /** The one that is corrected; null for a new one. */
  row: MappedAssignment | null;
  onSaved(text: string): void;
  onClose(): void;
}

const OPTIONS: { value: MappedTo; label: string }[] = [
  ...SHIFT_TYPES.map((value) => ({ value, label: value })),
  { value: 'ignore', label: 'no shift: ignore it' },
];

export function MappingRow({ code, mapping, row, onSaved, onClose }: Props) {
  const { change, current } = useSettingsChange(code);
  const instead = row?.assignment ?? null;
  const { field, saving } = useDraft({
    start: { assignment: row?.assignment ?? '', to: row ? mappedTo(row) : 'ON1' } as {
      assignment: string;
      to: MappedTo;
    },
    check: ({ assignment }) => {
      if (assignment.trim() === '') return { assignment: 'Write the name or id that Amion uses.' };
      return isMapped(mapping, assignment, instead)
        ? { assignment: 'It is mapped already. Change that row.' }
        : {};
    },
    save: async (draft) => change({ mapping: withRow((await current()).mapping, draft, instead) }),
    onSaved: (_, { assignment, to }) =>
      onSaved(
        to === 'ignore'
          ? `“${assignment.trim()}” is ignored from the next roster on.`
          : `“${assignment.trim()}” is ${to} from the next roster on.`,
      ),
  });
  return (
    <FormDialog
      title={row ? `Change “${row.assignment}”` : 'Add an assignment'}
      action={row ? 'Save' : 'Add'}
      saving={saving}
      onClose={onClose}
    >
      <Field
        label="Assignment on Amion"
        required
        autoFocus
        hint="Its name or its id, as the report has it."
        {...field('assignment')}
      />
      <Choice label="Shift type" options={OPTIONS} {...field('to')} />
    </FormDialog>
  );
}
