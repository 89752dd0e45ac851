import { Link } from '@tanstack/react-router';
import { Notice } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { counted } from '#web/words/counted.ts';
import { dayText } from '#web/words/moments.ts';
import type { PlanView } from './plan-view.ts';
import { RosterDays } from './roster-days.tsx';
import {
  buildGrid,
  clockSpan,
  isFound,
  type RosterGrid,
  type ShiftPart,
  unheldParts,
  usualHours,
} from './roster-grid.ts';
import type { Roster } from './roster-queries.ts';
import { RosterTable } from './roster-table.tsx';
import { useWide } from './use-wide.ts';

interface Props {
  roster: Roster;
  today: string;
  find: string;
  mayChange: boolean;
  /** Of other dates than those asked for. */
  isOld: boolean;
  onOpen(shift: { date: string; shift: ShiftPart['shiftType']; part: string }): void;
}

/** The dates as a table, or one under the other; above it what nobody holds. */
export function RosterPlan({ roster, today, find, mayChange, isOld, onOpen }: Props) {
  const isWide = useWide();
  const grid = buildGrid(roster);
  const open = ({ date, shiftType, from }: ShiftPart): void =>
    onOpen({ date, shift: shiftType, part: from.slice(11, 16) });
  const view: PlanView = { today, find, mayChange, usual: usualHours(grid), open };
  if (!grid.days.some(({ hasSchedule }) => hasSchedule))
    return (
      <EmptyState
        title="No schedule is in force on these dates."
        actions={<Link to="/versions">See the versions and their dates</Link>}
      >
        <p>Choose other dates, or promote a version that has them.</p>
      </EmptyState>
    );
  return (
    <div className="stack-l" aria-busy={isOld} data-old={isOld || undefined}>
      <Unheld parts={unheldParts(grid)} view={view} />
      {find === '' ? null : <Found grid={grid} find={find} view={view} />}
      {isWide ? <RosterTable grid={grid} view={view} /> : <RosterDays grid={grid} view={view} />}
    </div>
  );
}

/** Vacancies and open shifts as a list to work off. */
function Unheld({ parts, view }: { parts: readonly ShiftPart[]; view: PlanView }) {
  if (parts.length === 0) return null;
  return (
    <Notice
      tone="danger"
      title={
        parts.length === 1 ? 'One shift is held by nobody.' : `${parts.length} shifts are held by nobody.`
      }
    >
      <ShiftLinks parts={parts} view={view} />
    </Notice>
  );
}

/** More would hide the table that marks them all. */
const MOST_LISTED = 8;

/** Whoever is searched for, with the shifts ahead: somebody is sick, and one press leads to what can be done. */
function Found({ grid, find, view }: { grid: RosterGrid; find: string; view: PlanView }) {
  const found = grid.days.flatMap(({ shifts }) =>
    shifts.flatMap(({ parts }) => parts.filter((part) => isFound(part, find))),
  );
  const names = [...new Set(found.flatMap(({ duty }) => duty?.person?.name ?? []))];
  const ahead = found.filter(({ date }) => date >= view.today).slice(0, MOST_LISTED);
  return (
    <div className="found">
      <p role="status" className="weak">
        {found.length === 0
          ? `Nobody called “${find}” is on in these dates.`
          : `${names.join(', ')}: ${counted(found.length, 'shift')}, marked below.`}
      </p>
      {names.length === 1 ? <ShiftLinks parts={ahead} view={view} /> : null}
    </div>
  );
}

function ShiftLinks({ parts, view }: { parts: readonly ShiftPart[]; view: PlanView }) {
  return (
    <ul className="shift-links">
      {parts.map((part) => (
        <li key={part.key}>
          <button type="button" className="link-button" onClick={() => view.open(part)}>
            {part.shiftType}, {dayText(part.date)}, {clockSpan(part)}
          </button>
          {part.state === 'open' ? ' has no row on the roster' : ''}
        </li>
      ))}
    </ul>
  );
}
