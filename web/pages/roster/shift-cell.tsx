import { Pencil, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { ReaderName } from '#web/components/reader-name.tsx';
import { dayText } from '#web/words/moments.ts';
import type { PlanView } from './plan-view.ts';
import { clockSpan, isByHand, isFound, type Shift, type ShiftPart } from './roster-grid.ts';
import './shift-cell.css';

/** Who holds one shift of one date, part by part; a press opens it. */
export function ShiftCell({ shift, view }: { shift: Shift; view: PlanView }) {
  if (shift.parts.length === 0) return <span className="weak shift-none">no shift</span>;
  return (
    <div className="shift-cell">
      {shift.parts.map((part) => (
        <PartButton key={part.key} part={part} isSplit={shift.parts.length > 1} view={view} />
      ))}
    </div>
  );
}

function PartButton({ part, isSplit, view }: { part: ShiftPart; isSplit: boolean; view: PlanView }) {
  const { duty, state, shiftType, date } = part;
  const hours = clockSpan(part);
  const isUsual = !isSplit && hours === view.usual.get(shiftType);
  const isSearched = view.find.trim() !== '';
  const found = isFound(part, view.find);
  return (
    <Button
      className="shift-part"
      data-state={state}
      data-found={found || undefined}
      data-faded={(isSearched && !found) || undefined}
      onPress={() => view.open(part)}
    >
      <span className="unseen">
        {shiftType}, {dayText(date)}:
      </span>
      {duty?.person ? <ReaderName name={duty.person.name} /> : <Nobody part={part} />}
      <span className={isUsual ? 'unseen' : 'shift-hours'}>{hours}</span>
      {isByHand(part) ? (
        <span className="shift-by-hand">
          <Pencil size={12} aria-hidden="true" />
          By hand: {duty?.reason}
        </span>
      ) : null}
      <span className="unseen">{view.mayChange ? 'Change' : 'Show'}</span>
    </Button>
  );
}

function Nobody({ part }: { part: ShiftPart }) {
  return (
    <span className="shift-nobody">
      <TriangleAlert size={15} aria-hidden="true" />
      <strong>{holderText(part)}</strong>
    </span>
  );
}

const holderText = ({ duty, state }: ShiftPart): string =>
  duty?.person?.name ?? (state === 'open' ? 'Not on the roster' : 'Nobody');
