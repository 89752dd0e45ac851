import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PageHeader } from '#web/components/page-header.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { DepartmentPage } from '#web/shell/department-page.tsx';
import { AmionPart } from './amion-part.tsx';
import { MappingPart } from './mapping-part.tsx';
import { SchedulePart } from './schedule-part.tsx';
import { type Department, departmentQuery } from './settings-query.ts';
import type { SettingsSearch } from './settings-search.ts';
import { WarningsPart } from './warnings-part.tsx';
import './settings.css';

const route = getRouteApi('/shell/settings');

/** What a department decides for its schedule. */
export const SettingsPage = () => (
  <DepartmentPage needs="read" title="Settings" what="the settings of the department">
    {({ code }) => <Settings code={code} />}
  </DepartmentPage>
);

function Settings({ code }: { code: string }) {
  const { part, find } = route.useSearch();
  const { data, error, refetch } = useQuery(departmentQuery(code));
  return (
    <>
      <PageHeader title="Settings" lead={data ? `${data.code}, ${data.name}` : code} />
      <nav className="settings-parts" aria-label="Parts of the settings">
        <ul>
          {LINKS.map(({ to, label }) => (
            <li key={label}>
              <Link
                to="/settings"
                search={{ ...(to && { part: to }), ...(to === part && find && { find }) }}
                className="settings-part"
                activeOptions={{ exact: true }}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {data ? (
        <Part key={`${data.id} ${part}`} part={part} department={data} />
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton lines={8} label="Loading the settings" />
      )}
    </>
  );
}

const LINKS: readonly { to: SettingsSearch['part']; label: string }[] = [
  { to: undefined, label: 'Schedule' },
  { to: 'amion', label: 'Amion' },
  { to: 'mapping', label: 'Shift mapping' },
  { to: 'warnings', label: 'Accepted warnings' },
];

function Part({ part, department }: { part: SettingsSearch['part']; department: Department }) {
  switch (part) {
    case 'amion':
      return <AmionPart department={department} />;
    case 'mapping':
      return <MappingPart department={department} />;
    case 'warnings':
      return <WarningsPart department={department} />;
    default:
      return <SchedulePart department={department} />;
  }
}
