import { PageHeader } from '#web/components/page-header.tsx';

export function CoveragePage() {
  return <PageHeader title="Coverage" />;
}
