import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { addDays, monthText } from '#web/words/moments.ts';
import { calendarQuery } from '../coverage-queries.ts';
import { LEVEL_NAMES, type Level, toMonths } from './calendar-months.ts';
import { YearMonth } from './year-month.tsx';
import './year.css';

interface Props {
  version: string;
  /** Schedule date of now. */
  today: string;
  /** Hospital or words are chosen, which the calendar does not know. */
  isFiltered: boolean;
  onDate(date: string): void;
}

const KEYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The whole version as a calendar: how much of each schedule date is covered. A date leads into its night. */
export function YearView({ version, today, isFiltered, onDate }: Props) {
  const { data, error, refetch } = useQuery(calendarQuery(version));
  const [active, setActive] = useState<string | null>(null);
  const months = useMemo(() => toMonths(data?.days ?? []), [data]);
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={14} label="Loading the calendar" />;
  const tabStop = active ?? (today >= data.from && today <= data.to ? today : data.from);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const days = KEYS[event.key];
    if (days === undefined) return;
    const date = addDays(tabStop, days);
    const button = event.currentTarget.querySelector<HTMLElement>(`[data-date="${date}"]`);
    if (!button) return;
    event.preventDefault();
    setActive(date);
    button.focus();
  };
  return (
    <section className="stack" aria-label="Calendar">
      <ul className="year-legend">
        {(Object.keys(LEVEL_NAMES) as Level[]).map((level) => (
          <li key={level}>
            <span className={`year-sample year-${level}`} aria-hidden="true" />
            {LEVEL_NAMES[level]}
          </li>
        ))}
        {isFiltered ? <li>The calendar counts every hospital and study.</li> : null}
      </ul>
      <div className="year-months" {...{ onKeyDown }}>
        {months.map((month) => (
          <YearMonth
            key={month.key}
            title={monthText(`${month.key}-01`)}
            weeks={month.weeks}
            {...{ today, tabStop, onDate }}
          />
        ))}
      </div>
    </section>
  );
}
