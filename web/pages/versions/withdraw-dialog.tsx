import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
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
  const withdrawing = useMutation({
    mutationFn: () =>
      answerOf(
        api.DELETE('/api/departments/{code}/accepted-warnings', {
          params: { path: { code: department }, query: { key } },
        }),
      ),
    onSuccess: async () => {
      await invalidateVersions(queryClient);
      onDone({ tone: 'good', title: 'The acceptance is withdrawn: the warning counts again.' });
    },
  });
  return (
    <Dialog
      role="alertdialog"
      title="Withdraw the acceptance?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button look="danger" isPending={withdrawing.isPending} onPress={() => withdrawing.mutate()}>
            Withdraw
          </Button>
        </>
      }
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
        {withdrawing.error ? <RefusalNotice error={withdrawing.error} onReload={onClose} /> : null}
      </div>
    </Dialog>
  );
}
