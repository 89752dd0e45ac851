import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { FileDrop } from '#web/components/file-drop.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { AmionLogin } from './amion-login.tsx';
import { departmentQuery } from './import-queries.ts';

interface Props {
  code: string;
  roster: 'feed' | 'files';
  onRoster(roster: 'feed' | 'files'): void;
  reports: readonly File[];
  onReports(reports: readonly File[]): void;
  fault: string | undefined;
}

export const REPORTS = ['.csv', '.txt', '.tsv', '.html', '.htm'];

/** Who is on: fetched from Amion with the department's login, or from what somebody saved. */
export function RosterChoice({ code, roster, onRoster, reports, onReports, fault }: Props) {
  const name = useId();
  return (
    <>
      <fieldset className="import-roster">
        <legend className="unseen">Where the roster comes from</legend>
        {(['feed', 'files'] as const).map((value) => (
          <label key={value} className="tick">
            <input
              type="radio"
              name={name}
              value={value}
              checked={roster === value}
              onChange={() => onRoster(value)}
            />
            <span>{value === 'feed' ? 'From Amion' : 'From saved reports or pages'}</span>
          </label>
        ))}
      </fieldset>
      {roster === 'feed' ? (
        <AmionState code={code} />
      ) : (
        <FileDrop
          label="Reports or pages"
          hint="Reports 619 or 625c, month pages or who’s-on pages, as Amion sends them. Several months are several files."
          fault={fault}
          endings={REPORTS}
          files={reports}
          onChange={onReports}
          several
        />
      )}
    </>
  );
}

function AmionState({ code }: { code: string }) {
  const { data: department, error, refetch } = useQuery(departmentQuery(code));
  if (error && !department) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!department) return <p className="weak"> </p>;
  return (
    <div className="stack">
      <p className="weak">
        {department.hasAmionLogin
          ? `Fetched with the login of ${code}, one request for each month.`
          : `${code} has no Amion login of its own. That of the server is used, where it has one.`}
      </p>
      <AmionLogin department={department} />
    </div>
  );
}
