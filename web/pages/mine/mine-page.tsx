import { PageHeader } from '#web/components/page-header.tsx';

export function MinePage() {
  return <PageHeader title="My duties" />;
}
