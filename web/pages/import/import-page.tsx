import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { type Department, DepartmentPage } from '#web/shell/department-page.tsx';
import { ImportForm } from './import-form.tsx';
import { RecentImports } from './recent-imports.tsx';
import './import.css';

/** A schedule from its files: matrix, roster and dates; and what was imported before. */
export const ImportPage = () => (
  <DepartmentPage needs="own" title="Import" what="imports">
    {(department) => <Import department={department} />}
  </DepartmentPage>
);

function Import({ department }: { department: Department }) {
  const maySchedule = useMay('schedule');
  const mayRead = useMay('read');
  return (
    <>
      <PageHeader
        title="Import"
        lead="A coverage matrix and a roster become a schedule that can be looked at, mended and put in force."
      />
      <div className="stack-l">
        {maySchedule ? (
          <ImportForm key={department.code} {...department} />
        ) : (
          <EmptyState title="Your role may not import.">
            <p>Schedulers and administrators may. {mayRead ? 'What was imported is listed below.' : null}</p>
          </EmptyState>
        )}
        {mayRead ? <RecentImports {...department} /> : null}
      </div>
    </>
  );
}
