import { Link } from '@tanstack/react-router';
import { Notice } from '#web/components/notice.tsx';
import { MessageList } from '#web/findings/message-list.tsx';
import { DatePages } from '#web/pages/versions/date-pages.tsx';
import { countKinds } from '#web/pages/versions/diff-groups.ts';
import { ReaderChanges } from '#web/pages/versions/reader-changes.tsx';
import { RosterDifferences } from '#web/pages/versions/roster-differences.tsx';
import { versionName } from '#web/pages/versions/version-words.ts';
import { counted } from '#web/words/counted.ts';
import { datesText } from '#web/words/date-span.ts';
import { dayYearText } from '#web/words/moments.ts';
import { driftDates } from './drift-dates.ts';
import type { VersionDrift } from './drift-queries.ts';

/** The drift from one version in force, date by date. */
export function VersionDriftView({ drift }: { drift: VersionDrift }) {
  const { version, differences, coverage, messages } = drift;
  const name = versionName(version);
  if (differences.length + coverage.length + messages.length === 0)
    return (
      <Notice tone="good" title="Amion agrees with what is in force.">
        {datesText(drift)},{' '}
        <Link to="/versions/$versionId" params={{ versionId: version }}>
          {name.toLowerCase()}
        </Link>
      </Notice>
    );
  return (
    <section className="stack-l" aria-label={`Drift from ${name.toLowerCase()}, ${datesText(drift)}`}>
      <p>
        From{' '}
        <Link to="/versions/$versionId" params={{ versionId: version }}>
          {name.toLowerCase()}
        </Link>
        , in force, on {datesText(drift)}: <strong>{counted(differences.length, 'shift')}</strong>{' '}
        {differences.length === 1 ? 'differs' : 'differ'}. {touchText(coverage)}
      </p>
      {messages.length > 0 ? (
        <section className="stack" aria-labelledby={`open-${version}`}>
          <h2 id={`open-${version}`}>What cannot be taken over as it stands</h2>
          <MessageList
            messages={messages}
            actions={({ code }) =>
              code === 'UNKNOWN_PEOPLE' || code === 'AMBIGUOUS_PERSON' ? (
                <Link to="/people">People</Link>
              ) : null
            }
          />
        </section>
      ) : null}
      {differences.length + coverage.length > 0 ? (
        <DatePages
          title="What changed on Amion"
          empty="Nothing changed."
          groups={driftDates(drift)}
          head={({ date, studies }) => (
            <>
              <h3>{dayYearText(date)}</h3>
              <span className="weak small">
                {studies === 0 ? 'touches no study' : `touches ${counted(studies, 'study', 'studies')}`}
              </span>
              <Link to="/coverage" search={{ version, from: date }} className="small">
                On the board
              </Link>
            </>
          )}
          body={({ date, differences: shifts, blocks }) => (
            <>
              {shifts.length > 0 ? (
                <RosterDifferences differences={shifts} before="In force" after="Amion now" />
              ) : null}
              <ReaderChanges {...{ date, blocks }} />
            </>
          )}
        />
      ) : null}
    </section>
  );
}

/** `Of the studies, each in its hours, 11 newly have a reader, 36 have another.` */
function touchText(coverage: VersionDrift['coverage']): string {
  if (coverage.length === 0) return 'No study changes its reader.';
  const { uncovered, covered, changed, cause } = countKinds(coverage);
  const parts = [
    uncovered > 0 ? `${uncovered} lose their reader` : '',
    covered > 0 ? `${covered} newly have a reader` : '',
    changed > 0 ? `${changed} have another` : '',
    cause > 0 ? `${cause} have none for another cause` : '',
  ];
  return `Of the studies, each in its hours, ${parts.filter(Boolean).join(', ')}.`;
}
