import { PageHeader } from '#web/components/page-header.tsx';

export function DriftPage() {
  return <PageHeader title="Roster drift" />;
}
