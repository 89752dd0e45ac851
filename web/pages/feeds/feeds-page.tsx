import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { FeedsPart } from './feeds-part.tsx';
import { WallsPart } from './walls-part.tsx';

/** Addresses that answer to whoever knows them: calendars, and displays on a wall. */
export function FeedsPage() {
  const maySchedule = useMay('schedule');
  const department = useDepartment();
  return (
    <>
      <PageHeader
        title="Feeds and walls"
        lead="Secret addresses that show a part of the schedule without a sign-in, until they are revoked."
      />
      <div className="stack-l">
        <FeedsPart department={department} />
        {maySchedule && department ? <WallsPart {...department} /> : null}
      </div>
    </>
  );
}
