import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { newIdempotencyKey } from '#web/client/form.ts';
import { Button } from '#web/components/button.tsx';
import { MomentField } from '#web/components/field.tsx';
import { FileDrop } from '#web/components/file-drop.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { dayYearText } from '#web/words/moments.ts';
import { useCheck } from './check-files.ts';
import { CheckResult } from './check-result.tsx';
import { EMPTY_DRAFT, findFaults, type ImportDraft, type ImportPlan } from './import-draft.ts';
import { ImportOptions } from './import-options.tsx';
import { nextDatesQuery } from './import-queries.ts';
import { RosterChoice } from './roster-choice.tsx';
import { useStartImport } from './start-import.ts';

const route = getRouteApi('/shell/import');
export const WORKBOOKS = ['.ods', '.xlsx', '.csv'];

/** Files, dates and options of an import, and its start. */
export function ImportForm({ code, timeZone }: { code: string; timeZone: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: next } = useQuery(nextDatesQuery(code, timeZone));
  const [draft, setDraft] = useState<ImportDraft>(EMPTY_DRAFT);
  const [isTried, setTried] = useState(false);
  const roster = search.roster ?? 'feed';
  const from = search.from ?? next?.from ?? '';
  const to = search.to ?? next?.to ?? '';
  const plan = useMemo<ImportPlan>(() => ({ ...draft, from, to, roster }), [draft, from, to, roster]);
  // Another order is another request; the same one sent twice is one.
  const key = useMemo(() => plan && newIdempotencyKey(), [plan]);
  const faults = isTried ? findFaults(plan) : {};
  const start = useStartImport(
    code,
    ({ id }) => void navigate({ to: '/import/$jobId', params: { jobId: id } }),
  );
  const check = useCheck(code);
  const change = (over: Partial<ImportDraft>): void => {
    setDraft((before) => ({ ...before, ...over }));
    // What was found is of other files.
    check.reset();
  };
  const setSearch = (over: { from?: string; to?: string; roster?: 'files' | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...over }), replace: true, resetScroll: false });
  const sources = [draft.matrix, roster === 'files' ? draft.reports : []];
  return (
    <>
      <form
        className="import-form panel"
        aria-label="New import"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.keys(findFaults(plan)).length === 0) start.mutate({ plan, key });
        }}
      >
        <section className="import-part">
          <h2>Coverage matrix</h2>
          <FileDrop
            label="Workbook"
            hint="Which position reads which studies: one sheet for each block of hours, or a flat list of shifts."
            fault={faults.matrix}
            endings={WORKBOOKS}
            files={draft.matrix}
            onChange={(matrix) => change({ matrix })}
          />
          <h2>Dates</h2>
          <div className="import-dates">
            <MomentField
              kind="date"
              label="First schedule date"
              value={from}
              fault={faults.from}
              onChange={(value) => setSearch({ from: value })}
            />
            <MomentField
              kind="date"
              label="Last schedule date"
              value={to}
              min={from}
              fault={faults.to}
              onChange={(value) => setSearch({ to: value })}
            />
          </div>
          <p className="field-hint">
            {next
              ? next.last
                ? `The schedule in force ends on ${dayYearText(next.last)}.`
                : `${code} has no schedule in force yet.`
              : ' '}
          </p>
        </section>
        <section className="import-part">
          <h2>Roster</h2>
          <RosterChoice
            code={code}
            roster={roster}
            onRoster={(value) => {
              setSearch({ roster: value === 'files' ? value : undefined });
              check.reset();
            }}
            reports={draft.reports}
            onReports={(reports) => change({ reports })}
            fault={faults.reports}
          />
          <ImportOptions draft={draft} onChange={change} />
        </section>
        <footer className="import-start">
          {start.error || check.error ? <ErrorState error={start.error ?? check.error} /> : null}
          <div className="row row-end">
            <Button
              isDisabled={sources.every((files) => files.length === 0)}
              isPending={check.isPending}
              onPress={() => check.mutate(sources)}
            >
              {check.isPending ? 'Reading the files' : 'Check first'}
            </Button>
            <Button type="submit" look="primary" isPending={start.isPending}>
              {start.isPending ? 'Sending the files' : 'Start the import'}
            </Button>
          </div>
        </footer>
      </form>
      {check.data ? <CheckResult checks={check.data} department={code} /> : null}
    </>
  );
}
