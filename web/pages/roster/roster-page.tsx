import { PageHeader } from '#web/components/page-header.tsx';

export function RosterPage() {
  return <PageHeader title="Roster" />;
}
