import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { Button } from '#web/components/button.tsx';
import { ReaderName } from '#web/components/reader-name.tsx';
import { SearchBox } from '#web/components/search-box.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { dayText } from '#web/words/moments.ts';
import type { DoneChange } from './change-done.tsx';
import { swapOrder } from './change-orders.ts';
import { ConfirmChange } from './confirm-change.tsx';
import { focusOnMount } from './focus-on-mount.ts';
import { clockSpan, type Shift, type ShiftPart } from './roster-grid.ts';
import type { Duty } from './roster-queries.ts';
import { listSwapChoices, swapClashes, swapKey } from './swap-choices.ts';
import { useRosterSearch } from './use-roster-search.ts';

interface Props {
  code: string;
  version: string | undefined;
  shift: Shift;
  part: ShiftPart;
  /** The row of the roster that is given away. */
  own: Duty & { person: NonNullable<Duty['person']> };
  duties: readonly Duty[];
  onDone(done: DoneChange): void;
}

/** Two people change places: with whom, what it does, and the change itself. */
export function SwapCall({ code, version, shift, part, own, duties, onDone }: Props) {
  const { search, setSearch } = useRosterSearch();
  const [find, setFind] = useState('');
  const other = duties.find((duty) => swapKey(duty) === search.swap);
  const order = other ? swapOrder({ part, shift, hours: null, version }, other) : null;
  if (other?.person && order)
    return (
      <ConfirmChange
        {...{ code, order, part, onDone }}
        loss={null}
        title={`${other.person.name} takes ${shiftText(own)}; ${own.person.name} takes ${shiftText(other)}`}
        absent={null}
        people={[other.person, own.person]}
        warnings={swapClashes(duties, own, other)}
        action="Swap the two"
        reasons={['Asked for by both', 'Sick', 'Leave']}
        onBack={() => setSearch({ swap: 'choose' }, { replace: true })}
      />
    );
  const choices = listSwapChoices(duties, own, { now: Date.now(), search: find });
  return (
    <section className="stack" aria-label="Shifts to swap with">
      <div className="step-back">
        <Button look="quiet" small onPress={() => setSearch({ swap: undefined }, { replace: true })}>
          <ChevronLeft size={16} aria-hidden="true" />
          Find somebody instead
        </Button>
      </div>
      <h3 className="step-title" tabIndex={-1} ref={focusOnMount}>
        With which shift does {own.person.name} swap?
      </h3>
      <div className="row">
        <SearchBox label="Find a person, shift or date" value={find} onChange={setFind} />
      </div>
      {choices.length === 0 ? (
        <EmptyState title="No such shift in the two weeks before and after.">
          <p>Search for a name, a shift type such as ON1, or a date such as 14 Dec.</p>
        </EmptyState>
      ) : (
        <ul className="candidates panel">
          {choices.map((duty) => (
            <li key={swapKey(duty)}>
              <PlainButton className="candidate" onPress={() => setSearch({ swap: swapKey(duty) })}>
                <span className="candidate-words">
                  <ReaderName name={duty.person?.name ?? ''} />
                  <span className="weak small">
                    {shiftText(duty)}, {clockSpan(duty)}
                  </span>
                </span>
                <ChevronRight size={16} aria-hidden="true" />
              </PlainButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const shiftText = ({ shiftType, scheduleDate }: Duty): string => `${shiftType} of ${dayText(scheduleDate)}`;
