import { DayWords } from './day-words.tsx';
import type { PlanView } from './plan-view.ts';
import type { RosterDay, RosterGrid } from './roster-grid.ts';
import { ShiftCell } from './shift-cell.tsx';

/** Schedule dates down, shift types across. */
export function RosterTable({ grid, view }: { grid: RosterGrid; view: PlanView }) {
  return (
    <table className="roster-table panel">
      <caption className="unseen">Who holds which shift, by schedule date</caption>
      <thead>
        <tr>
          <th scope="col" className="roster-date-head">
            Date
          </th>
          {grid.shiftTypes.map((type) => (
            <th key={type} scope="col">
              {type}
              <span className="roster-usual">{view.usual.get(type)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.days.map((day) => (
          <DayRow key={day.date} day={day} view={view} columns={grid.shiftTypes.length} />
        ))}
      </tbody>
    </table>
  );
}

function DayRow({ day, view, columns }: { day: RosterDay; view: PlanView; columns: number }) {
  const { date, kind, hasSchedule, shifts } = day;
  return (
    <tr data-kind={kind} data-today={date === view.today || undefined}>
      <th scope="row">
        <DayWords day={day} today={view.today} />
      </th>
      {hasSchedule ? (
        shifts.map((shift) => (
          <td key={shift.shiftType}>
            <ShiftCell shift={shift} view={view} />
          </td>
        ))
      ) : (
        <td colSpan={columns} className="weak">
          No schedule is in force
        </td>
      )}
    </tr>
  );
}
