import { getRouteApi } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { Allowed } from '#web/components/allowed.tsx';
import { Button } from '#web/components/button.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { auditColumns } from './audit-columns.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { csvAddress, useAudit } from './audit-query.ts';
import type { AuditChange } from './audit-search.ts';

const route = getRouteApi('/shell/audit');

/** Who changed what, when and from where: cannot be changed or deleted, by nobody. */
export const AuditPage = () => (
  <Allowed needs="administer" title="Audit" what="the audit">
    <Audit />
  </Allowed>
);

function Audit() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const timeZone = useDepartment()?.timeZone ?? 'UTC';
  const audit = useAudit(search, timeZone);
  const change = (changes: AuditChange) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), resetScroll: false });
  const clear = () => change(NO_FILTER);
  // The same for as long as the page is open: rows are then drawn once, however many more are shown.
  const columns = useMemo(
    () =>
      auditColumns(
        timeZone,
        (resource) => void navigate({ search: (before) => ({ ...before, resource }), resetScroll: false }),
      ),
    [timeZone, navigate],
  );
  return (
    <>
      <PageHeader
        title="Audit"
        lead={`Every change, sign-in and export, the newest first. Times are of ${timeZone}.`}
        actions={
          <a className="button" href={csvAddress(search, timeZone)} download="audit.csv">
            <Download size={16} aria-hidden="true" />
            Export as CSV
          </a>
        }
      />
      <AuditFilter search={search} onChange={change} onClear={clear} />
      <DataTable
        stacks
        label="Audit entries"
        columns={columns}
        rowKey={({ id }) => id}
        {...audit}
        empty={
          <EmptyState title="No entry matches." actions={<Button onPress={clear}>Show every entry</Button>} />
        }
      />
    </>
  );
}

const NO_FILTER: AuditChange = {
  ...{ user: undefined, action: undefined, resource: undefined },
  ...{ of: undefined, since: undefined, until: undefined },
};
