import { PageHeader } from '#web/components/page-header.tsx';

export function AuditPage() {
  return <PageHeader title="Audit" />;
}
