import { Link } from '@tanstack/react-router';
import type { Schemas } from '#web/client/api.ts';
import { Badge } from '#web/components/notice.tsx';
import { dayText, momentText } from '#web/words/moments.ts';
import type { Roster } from './roster-queries.ts';
import { NO_SHIFT } from './roster-search.ts';

interface Props {
  roster: Roster | undefined;
  /** The version that the address names; undefined: those in force. */
  named: Schemas['Version'] | undefined;
  maySchedule: boolean;
  mayChange: boolean;
}

/** Of which version the roster is, how old it is, in whose time, and whether it may be changed. */
export function RosterLead({ roster, named, maySchedule, mayChange }: Props) {
  const versions = roster?.versions ?? [];
  const oldest = versions.flatMap(({ asOf }) => asOf ?? []).toSorted()[0];
  return (
    <div className="roster-lead">
      <span>
        {named ? (
          <>
            <Badge tone={named.status === 'PRODUCTION' ? 'good' : 'warning'}>
              {named.status.toLowerCase()}
            </Badge>{' '}
            version {named.id.slice(-6)}, {dayText(named.from)} to {dayText(named.to)}.{' '}
            <Link to="/roster" search={(before) => ({ ...before, ...NO_SHIFT, version: undefined })}>
              Show what is in force
            </Link>
            .
          </>
        ) : versions.length > 0 ? (
          `In force: version ${versions.map(({ version }) => version.slice(-6)).join(', ')}.`
        ) : null}
      </span>
      {oldest ? <span>Roster as of {momentText(oldest)}.</span> : null}
      {roster ? <span>Times of {roster.timeZone}.</span> : null}
      {mayChange ? null : (
        <span>
          {maySchedule
            ? 'An archived version is evidence of who was on call: it is only read.'
            : 'You see the roster; changing it is for the schedulers of the department.'}
        </span>
      )}
    </div>
  );
}
