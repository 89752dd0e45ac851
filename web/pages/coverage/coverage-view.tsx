import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Badge } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { chooseVersion, type Version } from './choose-version.ts';
import type { SearchChange } from './coverage-search.ts';
import { spanDatesText } from './date-span.ts';
import { STATUS_NAMES, STATUS_TONES, VersionChoice } from './version-choice.tsx';
import { VersionCoverage } from './version-coverage.tsx';
import './coverage.css';

const route = getRouteApi('/shell/coverage');

interface Props {
  department: string;
  timeZone: string;
  /** The newest first; at least one. */
  versions: readonly Version[];
  /** Id of the one that answers today, where several could. */
  inForce: string | null;
  /** Schedule date of now. */
  today: string;
}

export function CoverageView({ department, timeZone, versions, inForce, today }: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standing = chooseVersion(versions, today, inForce);
  const version = search.version ? versions.find(({ id }) => id === search.version) : standing;
  const setSearch = useCallback(
    (change: SearchChange, replace = false) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace, resetScroll: false }),
    [navigate],
  );
  const choice = (
    <VersionChoice
      {...{ versions, department }}
      chosen={version?.id}
      inForce={standing?.status === 'PRODUCTION' ? standing.id : null}
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
  return (
    <>
      <PageHeader
        title="Coverage"
        lead={
          <span className="row">
            <Badge tone={STATUS_TONES[version.status]}>{STATUS_NAMES[version.status]}</Badge>
            {spanDatesText(version)}
            <Link to="/versions/$versionId" params={{ versionId: version.id }} className="small no-print">
              version {version.id.slice(-6)}
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
