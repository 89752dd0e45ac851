import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useSession } from '#web/client/session.ts';
import { Notice } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { ErrorState, NoPermission, Skeleton } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { datesText } from '#web/words/date-span.ts';
import { instantText } from '#web/words/instants.ts';
import { importQuery } from './import-queries.ts';
import type { Phase } from './import-result.ts';
import { PhaseStrip } from './report/phase-strip.tsx';
import { ReportFindings } from './report/report-findings.tsx';
import './import.css';
import './report/report.css';

const route = getRouteApi('/shell/import/batch/$batchId');

/** An import of one source that no background job ran: what was found in it. */
export function ImportBatchPage() {
  const { batchId } = route.useParams();
  const mayRead = useMay('read');
  const { data, error, refetch } = useQuery({ ...importQuery(batchId), enabled: mayRead });
  if (!mayRead) return <Framed>{<NoPermission what="imports" />}</Framed>;
  if (error && !data) return <Framed>{<ErrorState error={error} retry={() => void refetch()} />}</Framed>;
  if (!data) return <Framed>{<Skeleton lines={8} label="Asking for the import" />}</Framed>;
  return <Batch batch={data.import} />;
}

type Judged = Awaited<ReturnType<NonNullable<ReturnType<typeof importQuery>['queryFn']>>>['import'];

function Batch({ batch }: { batch: Judged }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const own = useDepartment();
  const { departments } = useSession();
  const isRoster = batch.source === 'ROSTER';
  const department = own && departments.find(({ code }) => code === own.code);
  if (!department) return null;
  const { code, timeZone } = department;
  const messages = batch.validation?.messages ?? [];
  const phase: Phase = {
    ...{ phase: isRoster ? 'AMION_IMPORT' : 'ODS_IMPORT', state: batch.state, batchId: batch.id },
    ...{ accounting: batch.accounting, messages, step: null, done: 0, total: 0 },
  };
  const when = instantText(batch.scrapedAt, timeZone);
  return (
    <>
      <PageHeader
        title={`${isRoster ? 'Roster' : 'Coverage matrix'} for ${datesText({ from: batch.from, to: batch.to })}`}
        lead={`${batch.sourceName ?? ''} · imported ${when}${batch.createdByEmail ? ` by ${batch.createdByEmail}` : ''}`}
        actions={
          batch.version ? (
            <Link className="button" to="/versions/$versionId" params={{ versionId: batch.version }}>
              Go to the version
            </Link>
          ) : null
        }
      />
      <div className="stack-l">
        <PhaseStrip phases={[phase]} />
        {batch.errorMessage ? (
          <Notice tone="danger" title="It failed.">
            {batch.errorMessage}
          </Notice>
        ) : null}
        <ReportFindings
          department={code}
          sources={[{ source: isRoster ? 'roster' : 'matrix', batchId: batch.id, messages }]}
          place={{
            search,
            go: (to) =>
              void navigate({
                search: (before) => ({ ...before, ...to }),
                replace: true,
                resetScroll: false,
              }),
          }}
        />
      </div>
    </>
  );
}

const Framed = ({ children }: { children: ReactNode }) => (
  <>
    <PageHeader title="Import" />
    {children}
  </>
);
