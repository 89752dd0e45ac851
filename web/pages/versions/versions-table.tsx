import { Link } from '@tanstack/react-router';
import { type Column, DataTable } from '#web/components/data-table.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { datesText, lengthText, overlaps } from '#web/words/date-span.ts';
import { instantText } from '#web/words/instants.ts';
import type { Period, Version } from './version-queries.ts';
import { StatusBadge } from './version-status.tsx';
import { versionMark, versionName } from './version-words.ts';

interface Props {
  versions: readonly Version[];
  periods: readonly Period[];
  timeZone: string;
}

/** The timeline in words. */
export function VersionsTable({ versions, periods, timeZone }: Props) {
  const columns: Column<Version>[] = [
    {
      key: 'version',
      head: 'Version',
      cell: ({ id }) => (
        <Link to="/versions/$versionId" params={{ versionId: id }} aria-label={versionName(id)}>
          {versionMark(id)}
        </Link>
      ),
    },
    { key: 'status', head: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
    {
      key: 'dates',
      head: 'Its dates',
      cell: (version) => (
        <>
          {datesText(version)} <span className="weak small secondary">({lengthText(version)})</span>
        </>
      ),
    },
    { key: 'force', head: 'In force', cell: (version) => <InForce {...{ version, periods }} /> },
    {
      key: 'made',
      head: 'Made',
      secondary: true,
      cell: ({ createdAt }) => <span className="weak">{instantText(createdAt, timeZone)}</span>,
    },
    {
      key: 'compare',
      head: <span className="unseen">Compare</span>,
      secondary: true,
      cell: (version) => <CompareLink {...{ version, periods }} />,
    },
  ];
  return (
    <DataTable
      label="Versions"
      columns={columns}
      rows={versions}
      rowKey={({ id }) => id}
      empty={<EmptyState title="No version has this status." />}
    />
  );
}

interface PartProps {
  version: Version;
  periods: readonly Period[];
}

function InForce({ version, periods }: PartProps) {
  const own = periods.filter((period) => period.version === version.id);
  if (own.length === 0) return <span className="weak">not in force</span>;
  return (
    <ul>
      {own.map((period) => (
        <li key={period.from}>{datesText(period)}</li>
      ))}
    </ul>
  );
}

/** With the first of whatever is in force on its dates. */
function CompareLink({ version, periods }: PartProps) {
  const standing = periods.find((period) => period.version !== version.id && overlaps(period, version));
  if (!standing) return null;
  return (
    <Link
      to="/versions/$versionId/compare"
      params={{ versionId: version.id }}
      search={{ against: standing.version }}
      aria-label={`Compare ${versionName(version.id)} with what is in force`}
    >
      Compare
    </Link>
  );
}
