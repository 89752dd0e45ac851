import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, answerOf, api } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Field } from '#web/components/field.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { counted } from '#web/words/counted.ts';

interface Props {
  department: string;
  /** Keys of the warnings chosen. */
  chosen: ReadonlySet<string>;
  onChosen(chosen: ReadonlySet<string>): void;
  /** Keys of every warning that is open. */
  open: readonly string[];
}

/** Accepts the chosen warnings with one reason, for this and later versions. */
export function AcceptBar({ department, chosen, onChosen, open }: Props) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const accept = useAcceptance(department);
  const save = (): void => {
    setTried(true);
    if (reason.trim() === '') return;
    accept.mutate(
      { keys: [...chosen], reason },
      {
        onSuccess: () => {
          onChosen(new Set());
          setReason('');
          setTried(false);
        },
      },
    );
  };
  const fault = accept.error instanceof ApiError ? accept.error.faultOf('reason') : undefined;
  return (
    <div className="accept stack">
      {accept.data ? (
        <Notice
          tone="good"
          live
          title={
            accept.data.length === 1
              ? 'One warning is accepted.'
              : `${accept.data.length} warnings are accepted.`
          }
        />
      ) : null}
      {open.length === 0 ? null : (
        <div className="accept-row">
          <p>
            <strong>{chosen.size}</strong> of {counted(open.length, 'open warning')} chosen
          </p>
          <Button small onPress={() => onChosen(new Set(chosen.size === open.length ? [] : open))}>
            {chosen.size === open.length ? 'Choose none' : 'Choose all'}
          </Button>
        </div>
      )}
      {chosen.size > 0 ? (
        <form
          className="accept-row"
          aria-label="Accept the chosen warnings"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Field
            label="Why they may stay"
            value={reason}
            onChange={setReason}
            required
            hint="It stands beside the acceptance, for later readers."
            fault={fault ?? (isTried && reason.trim() === '' ? 'Give a reason.' : undefined)}
          />
          <Button type="submit" look="primary" isPending={accept.isPending}>
            Accept {chosen.size === 1 ? 'the warning' : `${chosen.size} warnings`}
          </Button>
        </form>
      ) : null}
      {accept.error && !fault ? <ErrorState error={accept.error} /> : null}
    </div>
  );
}

function useAcceptance(code: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: { keys: string[]; reason: string }) => {
      const params = { path: { code } };
      return (await answerOf(api.POST('/api/departments/{code}/accepted-warnings', { params, body })))
        .accepted;
    },
    onSuccess: async () => {
      await Promise.all(
        ['accepted-warnings', 'version', 'versions'].map((key) =>
          queryClient.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
}
