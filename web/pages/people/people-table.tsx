import { Link } from '@tanstack/react-router';
import { Button } from '#web/components/button.tsx';
import { type Column, DataTable } from '#web/components/data-table.tsx';
import { EmailText } from '#web/components/email-text.tsx';
import { Badge } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { SPECIALTY_NAMES } from '#web/words/people.ts';
import { type Person, usePeople } from './people-query.ts';
import type { PeopleSearch } from './people-search.ts';
import './people.css';

const COLUMNS: readonly Column<Person>[] = [
  {
    key: 'name',
    head: 'Name',
    cell: ({ id, name, active }) => (
      <span className="row person-name">
        <Link to="/people/$personId" params={{ personId: id }}>
          {name}
        </Link>
        {active ? null : <Badge>disabled</Badge>}
      </span>
    ),
  },
  {
    key: 'specialty',
    head: 'Reads',
    cell: ({ specialty }) => <span className="nowrap">{SPECIALTY_NAMES[specialty]}</span>,
  },
  {
    key: 'reach',
    head: 'Phone, pager',
    cell: ({ phone, pager }) => (
      <>
        <span className="nowrap">{phone}</span> <span className="nowrap">{pager}</span>
        {phone || pager ? null : <span className="weak">none</span>}
      </>
    ),
  },
  { key: 'email', head: 'Email', secondary: true, cell: ({ email }) => <EmailText email={email} /> },
  {
    key: 'aliases',
    head: 'Aliases',
    secondary: true,
    cell: ({ aliases }) => <span className="weak">{aliases.join('; ')}</span>,
  },
  {
    key: 'amion',
    head: 'Amion id',
    secondary: true,
    cell: ({ amionId }) => <span className="weak">{amionId}</span>,
  },
];

interface Props {
  department: string | undefined;
  search: PeopleSearch;
  /** Null where the role may not add anybody. */
  onAdd: (() => void) | null;
  onShowAll(): void;
}

export function PeopleTable({ department, search, onAdd, onShowAll }: Props) {
  const people = usePeople(department, search);
  const isNarrowed = Object.keys(search).some((key) => key !== 'department' && key !== 'show');
  return (
    <DataTable
      label="People"
      columns={COLUMNS}
      rowKey={({ id }) => id}
      {...people}
      empty={
        isNarrowed || search.show === 'disabled' ? (
          <EmptyState title="Nobody matches." actions={<Button onPress={onShowAll}>Show everybody</Button>} />
        ) : (
          <EmptyState
            title={department ? 'The department has no members yet.' : 'There is nobody yet.'}
            actions={onAdd ? <Button onPress={onAdd}>Add the first</Button> : null}
          >
            <p>Names of a roster are matched to the people here, by Amion id, email, name and alias.</p>
          </EmptyState>
        )
      }
    />
  );
}
