import { PageHeader } from '#web/components/page-header.tsx';

export function UsersPage() {
  return <PageHeader title="Users" />;
}
