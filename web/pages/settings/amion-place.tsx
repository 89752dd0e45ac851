import { Button } from '#web/components/button.tsx';
import { DraftForm } from '#web/components/draft-form.tsx';
import { Field } from '#web/components/field.tsx';
import { Section } from '#web/components/section.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { type Department, useSettingsChange } from './settings-query.ts';

interface Props {
  department: Department;
  onSaved(text: string): void;
}

const [FEWEST, MOST] = [5, 1440];

const isPullTime = (text: string): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= FEWEST && Number(text) <= MOST;

export function AmionPlace({ department: { code, amionBaseUrl, amionPullMinutes }, onSaved }: Props) {
  const { change } = useSettingsChange(code);
  const { field, saving } = useDraft({
    start: { amionBaseUrl: amionBaseUrl ?? '', amionPullMinutes: String(amionPullMinutes) },
    check: (draft) =>
      isPullTime(draft.amionPullMinutes)
        ? {}
        : { amionPullMinutes: `Write a whole number of minutes from ${FEWEST} to ${MOST}.` },
    save: (draft) =>
      change({
        amionBaseUrl: draft.amionBaseUrl.trim() || null,
        amionPullMinutes: Number(draft.amionPullMinutes),
      }),
    onSaved: () => onSaved('Where and how often the roster is fetched is saved.'),
  });
  return (
    <Section title="Where and how often">
      <DraftForm saving={saving}>
        <Field
          label="Address of Amion"
          type="url"
          placeholder="https://www.amion.com"
          hint="Left empty, the default address is used."
          {...field('amionBaseUrl')}
        />
        <Field
          label="Minutes between two fresh rosters"
          required
          hint={`From ${FEWEST} to ${MOST}. What differs from the schedule in force is shown as roster drift.`}
          {...field('amionPullMinutes')}
        />
        <div>
          <Button type="submit" look="primary" isPending={saving.isPending}>
            Save
          </Button>
        </div>
      </DraftForm>
    </Section>
  );
}
