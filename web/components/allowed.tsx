import type { ReactNode } from 'react';
import type { Permission } from '#src/domain/permission.ts';
import { useMay } from '#web/client/session.ts';
import { PageHeader } from './page-header.tsx';
import { NoPermission } from './states.tsx';

interface Props {
  needs: Permission;
  title: string;
  /** What the role may not see, where it may not. */
  what: string;
  children: ReactNode;
}

/** A page for those who may see it; the others are told so, and nothing is asked for. */
export function Allowed({ needs, title, what, children }: Props) {
  if (useMay(needs)) return <>{children}</>;
  return (
    <>
      <PageHeader title={title} />
      <NoPermission what={what} />
    </>
  );
}
