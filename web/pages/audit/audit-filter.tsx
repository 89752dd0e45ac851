import { X } from 'lucide-react';
import { answerOf, api } from '#web/client/api.ts';
import { useSession } from '#web/client/session.ts';
import { Button } from '#web/components/button.tsx';
import { Choice, MomentField } from '#web/components/field.tsx';
import { SearchChoice } from '#web/components/search-choice.tsx';
import { useFoundOptions } from '#web/components/use-found-options.ts';
import type { AuditChange, AuditSearch } from './audit-search.ts';
import { ACTION_OPTIONS, resourceText } from './audit-words.ts';
import './audit.css';

interface Props {
  search: AuditSearch;
  onChange(change: AuditChange): void;
  onClear(): void;
}

/** Which entries are shown; the address holds it all. */
export function AuditFilter({ search, onChange, onClear }: Props) {
  const { user = '', action = '', resource, of = '', since = '', until = '' } = search;
  const { departments } = useSession();
  const users = useFoundOptions({
    queryKey: ['users'],
    find: async (text, signal) => {
      const query = { limit: 20, ...(text && { search: text }) };
      const found = await answerOf(api.GET('/api/users', { params: { query }, signal }));
      return found.users.map(({ email }) => ({ value: email, label: email }));
    },
  });
  const isNarrowed = [user, action, resource, of, since, until].some(Boolean);
  return (
    <div className="audit-filter no-print">
      <SearchChoice
        label="Who"
        placeholder="Anybody"
        isFree
        value={user}
        onChange={(email) => onChange({ user: email || undefined })}
        {...users}
      />
      <SearchChoice
        label="What"
        placeholder="Anything"
        isFree
        value={action}
        onChange={(chosen) => onChange({ action: chosen || undefined })}
        options={ACTION_OPTIONS}
      />
      <Choice
        label="Hospital or department"
        value={of}
        onChange={(code) => onChange({ of: code || undefined })}
        options={[
          { value: '', label: 'Any' },
          ...departments.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
        ]}
      />
      <MomentField
        label="From"
        kind="date"
        value={since}
        {...(until && { max: until })}
        onChange={(date) => onChange({ since: date || undefined })}
      />
      <MomentField
        label="Until"
        kind="date"
        value={until}
        {...(since && { min: since })}
        onChange={(date) => onChange({ until: date || undefined })}
      />
      <Button look="quiet" isDisabled={!isNarrowed} onPress={onClear}>
        Clear
      </Button>
      {resource ? (
        <div className="audit-only">
          <Button small onPress={() => onChange({ resource: undefined })}>
            Only {resourceText(resource)}
            <X size={14} aria-hidden="true" />
            <span className="unseen">, show everything</span>
          </Button>
        </div>
      ) : null}
    </div>
  );
}
