import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState, NoPermission } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { RosterView } from './roster-view.tsx';
import './roster.css';

/** Who holds which shift, and the daily work: somebody is sick, two people swap. */
export function RosterPage() {
  const department = useDepartment();
  const mayRead = useMay('read');
  if (mayRead && department) return <RosterView key={department.code} {...department} />;
  return (
    <>
      <PageHeader title="Roster" />
      {mayRead ? (
        <EmptyState title="You belong to no department that has a schedule.">
          <p>Ask an administrator to give you one.</p>
        </EmptyState>
      ) : (
        <NoPermission what="the roster" />
      )}
    </>
  );
}
