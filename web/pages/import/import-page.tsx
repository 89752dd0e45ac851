import { PageHeader } from '#web/components/page-header.tsx';

export function ImportPage() {
  return <PageHeader title="Import" />;
}
