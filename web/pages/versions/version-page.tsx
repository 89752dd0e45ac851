import { PageHeader } from '#web/components/page-header.tsx';

export function VersionPage() {
  return <PageHeader title="Version" />;
}
