import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '#web/components/data-table.tsx';
import { Badge, type Tone } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { instantText } from '#web/words/instants.ts';
import { type Import, importsQuery } from './version-queries.ts';

const SOURCES: Record<Import['source'], string> = { MATRIX: 'Matrix', LIST: 'List', ROSTER: 'Roster' };
const TONES: Record<Import['state'], Tone> = { COMPLETE: 'good', FAILED: 'danger', PENDING: 'info' };
const STATES: Record<Import['state'], string> = {
  COMPLETE: 'complete',
  FAILED: 'failed',
  PENDING: 'running',
};

const COUNTS = ['read', 'accepted', 'rejected', 'ignored'] as const;

const columnsFor = (timeZone: string): Column<Import>[] => [
  {
    key: 'source',
    head: 'Source',
    cell: ({ source, sourceName, sourceAsOf, errorMessage }) => (
      <>
        <strong>{SOURCES[source]}</strong> <span className="weak">{sourceName}</span>
        {sourceAsOf ? <p className="weak small">as of {instantText(sourceAsOf, timeZone)}</p> : null}
        {errorMessage ? <p className="small">{errorMessage}</p> : null}
      </>
    ),
  },
  { key: 'state', head: 'State', cell: ({ state }) => <Badge tone={TONES[state]}>{STATES[state]}</Badge> },
  ...COUNTS.map((count) => ({
    ...{ key: count, head: count.charAt(0).toUpperCase() + count.slice(1), number: true, secondary: true },
    cell: ({ accounting }: Import) => accounting?.[count] ?? '',
  })),
  {
    key: 'at',
    head: 'When',
    cell: ({ completedAt, createdAt }) => instantText(completedAt ?? createdAt, timeZone),
  },
];

/** What was imported into the version, and what came of each unit read. */
export function VersionImports({ id, timeZone }: { id: string; timeZone: string }) {
  const { data, error, refetch } = useQuery(importsQuery(id));
  return (
    <section className="stack" aria-labelledby="version-imports">
      <h2 id="version-imports">Imports</h2>
      <DataTable
        label="Imports into this version"
        columns={columnsFor(timeZone)}
        rows={data}
        rowKey={({ id: batch }) => batch}
        empty={<EmptyState title="Nothing was imported into it." />}
        error={error}
        retry={() => void refetch()}
      />
    </section>
  );
}
