import { PageHeader } from '#web/components/page-header.tsx';

export function JobsPage() {
  return <PageHeader title="Jobs" />;
}
