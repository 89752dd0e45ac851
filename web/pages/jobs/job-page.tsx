import { PageHeader } from '#web/components/page-header.tsx';

export function JobPage() {
  return <PageHeader title="Job" />;
}
