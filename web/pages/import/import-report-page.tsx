import { PageHeader } from '#web/components/page-header.tsx';

export function ImportReportPage() {
  return <PageHeader title="Import" />;
}
