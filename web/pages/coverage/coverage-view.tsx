import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import type { Period, Version } from '#web/pages/versions/version-queries.ts';
import { StatusBadge } from '#web/pages/versions/version-status.tsx';
import { versionName } from '#web/pages/versions/version-words.ts';
import { datesText } from '#web/words/date-span.ts';
import { chooseVersion } from './choose-version.ts';
import type { SearchChange } from './coverage-search.ts';
import { VersionChoice } from './version-choice.tsx';
import { VersionCoverage } from './version-coverage.tsx';
import './coverage.css';

const route = getRouteApi('/shell/coverage');

interface Props {
  department: string;
  timeZone: string;
  /** The newest first; at least one. */
  versions: readonly Version[];
  /** The dates in force, by date. */
  periods: readonly Period[];
  /** Schedule date of now. */
  today: string;
}

export function CoverageView({ department, timeZone, versions, periods, today }: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standing = chooseVersion(versions, periods, today);
  const version = search.version ? versions.find(({ id }) => id === search.version) : standing;
  const setSearch = useCallback(
    (change: SearchChange, replace = false) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace, resetScroll: false }),
    [navigate],
  );
  const choice = (
    <VersionChoice
      {...{ versions, periods }}
      chosen={version?.id}
      onChoose={(id) =>
        setSearch({ version: id === standing?.id ? undefined : id, from: undefined, open: undefined })
      }
    />
  );
  if (!version)
    return (
      <>
        <PageHeader title="Coverage" actions={choice} />
        <EmptyState title={`${department} has no such version.`}>
          <p>It was removed, or belongs to another department. Choose one above.</p>
        </EmptyState>
      </>
    );
  const inForce = periods.filter((period) => period.version === version.id);
  const isTrimmed = inForce.some(({ from, to }) => from > version.from || to < version.to);
  return (
    <>
      <PageHeader
        title="Coverage"
        lead={
          <span className="row">
            <StatusBadge status={version.status} />
            {datesText(version)}
            {isTrimmed ? <span>in force for {inForce.map(datesText).join(' and ')}</span> : null}
            <Link to="/versions/$versionId" params={{ versionId: version.id }} className="small">
              {versionName(version.id)}
            </Link>
            <span className="small">times are {timeZone}</span>
          </span>
        }
        actions={choice}
      />
      <VersionCoverage key={version.id} {...{ version, department, timeZone, today, search, setSearch }} />
    </>
  );
}
