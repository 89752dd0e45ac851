import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShiftType } from '#src/domain/shift-type.ts';
import { EmptyState, ErrorState, Skeleton } from '#web/components/states.tsx';
import { addDays } from '#web/words/moments.ts';
import { ChangeDone, type DoneChange } from './change-done.tsx';
import { buildGrid } from './roster-grid.ts';
import { type Roster, rosterQuery } from './roster-queries.ts';
import { choosePart } from './shift-choice.ts';
import { ShiftDetails } from './shift-details.tsx';
import { ShiftParts } from './shift-parts.tsx';
import { ShiftWork } from './shift-work.tsx';
import { DAYS_AROUND } from './swap-choices.ts';
import { useRosterSearch } from './use-roster-search.ts';

interface Props {
  code: string;
  now: string;
  version: string | undefined;
  mayChange: boolean;
  date: string;
  shiftType: ShiftType;
  onClose(): void;
}

/** One shift, from who holds it to what has been done about it. */
export function ShiftSheet(props: Props) {
  const { code, version, date } = props;
  const span = { from: addDays(date, -DAYS_AROUND), to: addDays(date, DAYS_AROUND) };
  const { data, error, refetch, isPlaceholderData } = useQuery(rosterQuery(code, span, version));
  const [done, setDone] = useState<DoneChange | null>(null);
  if (done) return <ChangeDone {...props} done={done} onTakenBack={() => setDone(null)} />;
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data || isPlaceholderData) return <Skeleton lines={6} label="Loading the shift" />;
  return <HeldShift {...props} roster={data} onDone={setDone} />;
}

function HeldShift({ roster, onDone, ...props }: Props & { roster: Roster; onDone(done: DoneChange): void }) {
  const { search, setSearch } = useRosterSearch();
  const { date, shiftType, mayChange, now } = props;
  const shift = buildGrid(roster)
    .days.find((day) => day.date === date)
    ?.shifts.find((one) => one.shiftType === shiftType);
  if (!shift || shift.parts.length === 0)
    return (
      <EmptyState title={`The schedule has no ${shiftType} on this date.`}>
        <p>The matrix asks nobody for it, and the roster names nobody.</p>
      </EmptyState>
    );
  const part = choosePart(shift.parts, search, now);
  const isSettled = search.take !== undefined || (search.swap !== undefined && search.swap !== 'choose');
  return (
    <div className="stack-l">
      {isSettled ? null : (
        <ShiftParts
          shift={shift}
          chosen={part}
          onChoose={({ from }) =>
            setSearch({ part: from.slice(11, 16), at: undefined, hours: undefined }, { replace: true })
          }
        />
      )}
      {part ? (
        <>
          {isSettled ? null : <ShiftDetails part={part} isOnlyRead={!mayChange} />}
          {mayChange ? (
            <ShiftWork key={part.key} {...props} {...{ shift, part, onDone }} duties={roster.duties} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}
