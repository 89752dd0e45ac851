import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button, IconButton } from '#web/components/button.tsx';
import { SearchBox } from '#web/components/search-box.tsx';
import { holds, type Span, spanText, stepSpan, type Weeks, weeksFrom, weeksOf } from './roster-span.ts';
import { useRosterSearch } from './use-roster-search.ts';

interface Props {
  span: Span;
  today: string;
}

const WEEKS: readonly { weeks: Weeks; label: string }[] = [
  { weeks: 1, label: 'A week' },
  { weeks: 4, label: 'Four weeks' },
];

/** Which dates are shown, and who is looked for in them. */
export function RosterTools({ span, today }: Props) {
  const { search, setSearch } = useRosterSearch();
  const show = (shown: Span): void => setSearch(shown);
  return (
    <div className="roster-tools no-print">
      <SearchBox
        label="Find a person"
        value={search.find ?? ''}
        onChange={(text) => setSearch({ find: text || undefined }, { replace: true })}
      />
      <fieldset className="roster-dates">
        <legend className="unseen">Dates</legend>
        <IconButton label="Earlier" onPress={() => show(stepSpan(span, -1))}>
          <ChevronLeft size={18} aria-hidden="true" />
        </IconButton>
        <input
          type="date"
          className="field-input roster-date"
          aria-label="Show the week of"
          value={span.from}
          onChange={({ target }) => target.value && show(weeksFrom(target.value, weeksOf(span)))}
        />
        <IconButton label="Later" onPress={() => show(stepSpan(span, 1))}>
          <ChevronRight size={18} aria-hidden="true" />
        </IconButton>
        <Button isDisabled={holds(span, today)} onPress={() => show(weeksFrom(today, weeksOf(span)))}>
          This week
        </Button>
      </fieldset>
      <fieldset className="switch">
        <legend className="unseen">How many dates</legend>
        {WEEKS.map(({ weeks, label }) => (
          <button
            key={weeks}
            type="button"
            className="switch-choice"
            aria-pressed={weeksOf(span) === weeks}
            onClick={() => show(weeksFrom(holds(span, today) ? today : span.from, weeks))}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <h2 className="roster-span" aria-live="polite">
        {spanText(span)}
      </h2>
    </div>
  );
}
