import { useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '#web/components/states.tsx';
import { instantText } from '#web/words/instants.ts';
import { historyWords } from './history-text.ts';
import { historyQuery } from './version-queries.ts';

/** Who did what to the version, the newest first. */
export function VersionHistory({ id, timeZone }: { id: string; timeZone: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    historyQuery(id),
  );
  const entries = data?.pages.flatMap((page) => page.entries);
  return (
    <section className="stack" aria-labelledby="version-history">
      <h2 id="version-history">History</h2>
      {error && !entries ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {entries ? null : error ? null : <Skeleton lines={4} label="Looking up who did what" />}
      {entries?.length === 0 ? <EmptyState title="Nothing was done to it yet." /> : null}
      {entries && entries.length > 0 ? (
        <ol className="panel">
          {entries.map((entry) => (
            <HistoryEntry key={entry.id} {...{ entry, timeZone }} />
          ))}
        </ol>
      ) : null}
      {hasNextPage ? (
        <div>
          <Button onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
            Show older
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** More than so many are folded away. */
const SHOWN_DETAILS = 2;

function HistoryEntry({ entry, timeZone }: { entry: Schemas['AuditEntry']; timeZone: string }) {
  const { what, reason, details } = historyWords(entry);
  const list = (
    <ul className="small weak">
      {details.map((detail) => (
        <li key={detail}>{detail}</li>
      ))}
    </ul>
  );
  return (
    <li className="history-entry">
      <span className="weak small">{instantText(entry.at, timeZone)}</span>
      <div className="stack-s">
        <p>
          <strong>{entry.userEmail ?? 'The system'}</strong> {what}
        </p>
        {reason ? <p className="history-reason">{reason}</p> : null}
        {details.length > SHOWN_DETAILS ? (
          <details>
            <summary className="small">Which: {details.length}</summary>
            {list}
          </details>
        ) : details.length > 0 ? (
          list
        ) : null}
      </div>
    </li>
  );
}
