import { PageHeader } from '#web/components/page-header.tsx';

export function PersonPage() {
  return <PageHeader title="Person" />;
}
