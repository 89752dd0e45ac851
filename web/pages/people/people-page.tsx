import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { SPECIALTIES, type Specialty } from '#src/domain/specialty.ts';
import { useMay } from '#web/client/session.ts';
import { Allowed } from '#web/components/allowed.tsx';
import { Button } from '#web/components/button.tsx';
import { Choice } from '#web/components/field.tsx';
import { ListTools } from '#web/components/list-tools.tsx';
import { LiveSearchBox } from '#web/components/live-search-box.tsx';
import { Told } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { importText } from '#web/words/imports.ts';
import { SPECIALTY_NAMES } from '#web/words/people.ts';
import { AddPerson } from './add-person.tsx';
import { ImportPeople } from './import-people.tsx';
import { PEOPLE } from './people-query.ts';
import type { PeopleSearch } from './people-search.ts';
import { PeopleTable } from './people-table.tsx';

const route = getRouteApi('/shell/people');

const SPECIALTY_OPTIONS: { value: Specialty | ''; label: string }[] = [
  { value: '', label: 'Every specialty' },
  ...SPECIALTIES.map((value) => ({ value, label: SPECIALTY_NAMES[value] ?? value })),
];
const SHOWN_OPTIONS: { value: NonNullable<PeopleSearch['show']> | ''; label: string }[] = [
  { value: '', label: 'Active' },
  { value: 'disabled', label: 'Disabled' },
  { value: 'all', label: 'All' },
];

/** The radiologists of a department: who may read what, and how to reach them. */
export const PeoplePage = () => (
  <Allowed needs="read" title="People" what="the people of the department">
    <People />
  </Allowed>
);

function People() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const department = useDepartment()?.code;
  const maySchedule = useMay('schedule');
  const [open, setOpen] = useState<'add' | 'import' | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const setSearch = (change: { [Key in keyof PeopleSearch]?: PeopleSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const tell = (text: string) => {
    setTold(text);
    void queryClient.invalidateQueries({ queryKey: PEOPLE });
  };
  return (
    <>
      <PageHeader
        title="People"
        lead={`Who may read what, and how to reach them${department ? `: members of ${department}` : ''}.`}
        actions={
          maySchedule ? (
            <>
              <Button onPress={() => setOpen('import')}>Import from a file</Button>
              <Button look="primary" onPress={() => setOpen('add')}>
                Add a person
              </Button>
            </>
          ) : null
        }
      />
      <ListTools>
        <LiveSearchBox
          label="Search by name, email or alias"
          value={search.find ?? ''}
          onSearch={(text) => setSearch({ find: text || undefined })}
        />
        <Choice
          label="Specialty"
          value={search.specialty ?? ''}
          onChange={(specialty) => setSearch({ specialty: specialty || undefined })}
          options={SPECIALTY_OPTIONS}
        />
        <Choice
          label="Shown"
          value={search.show ?? ''}
          onChange={(show) => setSearch({ show: show || undefined })}
          options={SHOWN_OPTIONS}
        />
      </ListTools>
      <div className="stack">
        <Told text={told} />
        <PeopleTable
          department={department}
          search={search}
          onAdd={maySchedule ? () => setOpen('add') : null}
          onShowAll={() => setSearch({ find: undefined, specialty: undefined, show: 'all' })}
        />
      </div>
      {open === 'add' ? (
        <AddPerson
          department={department}
          onClose={() => setOpen(null)}
          onAdded={({ name }) => {
            setOpen(null);
            tell(`${name} is added. From now on rosters can name them.`);
          }}
        />
      ) : null}
      {open === 'import' ? (
        <ImportPeople
          department={department}
          onClose={() => setOpen(null)}
          onStored={(answer) => tell(`Imported: ${importText(answer)}`)}
        />
      ) : null}
    </>
  );
}
