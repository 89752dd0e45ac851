import { ROLES, type Role } from '#src/domain/user.ts';
import { useSession } from '#web/client/session.ts';
import { Choice } from '#web/components/field.tsx';
import { ListTools } from '#web/components/list-tools.tsx';
import { LiveSearchBox } from '#web/components/live-search-box.tsx';
import { ROLE_WORDS } from './role-words.ts';
import type { UsersChange, UsersSearch } from './users-search.ts';

interface Props {
  search: UsersSearch;
  onChange(change: UsersChange): void;
}

const ROLES_SHOWN: { value: Role | ''; label: string }[] = [
  { value: '', label: 'Every role' },
  ...ROLES.map((value) => ({ value, label: ROLE_WORDS[value].name })),
];
const SHOWN_OPTIONS: { value: NonNullable<UsersSearch['show']> | ''; label: string }[] = [
  { value: '', label: 'May sign in' },
  { value: 'disabled', label: 'Disabled' },
  { value: 'all', label: 'All' },
];

export function UsersFilter({ search: { find = '', role, of = '', show }, onChange }: Props) {
  const { departments } = useSession();
  return (
    <ListTools>
      <LiveSearchBox
        label="Search by email"
        value={find}
        onSearch={(text) => onChange({ find: text || undefined })}
      />
      <Choice
        label="Role"
        value={role ?? ''}
        onChange={(chosen) => onChange({ role: chosen || undefined })}
        options={ROLES_SHOWN}
      />
      <Choice
        label="Of"
        value={of}
        onChange={(code) => onChange({ of: code || undefined })}
        options={[
          { value: '', label: 'Every department' },
          ...departments.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
        ]}
      />
      <Choice
        label="Shown"
        value={show ?? ''}
        onChange={(chosen) => onChange({ show: chosen || undefined })}
        options={SHOWN_OPTIONS}
      />
    </ListTools>
  );
}
