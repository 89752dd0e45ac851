import { PageHeader } from '#web/components/page-header.tsx';

export function TokensPage() {
  return <PageHeader title="Tokens" />;
}
