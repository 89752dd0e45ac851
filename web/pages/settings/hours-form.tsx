import { Button } from '#web/components/button.tsx';
import { DraftForm } from '#web/components/draft-form.tsx';
import { MomentField } from '#web/components/field.tsx';
import { SearchChoice } from '#web/components/search-choice.tsx';
import { Section } from '#web/components/section.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { timeZoneOptions } from '#web/words/time-zones.ts';
import { type Department, useSettingsChange } from './settings-query.ts';

interface Props {
  department: Department;
  onSaved(text: string): void;
}

const ZONES = timeZoneOptions();

export function HoursForm({ department: { code, timeZone, rolloverHour }, onSaved }: Props) {
  const { change } = useSettingsChange(code);
  const { field, saving } = useDraft({
    start: { timeZone, rolloverHour },
    check: (draft) => ({
      ...(draft.timeZone === '' && { timeZone: 'Choose the time zone of the hospital’s clock.' }),
      ...(draft.rolloverHour === '' && { rolloverHour: 'Write the hour, as 08:00.' }),
    }),
    save: (filled) => change(filled),
    onSaved: () => onSaved('The hours are saved. Answers are computed with them from now on.'),
  });
  return (
    <Section title="Hours">
      <DraftForm saving={saving}>
        <SearchChoice
          label="Time zone"
          required
          hint="Every date and clock time of the schedule is of this zone."
          options={ZONES}
          {...field('timeZone')}
        />
        <MomentField
          label="Rollover hour"
          kind="time"
          required
          hint="A night’s window or part that begins before this hour belongs to the schedule date before."
          {...field('rolloverHour')}
        />
        <div>
          <Button type="submit" look="primary" isPending={saving.isPending}>
            Save hours
          </Button>
        </div>
      </DraftForm>
    </Section>
  );
}
