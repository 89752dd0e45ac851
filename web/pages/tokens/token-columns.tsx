import { Button } from '#web/components/button.tsx';
import type { Column } from '#web/components/data-table.tsx';
import { Moment } from '#web/components/moment.tsx';
import { Badge } from '#web/components/notice.tsx';
import { SCOPE_WORDS } from './scope-words.ts';
import type { Token } from './tokens-query.ts';

export const tokenColumns = (
  timeZone: string,
  onRevoke: (token: Token) => void,
): readonly Column<Token>[] => [
  { key: 'name', head: 'Name', cell: ({ name }) => <strong>{name}</strong> },
  {
    key: 'scopes',
    head: 'May',
    cell: ({ scopes }) => scopes.map((scope) => SCOPE_WORDS[scope].name.toLowerCase()).join(', '),
  },
  {
    key: 'expires',
    head: 'Expires',
    cell: ({ expiresAt }) => (
      <span className="row">
        <Moment at={expiresAt} timeZone={timeZone} />
        {Date.parse(expiresAt) < Date.now() ? <Badge tone="warning">expired</Badge> : null}
      </span>
    ),
  },
  {
    key: 'used',
    head: 'Last used',
    secondary: true,
    cell: ({ lastUsedAt }) =>
      lastUsedAt ? <Moment at={lastUsedAt} timeZone={timeZone} /> : <span className="weak">never</span>,
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
    cell: (token) => (
      <Button small look="danger" aria-label={`Revoke ${token.name}`} onPress={() => onRevoke(token)}>
        Revoke
      </Button>
    ),
  },
];
