import { useQuery } from '@tanstack/react-query';
import { Dialog } from '#web/components/dialog.tsx';
import { Facts } from '#web/components/facts.tsx';
import { Moment } from '#web/components/moment.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { UserPassword } from './user-password.tsx';
import { UserRole } from './user-role.tsx';
import { UserState } from './user-state.tsx';
import { isCommandLine, type User, userQuery } from './users-query.ts';
import './users.css';

interface Props {
  id: string | undefined;
  timeZone: string;
  onChanged(text: string): void;
  onClose(): void;
}

/** One user, beside the list: role and department, password, and whether they may sign in. */
export function UserPanel({ id, timeZone, onChanged, onClose }: Props) {
  const { data, error, refetch } = useQuery({ ...userQuery(id ?? ''), enabled: id !== undefined });
  return (
    <Dialog place="side" title={data?.email ?? 'User'} isOpen={id !== undefined} onClose={onClose}>
      {data ? (
        <UserParts key={data.id} user={data} timeZone={timeZone} onChanged={onChanged} />
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton label="Loading the user" />
      )}
    </Dialog>
  );
}

interface PartsProps {
  user: User;
  timeZone: string;
  onChanged(text: string): void;
}

function UserParts({ user, timeZone, onChanged }: PartsProps) {
  if (isCommandLine(user))
    return (
      <p>
        Whoever uses the command line on that machine acts as this user. It cannot sign in, and there is
        nothing to set.
      </p>
    );
  return (
    <div className="stack-l">
      <Facts
        facts={[
          ['State', user.active ? 'may sign in' : 'disabled'],
          [
            'Last sign-in',
            user.lastLoginAt ? <Moment key="last" at={user.lastLoginAt} timeZone={timeZone} /> : 'never',
          ],
        ]}
      />
      <UserRole user={user} onChanged={onChanged} />
      <UserPassword user={user} onChanged={onChanged} />
      <UserState user={user} onChanged={onChanged} />
    </div>
  );
}
