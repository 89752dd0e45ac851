import { PageHeader } from '#web/components/page-header.tsx';

export function ComparePage() {
  return <PageHeader title="Compare" />;
}
