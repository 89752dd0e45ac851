import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { Permission } from '#src/domain/permission.ts';
import { useMay, type useSession } from '#web/client/session.ts';
import { Allowed } from '#web/components/allowed.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { useDepartment } from './department.ts';

export type Department = ReturnType<typeof useSession>['departments'][number];

interface Props {
  needs: Permission;
  title: string;
  /** What the role may not see, where it may not. */
  what: string;
  children(department: Department): ReactNode;
}

/** A page about one department: begun anew for another, and saying what is missing where there is none. */
export function DepartmentPage({ needs, title, what, children }: Props) {
  const department = useDepartment();
  return (
    <Allowed needs={needs} title={title} what={what}>
      {department ? (
        <Fragment key={department.code}>{children(department)}</Fragment>
      ) : (
        <>
          <PageHeader title={title} />
          <NoDepartment />
        </>
      )}
    </Allowed>
  );
}

/** In a new installation there is none; else somebody has not been given one. */
function NoDepartment() {
  const mayAdminister = useMay('administer');
  return mayAdminister ? (
    <EmptyState
      title="There is no department yet."
      actions={
        <Link to="/hospitals" className="button button-primary">
          Add the first hospital
        </Link>
      }
    >
      <p>Add your hospitals, and make the one that keeps the schedule a department. Then import its files.</p>
    </EmptyState>
  ) : (
    <EmptyState title="You belong to no department that has a schedule.">
      <p>Ask an administrator to give you one.</p>
    </EmptyState>
  );
}
