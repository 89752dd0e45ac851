import { useSession } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { OwnDuties } from './own-duties.tsx';
import { OwnFeed } from './own-feed.tsx';
import './mine.css';

/** Own duties, and the calendar feed of them. */
export function MinePage() {
  const { user, name, personId } = useSession();
  const department = useDepartment();
  if (personId === null)
    return (
      <>
        <PageHeader title="My duties" />
        <EmptyState title="You are signed in as a user who is no person of a roster.">
          <p>
            Duties belong to the person with the same email. No person has <strong>{user.email}</strong>: if
            you read studies, ask your chief scheduler to put this email to your name.
          </p>
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title="My duties" lead={`Those of ${name} that are in force.`} />
      <div className="mine">
        <OwnDuties timeZone={department?.timeZone ?? 'UTC'} />
        <OwnFeed name={name} department={user.hospitalId ? undefined : department?.code} />
      </div>
    </>
  );
}
