import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { versionCan } from '#src/domain/schedule-version.ts';
import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { localNow } from '#web/words/moments.ts';
import { ChangesView } from './changes-view.tsx';
import { RosterLead } from './roster-lead.tsx';
import { RosterPlan } from './roster-plan.tsx';
import { rosterQuery, versionQuery } from './roster-queries.ts';
import { NO_SHIFT } from './roster-search.ts';
import { shownSpan } from './roster-span.ts';
import { RosterTools } from './roster-tools.tsx';
import { ShiftDialog } from './shift-dialog.tsx';
import { useRosterSearch } from './use-roster-search.ts';
import { ViewChoice } from './view-choice.tsx';

/** The roster of a department, or what was changed of it by hand; and the sheet of the shift that is open. */
export function RosterView({ code, timeZone }: { code: string; timeZone: string }) {
  const { search, setSearch } = useRosterSearch();
  const { version } = search;
  const maySchedule = useMay('schedule');
  // The hospital's clock as the page was opened: what is looked at does not change under one's hands.
  const [now] = useState(() => localNow(timeZone));
  const today = now.slice(0, 10);
  const named = useQuery({ ...versionQuery(version ?? ''), enabled: version !== undefined });
  const isNamedReady = version === undefined || named.data !== undefined;
  const asked = shownSpan(search, startDate(today, named.data));
  const roster = useQuery({ ...rosterQuery(code, asked, version), enabled: isNamedReady });
  const mayChange = maySchedule && (!named.data || versionCan('change', named.data.status));
  const error = named.error ?? roster.error;
  return (
    <>
      <PageHeader
        title="Roster"
        lead={
          <RosterLead
            roster={roster.data}
            named={named.data}
            maySchedule={maySchedule}
            mayChange={mayChange}
          />
        }
        actions={<ViewChoice />}
      />
      {search.view === 'changes' ? (
        <ChangesView {...{ code, timeZone, today, version, mayChange }} />
      ) : (
        <div className="stack-l">
          <RosterTools span={asked} today={today} />
          {error ? (
            <ErrorState error={error} retry={() => void (named.error ? named : roster).refetch()} />
          ) : null}
          {roster.data ? (
            <RosterPlan
              roster={roster.data}
              {...{ today, mayChange }}
              find={search.find ?? ''}
              isOld={roster.isPlaceholderData}
              onOpen={(shift) => setSearch({ ...NO_SHIFT, ...shift })}
            />
          ) : error ? null : (
            <Skeleton lines={10} label="Loading the roster" />
          )}
        </div>
      )}
      <ShiftDialog {...{ code, now, version, mayChange }} />
    </>
  );
}

/** Where the roster opens: today, or the beginning of a version that does not hold today. */
function startDate(today: string, version: { from: string; to: string } | undefined): string {
  return !version || (version.from <= today && today <= version.to) ? today : version.from;
}
