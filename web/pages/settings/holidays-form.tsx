import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#web/components/button.tsx';
import { MomentField } from '#web/components/field.tsx';
import { Section } from '#web/components/section.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { dayYearText } from '#web/words/moments.ts';
import { HolidaysFile } from './settings-files.tsx';
import { type Department, useSettingsChange } from './settings-query.ts';

interface Props {
  department: Department;
  onSaved(text: string): void;
}

/** Dates that count as weekend: each is added and removed by itself. */
export function HolidaysForm({ department: { code, holidays }, onSaved }: Props) {
  const { change, current } = useSettingsChange(code);
  const [date, setDate] = useState('');
  const [fault, setFault] = useState<string>();
  const [isImporting, setImporting] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ add, remove }: { add?: string; remove?: string; text: string }) => {
      const kept = (await current()).holidays.filter((known) => known !== remove && known !== add);
      return await change({ holidays: [...kept, ...(add ? [add] : [])].toSorted() });
    },
    onSuccess: (_, { text }) => onSaved(text),
  });
  const add = () => {
    if (date === '') setFault('Choose the date.');
    else if (holidays.includes(date)) setFault('This date is a holiday already.');
    else {
      mutate({ add: date, text: `${dayYearText(date)} is a holiday.` });
      setDate('');
    }
  };
  return (
    <Section
      title="Holidays"
      lead="On these dates the weekend sheets of the matrix apply."
      actions={
        <Button small onPress={() => setImporting(true)}>
          From a file
        </Button>
      }
    >
      <div className="stack">
        {holidays.length === 0 ? <p className="weak">There are none.</p> : null}
        <ul className="holiday-list" aria-label="Holidays">
          {holidays.map((holiday) => (
            <li key={holiday} className="holiday">
              <time dateTime={holiday}>{dayYearText(holiday)}</time>
              <IconButton
                label={`Remove ${dayYearText(holiday)}`}
                isDisabled={isPending}
                onPress={() =>
                  mutate({ remove: holiday, text: `${dayYearText(holiday)} is no holiday any more.` })
                }
              >
                <X size={15} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
        {error ? <ErrorState error={error} /> : null}
        <form
          className="holiday-add"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <MomentField
            label="Add a date"
            kind="date"
            value={date}
            fault={fault}
            onChange={(chosen) => {
              setDate(chosen);
              setFault(undefined);
            }}
          />
          <Button type="submit" isPending={isPending}>
            Add
          </Button>
        </form>
      </div>
      {isImporting ? (
        <HolidaysFile code={code} onStored={onSaved} onClose={() => setImporting(false)} />
      ) : null}
    </Section>
  );
}
