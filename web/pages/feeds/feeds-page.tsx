import { PageHeader } from '#web/components/page-header.tsx';

export function FeedsPage() {
  return <PageHeader title="Feeds and walls" />;
}
