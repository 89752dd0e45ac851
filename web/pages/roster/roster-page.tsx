import { DepartmentPage } from '#web/shell/department-page.tsx';
import { RosterView } from './roster-view.tsx';
import './roster.css';

/** Who holds which shift, and the daily work: somebody is sick, two people swap. */
export const RosterPage = () => (
  <DepartmentPage needs="read" title="Roster" what="the roster">
    {(department) => <RosterView {...department} />}
  </DepartmentPage>
);
