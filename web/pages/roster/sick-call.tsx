import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { Button } from '#web/components/button.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { CandidateList } from './candidate-list.tsx';
import type { DoneChange } from './change-done.tsx';
import { leaveOrder, soughtHours, takeOrder } from './change-orders.ts';
import { candidatesQuery, dryRunQuery } from './change-queries.ts';
import { ConfirmChange } from './confirm-change.tsx';
import { HoursChoice } from './hours-choice.tsx';
import { LossNotice } from './loss-notice.tsx';
import { hoursText, parseHours, restOf } from './lost-hours.ts';
import type { Shift, ShiftPart } from './roster-grid.ts';
import type { Duty } from './roster-queries.ts';
import { useRosterSearch } from './use-roster-search.ts';

interface Props {
  code: string;
  /** Local time of the hospital. */
  now: string;
  version: string | undefined;
  shift: Shift;
  part: ShiftPart;
  /** Of everybody, around the shift. */
  duties: readonly Duty[];
  onDone(done: DoneChange): void;
}

/** Somebody is sick: which studies lose their reader, who may take them, and the change itself. */
export function SickCall({ code, now, version, shift, part, onDone }: Props) {
  const { search, setSearch } = useRosterSearch();
  const rest = restOf(part, now) ?? restOf(part, search.at ?? now);
  // What is left of a shift that is under way: what has been read stays as it was.
  const usual = restOf(part, now);
  const hours = search.hours === 'whole' ? null : (parseHours(search.hours) ?? usual);
  const asked = { part, shift, hours, version };
  const leave = leaveOrder(asked);
  const loss = useQuery(dryRunQuery(code, leave));
  const candidates = useQuery(candidatesQuery(code, part, soughtHours(asked), version));
  const holder = part.duty?.person ?? null;
  const taker = candidates.data?.candidates.find(({ person }) => person.id === search.take);
  const order = search.take === 'nobody' ? leave : taker ? takeOrder(asked, taker.person.email) : null;
  if (order)
    return (
      <ConfirmChange
        {...{ code, order, part, onDone }}
        loss={leave && search.take !== 'nobody' ? (loss.data ?? null) : null}
        title={`${taker?.person.name ?? 'Nobody'} ${taker ? 'takes' : 'is on'} ${part.shiftType}${hours ? `, ${hoursText(hours)}` : ''}`}
        absent={holder}
        people={taker ? [taker.person] : []}
        warnings={taker?.reasons.map(({ text }) => text) ?? []}
        action={taker ? `Put ${taker.person.name} on ${part.shiftType}` : 'Leave it without anybody'}
        reasons={['Sick', 'Called away', 'Asked for']}
        onBack={() => setSearch({ take: undefined }, { replace: true })}
      />
    );
  return (
    <>
      {holder ? (
        <HoursChoice
          part={part}
          rest={rest}
          hours={hours}
          onChange={(chosen) =>
            setSearch({ hours: chosen ? `${chosen.start}-${chosen.end}` : 'whole' }, { replace: true })
          }
        />
      ) : null}
      {leave ? <LossNotice name={holder?.name ?? ''} loss={loss.data} error={loss.error} /> : null}
      {candidates.error ? (
        <ErrorState error={candidates.error} retry={() => void candidates.refetch()} />
      ) : (
        <CandidateList
          candidates={candidates.data?.candidates}
          date={part.date}
          onTake={({ person }) => setSearch({ take: person.id })}
        />
      )}
      {holder ? (
        <div className="row">
          <Button onPress={() => setSearch({ swap: 'choose', hours: undefined })}>
            <ArrowLeftRight size={16} aria-hidden="true" />
            Swap with somebody instead
          </Button>
          <Button look="quiet" onPress={() => setSearch({ take: 'nobody' })}>
            Take {holder.name} off, with nobody instead
          </Button>
        </div>
      ) : null}
    </>
  );
}
