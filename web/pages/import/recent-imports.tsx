import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '#web/client/api.ts';
import { type Column, DataTable } from '#web/components/data-table.tsx';
import { Moment } from '#web/components/moment.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { datesText } from '#web/words/date-span.ts';
import { importsQuery } from './import-queries.ts';
import { StateBadge } from './state-badge.tsx';

type Import = Schemas['Import'];

/** What was imported into the department, each leading to its report. */
export function RecentImports({ code, timeZone }: { code: string; timeZone: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    importsQuery(code),
  );
  return (
    <section className="stack" aria-labelledby="recent-imports">
      <h2 id="recent-imports">Imports so far</h2>
      <DataTable
        label="Imports so far"
        rows={data?.pages.flatMap(({ imports }) => imports)}
        rowKey={({ id }) => id}
        columns={columns(timeZone)}
        empty={<EmptyState title={`Nothing was imported for ${code} yet.`} />}
        error={error}
        retry={() => void refetch()}
        more={hasNextPage ? { load: () => void fetchNextPage(), isLoading: isFetchingNextPage } : null}
      />
    </section>
  );
}

const SOURCE_NAMES = { MATRIX: 'Coverage matrix', LIST: 'Flat list', ROSTER: 'Roster' } as const;

const columns = (timeZone: string): Column<Import>[] => [
  {
    key: 'what',
    head: 'Source',
    cell: ({ id, jobId, source, sourceName }) => (
      <div className="import-what">
        {jobId ? (
          <Link
            to="/import/$jobId"
            params={{ jobId }}
            search={{ source: source === 'ROSTER' ? 'roster' : 'matrix' }}
          >
            {SOURCE_NAMES[source]}
          </Link>
        ) : (
          <Link to="/import/batch/$batchId" params={{ batchId: id }}>
            {SOURCE_NAMES[source]}
          </Link>
        )}
        <span className="weak small">{sourceName}</span>
      </div>
    ),
  },
  { key: 'state', head: 'State', cell: ({ state }) => <StateBadge state={state} /> },
  { key: 'dates', head: 'Dates', secondary: true, cell: ({ from, to }) => datesText({ from, to }) },
  {
    key: 'counts',
    head: 'Accepted',
    number: true,
    secondary: true,
    cell: ({ accounting }) => (accounting ? `${accounting.accepted} of ${accounting.read}` : '–'),
  },
  {
    key: 'when',
    head: 'Imported',
    secondary: true,
    cell: ({ scrapedAt, createdByEmail }) => (
      <div className="import-what">
        <Moment at={scrapedAt} timeZone={timeZone} />
        <span className="weak small">{createdByEmail}</span>
      </div>
    ),
  },
];
