import { counted } from '#web/words/counted.ts';
import { dayYearText, hoursText } from '#web/words/moments.ts';
import { type CalendarDay, type CalendarMonth, levelOf } from './calendar-months.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

interface Props {
  title: string;
  weeks: CalendarMonth['weeks'];
  today: string;
  /** The date that Tab leads to. */
  tabStop: string;
  onDate(date: string): void;
}

export function YearMonth({ title, weeks, today, tabStop, onDate }: Props) {
  return (
    <div className="year-month panel">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" abbr={name}>
                {name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)?.date}>
              {week.map((day, column) => (
                <td key={WEEKDAYS[column]}>
                  {day ? <Day {...{ day, today, onDate }} isTabStop={day.date === tabStop} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayProps {
  day: CalendarDay;
  today: string;
  isTabStop: boolean;
  onDate(date: string): void;
}

function Day({ day, today, isTabStop, onDate }: DayProps) {
  const open = day.requiredHours - day.coveredHours;
  const label = `${dayYearText(day.date)}${day.date === today ? ', today' : ''}: ${wordsOf(day)}`;
  return (
    <button
      type="button"
      className={`year-day year-${levelOf(day)}`}
      data-date={day.date}
      aria-current={day.date === today ? 'date' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      title={label}
      onClick={() => onDate(day.date)}
    >
      <span className="unseen">{label}</span>
      <span aria-hidden="true">{Number(day.date.slice(8))}</span>
      {open > 0 ? (
        <strong className="year-open" aria-hidden="true">
          −{Math.ceil(open)} h
        </strong>
      ) : null}
    </button>
  );
}

function wordsOf({ requiredHours, coveredHours, gaps }: CalendarDay): string {
  if (requiredHours === 0) return 'nothing is listed';
  if (gaps === 0) return `all ${hoursText(requiredHours)} of its studies have a reader`;
  const open = hoursText(requiredHours - coveredHours);
  return `${open} of ${hoursText(requiredHours)} without a reader, in ${counted(gaps, 'gap')}`;
}
