import { PageHeader } from '#web/components/page-header.tsx';

export function PeoplePage() {
  return <PageHeader title="People" />;
}
