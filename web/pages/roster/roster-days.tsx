import { DayWords } from './day-words.tsx';
import type { PlanView } from './plan-view.ts';
import type { RosterDay, RosterGrid } from './roster-grid.ts';
import { ShiftCell } from './shift-cell.tsx';

/** One day under the other, for a phone; the days that are over are folded away. */
export function RosterDays({ grid, view }: { grid: RosterGrid; view: PlanView }) {
  const over = grid.days.filter(({ date }) => date < view.today);
  const ahead = grid.days.filter(({ date }) => date >= view.today);
  const days = (shown: readonly RosterDay[]) =>
    shown.map((day) => <DayCard key={day.date} day={day} view={view} />);
  if (over.length === 0 || ahead.length === 0) return <div className="stack">{days(grid.days)}</div>;
  return (
    <div className="stack">
      <details className="roster-over">
        <summary>{over.length === 1 ? 'The day before' : `The ${over.length} days before`}</summary>
        <div className="stack">{days(over)}</div>
      </details>
      {days(ahead)}
    </div>
  );
}

function DayCard({ day, view }: { day: RosterDay; view: PlanView }) {
  const { date, kind, hasSchedule, shifts } = day;
  return (
    <section className="day-card panel" data-kind={kind} data-today={date === view.today || undefined}>
      <h3 className="day-card-head">
        <DayWords day={day} today={view.today} />
      </h3>
      {hasSchedule ? (
        <dl>
          {shifts
            .filter(({ parts }) => parts.length > 0)
            .map((shift) => (
              <div key={shift.shiftType} className="day-shift">
                <dt>
                  {shift.shiftType}
                  <span className="roster-usual">{view.usual.get(shift.shiftType)}</span>
                </dt>
                <dd>
                  <ShiftCell shift={shift} view={view} />
                </dd>
              </div>
            ))}
        </dl>
      ) : (
        <p className="weak day-shift">No schedule is in force</p>
      )}
    </section>
  );
}
