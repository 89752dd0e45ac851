import { Button } from '#web/components/button.tsx';
import type { Column } from '#web/components/data-table.tsx';
import { EmailText } from '#web/components/email-text.tsx';
import { Moment } from '#web/components/moment.tsx';
import type { FeedKind } from './feeds-query.ts';

export const KIND_NAMES: Record<FeedKind, string> = {
  person: 'Person',
  position: 'Position',
  hospital: 'Hospital',
};

interface Secret {
  createdAt: string;
  createdByEmail: string | null;
  lastUsedAt: string | null;
}

/** What every secret address says of itself, and how it is revoked. */
export const secretColumns = <Row extends Secret>(
  timeZone: string,
  nameOf: (row: Row) => string,
  onRevoke: (row: Row) => void,
): readonly Column<Row>[] => [
  {
    key: 'used',
    head: 'Last used',
    cell: ({ lastUsedAt }) =>
      lastUsedAt ? <Moment at={lastUsedAt} timeZone={timeZone} /> : <span className="weak">never</span>,
  },
  {
    key: 'by',
    head: 'Made by',
    secondary: true,
    cell: ({ createdByEmail }) => (createdByEmail ? <EmailText email={createdByEmail} /> : null),
  },
  {
    key: 'made',
    head: 'Made',
    secondary: true,
    cell: ({ createdAt }) => <Moment at={createdAt} timeZone={timeZone} />,
  },
  {
    key: 'actions',
    actions: true,
    cell: (row) => (
      <Button small look="danger" aria-label={`Revoke ${nameOf(row)}`} onPress={() => onRevoke(row)}>
        Revoke
      </Button>
    ),
  },
];
