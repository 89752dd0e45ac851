import { Link } from '@tanstack/react-router';
import type { Column } from '#web/components/data-table.tsx';
import { EmailText } from '#web/components/email-text.tsx';
import { Moment } from '#web/components/moment.tsx';
import { codeText } from '#web/findings/message-place.ts';
import type { Entry } from './audit-query.ts';
import { placeOf, resourceText } from './audit-words.ts';
import { EntryChanges } from './entry-changes.tsx';

/** Of an entry: when, who, what, on what, and what became of each value. */
export const auditColumns = (
  timeZone: string,
  onResource: (resource: string) => void,
): readonly Column<Entry>[] => [
  { key: 'at', head: 'When', cell: ({ at }) => <Moment at={at} timeZone={timeZone} /> },
  {
    key: 'who',
    head: 'Who',
    cell: ({ userEmail, ipAddress }) => (
      <span className="audit-pair">
        <span>{userEmail ? <EmailText email={userEmail} /> : 'nobody, by itself'}</span>
        <span className="weak small">{ipAddress ?? 'this machine'}</span>
      </span>
    ),
  },
  {
    key: 'what',
    head: 'What',
    cell: (entry) => <What entry={entry} onResource={onResource} />,
  },
  {
    key: 'values',
    head: 'Values',
    cell: (entry) => <EntryChanges entry={entry} />,
  },
];

function What({ entry, onResource }: { entry: Entry; onResource(resource: string): void }) {
  const { action, resource, department } = entry;
  const place = placeOf(resource);
  return (
    <span className="audit-pair">
      <strong>{codeText(action)}</strong>
      <span className="small">
        <button
          type="button"
          className="audit-resource"
          title={`Everything about ${resource}`}
          onClick={() => onResource(resource)}
        >
          {resourceText(resource)}
        </button>
        {place ? (
          <>
            {' · '}
            <Link {...place}>
              open<span className="unseen"> {resourceText(resource)}</span>
            </Link>
          </>
        ) : null}
        {department ? <span className="weak"> · {department}</span> : null}
      </span>
    </span>
  );
}
