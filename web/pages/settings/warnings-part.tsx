import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { useMay } from '#web/client/session.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { Told } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { codeText } from '#web/findings/message-place.ts';
import { type AcceptedWarning, type Department, warningsQuery } from './settings-query.ts';
import { keyPlace, warningColumns } from './warning-columns.tsx';

/** Known oddities that the department has accepted, for later versions too, until they are withdrawn. */
export function WarningsPart({ department: { code, timeZone } }: { department: Department }) {
  const { data, error, refetch } = useQuery(warningsQuery(code));
  const queryClient = useQueryClient();
  const maySchedule = useMay('schedule');
  const [withdrawing, setWithdrawing] = useState<AcceptedWarning | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const name = (warning: AcceptedWarning) =>
    [codeText(warning.code), keyPlace(warning.key)].filter(Boolean).join(', ');
  return (
    <div className="stack">
      <p className="weak">
        A warning that is accepted does not stand against promoting, in this and later versions. Warnings are
        accepted where they are shown: on an import and on a version.
      </p>
      <Told text={told} />
      <DataTable
        label="Accepted warnings"
        columns={warningColumns(timeZone, maySchedule ? setWithdrawing : null)}
        rows={data}
        rowKey={({ key }) => key}
        error={error}
        retry={() => void refetch()}
        empty={<EmptyState title="No warning is accepted." />}
      />
      {withdrawing ? (
        <AskDialog
          title="Withdraw this acceptance?"
          action="Withdraw"
          act={() =>
            answerOf(
              api.DELETE('/api/departments/{code}/accepted-warnings', {
                params: { path: { code }, query: { key: withdrawing.key } },
              }),
            )
          }
          onClose={() => setWithdrawing(null)}
          onDone={() => {
            setTold(`Withdrawn: ${name(withdrawing)}.`);
            setWithdrawing(null);
            void queryClient.invalidateQueries();
          }}
        >
          <p>
            <strong>{name(withdrawing)}</strong>
          </p>
          <p>
            The warning counts again: a version that has it cannot be promoted until somebody accepts it anew.
          </p>
        </AskDialog>
      ) : null}
    </div>
  );
}
