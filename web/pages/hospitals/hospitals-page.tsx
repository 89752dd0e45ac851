import { PageHeader } from '#web/components/page-header.tsx';

export function HospitalsPage() {
  return <PageHeader title="Hospitals" />;
}
