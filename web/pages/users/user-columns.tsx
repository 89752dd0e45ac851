import { Button } from '#web/components/button.tsx';
import type { Column } from '#web/components/data-table.tsx';
import { EmailText } from '#web/components/email-text.tsx';
import { Moment } from '#web/components/moment.tsx';
import { Badge } from '#web/components/notice.tsx';
import { ROLE_WORDS } from './role-words.ts';
import { isCommandLine, type User } from './users-query.ts';

export const userColumns = (timeZone: string, onOpen: (id: string) => void): readonly Column<User>[] => [
  {
    key: 'email',
    head: 'Email',
    cell: (user) => (
      <span className="row">
        <strong>
          <EmailText email={user.email} />
        </strong>
        {user.active ? null : <Badge>disabled</Badge>}
        {isCommandLine(user) ? <Badge tone="info">command line</Badge> : null}
      </span>
    ),
  },
  { key: 'role', head: 'Role', cell: ({ role }) => ROLE_WORDS[role].name },
  {
    key: 'department',
    head: 'Of',
    secondary: true,
    cell: ({ department }) => department ?? <span className="weak">every one</span>,
  },
  {
    key: 'last',
    head: 'Last sign-in',
    secondary: true,
    cell: ({ lastLoginAt }) =>
      lastLoginAt ? <Moment at={lastLoginAt} timeZone={timeZone} /> : <span className="weak">never</span>,
  },
  {
    key: 'actions',
    actions: true,
    cell: ({ id, email }) => (
      <Button small aria-label={`Change ${email}`} onPress={() => onOpen(id)}>
        Change
      </Button>
    ),
  },
];
