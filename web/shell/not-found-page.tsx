import { Link } from '@tanstack/react-router';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';

export function NotFoundPage() {
  return (
    <>
      <PageHeader title="No such page" />
      <EmptyState title="There is nothing at this address." actions={<Link to="/">Go to tonight</Link>}>
        <p>It may have been moved, or belong to another department.</p>
      </EmptyState>
    </>
  );
}
