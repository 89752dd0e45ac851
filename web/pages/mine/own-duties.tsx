import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState, ErrorState, Skeleton } from '#web/components/states.tsx';
import { addDays, localNow, momentText, monthText, spanText } from '#web/words/moments.ts';
import { DutyRow } from './duty-row.tsx';
import { ownDutiesQuery } from './mine-query.ts';
import { NextDuty } from './next-duty.tsx';
import { countText, planOwnDuties } from './own-plan.ts';

/** What is on now, what is next, and the rest by month. */
export function OwnDuties({ timeZone }: { timeZone: string }) {
  const [now] = useState(() => new Date());
  // The night that began yesterday may still be on.
  const from = addDays(localNow(timeZone, now).slice(0, 10), -1);
  const { data, error, refetch } = useQuery(ownDutiesQuery(from));
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} label="Loading your duties" />;
  const { assignments } = data;
  const plan = planOwnDuties(assignments, now.getTime());
  const isOfSeveral = new Set(assignments.map(({ department }) => department)).size > 1;
  const oldest = assignments.flatMap(({ asOf }) => asOf ?? []).toSorted()[0];
  if (plan.current.length === 0 && !plan.next)
    return (
      <EmptyState title="You are on no shift from now on.">
        <p>
          Nothing is in force for you in the year ahead. Schedules that are still being made are not shown
          here.
        </p>
      </EmptyState>
    );
  return (
    <div className="stack-l">
      <div className="mine-next">
        {plan.current.map((duty) => (
          <NextDuty
            key={duty.from + duty.shiftType}
            title="On now"
            duty={duty}
            when={`${spanText(now, duty.to)} left`}
          />
        ))}
        {plan.next ? (
          <NextDuty title="Next" duty={plan.next} when={`in ${spanText(now, plan.next.from)}`} />
        ) : null}
      </div>
      {oldest ? (
        <p className="weak small">
          Roster as of {momentText(oldest)}. Times are those of the hospital’s clock.
        </p>
      ) : null}
      {plan.months.map(({ month, duties }) => (
        <section key={month} className="panel mine-month" aria-label={monthText(`${month}-01`)}>
          <header className="mine-month-head">
            <h2>{monthText(`${month}-01`)}</h2>
            <span className="weak small">{countText(duties)}</span>
          </header>
          <ul>
            {duties.map((duty) => (
              <DutyRow
                key={duty.from + duty.shiftType}
                duty={duty}
                department={isOfSeveral ? duty.department : null}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
