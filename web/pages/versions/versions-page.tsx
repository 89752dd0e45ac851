import { PageHeader } from '#web/components/page-header.tsx';

export function VersionsPage() {
  return <PageHeader title="Versions" />;
}
