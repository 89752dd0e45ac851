import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '#web/client/api.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { keyText } from './history-text.ts';
import type { Outcome } from './outcome.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { type AcceptedWarning, invalidateVersions } from './version-queries.ts';

interface Props {
  department: string;
  acceptance: AcceptedWarning;
  onClose(): void;
  onDone(outcome: Outcome): void;
}

export function WithdrawDialog({ department, acceptance: { key, reason }, onClose, onDone }: Props) {
  const queryClient = useQueryClient();
  const withdraw = async () => {
    const params = { path: { code: department }, query: { key } };
    await answerOf(api.DELETE('/api/departments/{code}/accepted-warnings', { params }));
    await invalidateVersions(queryClient);
  };
  return (
    <AskDialog
      title="Withdraw the acceptance?"
      action="Withdraw"
      act={withdraw}
      onDone={() => onDone({ tone: 'good', title: 'The acceptance is withdrawn: the warning counts again.' })}
      onClose={onClose}
      refusal={(error) => <RefusalNotice error={error} onReload={onClose} />}
    >
      <div className="stack">
        <p>
          <strong>{keyText(key)}</strong>
        </p>
        <p>It was accepted because: {reason}</p>
        <p>
          It counts again for every version of {department} that is not promoted yet. What is in force stays
          in force.
        </p>
      </div>
    </AskDialog>
  );
}
