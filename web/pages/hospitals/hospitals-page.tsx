import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMay } from '#web/client/session.ts';
import { Allowed } from '#web/components/allowed.tsx';
import { Button } from '#web/components/button.tsx';
import { type Column, DataTable } from '#web/components/data-table.tsx';
import { Choice } from '#web/components/field.tsx';
import { ListTools } from '#web/components/list-tools.tsx';
import { LiveSearchBox } from '#web/components/live-search-box.tsx';
import { Badge, Told } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { importText } from '#web/words/imports.ts';
import { AddHospital } from './add-hospital.tsx';
import { EnableHospital } from './enable-hospital.tsx';
import { HospitalPanel } from './hospital-panel.tsx';
import { departmentCodesQuery, HOSPITALS, type Hospital, useHospitals } from './hospitals-query.ts';
import type { HospitalsSearch } from './hospitals-search.ts';
import { ImportHospitals } from './import-hospitals.tsx';

const route = getRouteApi('/shell/hospitals');

const SHOWN_OPTIONS: { value: NonNullable<HospitalsSearch['show']> | ''; label: string }[] = [
  { value: '', label: 'Active' },
  { value: 'disabled', label: 'Disabled' },
];

/** Sites whose studies are read; shared by every department. */
export const HospitalsPage = () => (
  <Allowed needs="read" title="Hospitals" what="the hospitals">
    <Hospitals />
  </Allowed>
);

function Hospitals() {
  const { find, show, hospital } = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const mayAdminister = useMay('administer');
  const hospitals = useHospitals(find, show === 'disabled');
  const { data: departments } = useQuery(departmentCodesQuery);
  const timeZone = useDepartment()?.timeZone ?? 'America/New_York';
  const [open, setOpen] = useState<'add' | 'import' | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const setSearch = (change: { [Key in keyof HospitalsSearch]?: HospitalsSearch[Key] | undefined }) =>
    void navigate({
      search: (before) => ({ ...before, ...change }),
      replace: 'find' in change || 'show' in change,
      resetScroll: false,
    });
  const tell = (text: string) => {
    setTold(text);
    void queryClient.invalidateQueries({ queryKey: HOSPITALS });
    // The departments that one may choose from, and their zones.
    void queryClient.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <>
      <PageHeader
        title="Hospitals"
        lead="Sites whose studies are read. A department is a hospital that owns a schedule."
        actions={
          mayAdminister ? (
            <>
              <Button onPress={() => setOpen('import')}>Import from a file</Button>
              <Button look="primary" onPress={() => setOpen('add')}>
                Add a hospital
              </Button>
            </>
          ) : null
        }
      />
      <ListTools>
        <LiveSearchBox
          label="Search by code, name or location"
          value={find ?? ''}
          onSearch={(text) => setSearch({ find: text || undefined })}
        />
        <Choice
          label="Shown"
          value={show ?? ''}
          onChange={(shown) => setSearch({ show: shown || undefined })}
          options={SHOWN_OPTIONS}
        />
      </ListTools>
      <div className="stack">
        <Told text={told} />
        <DataTable
          label="Hospitals"
          stacks
          columns={columnsOf(
            departments,
            mayAdminister
              ? ({ code }) =>
                  show ? (
                    <EnableHospital code={code} onChanged={tell} />
                  ) : (
                    <Button small aria-label={`Change ${code}`} onPress={() => setSearch({ hospital: code })}>
                      Change
                    </Button>
                  )
              : null,
          )}
          rowKey={({ id }) => id}
          isMarked={({ code }) => code === hospital}
          {...hospitals}
          empty={
            find ? (
              <EmptyState
                title="No hospital matches."
                actions={<Button onPress={() => setSearch({ find: undefined })}>Show all</Button>}
              />
            ) : show ? (
              <EmptyState title="No hospital is disabled." />
            ) : (
              <EmptyState title="There are no hospitals yet.">
                <p>A coverage matrix can be imported when the hospitals that it names are here.</p>
              </EmptyState>
            )
          }
        />
      </div>
      {mayAdminister ? (
        <HospitalPanel
          code={hospital}
          onClose={() => setSearch({ hospital: undefined })}
          onChanged={(text) => {
            setSearch({ hospital: undefined });
            tell(text);
          }}
        />
      ) : null}
      {open === 'add' ? (
        <AddHospital
          timeZone={timeZone}
          onClose={() => setOpen(null)}
          onAdded={({ code }) => {
            setOpen(null);
            tell(`${code} is added. A matrix can name it now.`);
          }}
        />
      ) : null}
      {open === 'import' ? (
        <ImportHospitals
          timeZone={timeZone}
          onClose={() => setOpen(null)}
          onStored={(answer) => tell(`Imported: ${importText(answer)}`)}
        />
      ) : null}
    </>
  );
}

const columnsOf = (
  departments: ReadonlySet<string> | undefined,
  action: ((hospital: Hospital) => ReactNode) | null,
): readonly Column<Hospital>[] => [
  {
    key: 'code',
    head: 'Code',
    cell: ({ code }) => (
      <span className="row">
        <strong>{code}</strong>
        {departments?.has(code) ? <Badge tone="info">department</Badge> : null}
      </span>
    ),
  },
  { key: 'name', head: 'Name', cell: ({ name }) => name },
  { key: 'location', head: 'Location', secondary: true, cell: ({ location }) => location },
  { key: 'zone', head: 'Time zone', secondary: true, cell: ({ timeZone }) => timeZone },
  ...(action ? [{ key: 'actions', actions: true, cell: action }] : []),
];
