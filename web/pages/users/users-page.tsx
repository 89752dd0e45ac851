import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Allowed } from '#web/components/allowed.tsx';
import { Button } from '#web/components/button.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { Told } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { AddUser } from './add-user.tsx';
import { userColumns } from './user-columns.tsx';
import { UserPanel } from './user-panel.tsx';
import { UsersFilter } from './users-filter.tsx';
import { USERS, useUsers } from './users-query.ts';
import type { UsersChange } from './users-search.ts';

const route = getRouteApi('/shell/users');

/** Who may sign in, as what, and for which department. */
export const UsersPage = () => (
  <Allowed needs="administer" title="Users" what="the users">
    <Users />
  </Allowed>
);

function Users() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const department = useDepartment();
  const timeZone = department?.timeZone ?? 'UTC';
  const users = useUsers(search);
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const change = (changes: UsersChange) =>
    void navigate({
      search: (before) => ({ ...before, ...changes }),
      replace: !('user' in changes),
      resetScroll: false,
    });
  // The same for as long as the page is open: rows are then drawn once, however many more are shown.
  const columns = useMemo(
    () =>
      userColumns(
        timeZone,
        (user) => void navigate({ search: (before) => ({ ...before, user }), resetScroll: false }),
      ),
    [timeZone, navigate],
  );
  const tell = (text: string) => {
    setTold(text);
    void queryClient.invalidateQueries({ queryKey: USERS });
  };
  return (
    <>
      <PageHeader
        title="Users"
        lead="Who may sign in, as what, and for which department."
        actions={
          <Button look="primary" onPress={() => setAdding(true)}>
            Add a user
          </Button>
        }
      />
      <UsersFilter search={search} onChange={change} />
      <div className="stack">
        <Told text={told} />
        <DataTable
          stacks
          label="Users"
          columns={columns}
          rowKey={({ id }) => id}
          isMarked={({ id }) => id === search.user}
          {...users}
          empty={
            <EmptyState
              title="No user matches."
              actions={<Button onPress={() => change(EVERYBODY)}>Show everybody</Button>}
            />
          }
        />
      </div>
      <UserPanel
        id={search.user}
        timeZone={timeZone}
        onClose={() => change({ user: undefined })}
        onChanged={(text) => {
          change({ user: undefined });
          tell(text);
        }}
      />
      {isAdding ? (
        <AddUser
          department={department?.code}
          onClose={() => setAdding(false)}
          onAdded={({ email }) => {
            setAdding(false);
            tell(`${email} is added.`);
          }}
        />
      ) : null}
    </>
  );
}

const EVERYBODY: UsersChange = { find: undefined, role: undefined, of: undefined, show: 'all' };
