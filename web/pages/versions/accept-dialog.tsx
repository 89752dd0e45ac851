import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, answerOf, api } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { Field } from '#web/components/field.tsx';
import type { Message } from '#web/findings/message-place.ts';
import { counted } from '#web/words/counted.ts';
import { NamedMessages } from './named-messages.tsx';
import type { Outcome } from './outcome.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { invalidateVersions, type Version } from './version-queries.ts';

interface Props {
  version: Version;
  /** Open warnings, one for each key. */
  messages: readonly Message[];
  onClose(): void;
  onDone(outcome: Outcome): void;
}

/** Accepts warnings with one reason; for later versions of the department too. */
export function AcceptDialog({ version, messages, onClose, onDone }: Props) {
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const accepting = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/departments/{code}/accepted-warnings', {
          params: { path: { code: version.department } },
          body: { version: version.id, keys: messages.map(({ context }) => context.key), reason },
        }),
      ),
    onSuccess: async ({ accepted }) => {
      await invalidateVersions(queryClient);
      onDone({ tone: 'good', title: `${counted(accepted.length, 'warning')} accepted.` });
    },
  });
  const fault = accepting.error instanceof ApiError ? accepting.error.faultOf('reason') : undefined;
  const missing = isTried && reason.trim() === '' ? 'Say why that is how it should be.' : undefined;
  const accept = () => {
    setTried(true);
    if (reason.trim() !== '') accepting.mutate();
  };
  return (
    <Dialog
      title={messages.length === 1 ? 'Accept a warning' : `Accept ${messages.length} warnings`}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={accepting.isPending} onPress={accept}>
            Accept
          </Button>
        </>
      }
    >
      <div className="stack-l">
        <p>Accepted for this and later versions of {version.department}, until somebody withdraws it.</p>
        <NamedMessages label="Warnings that are accepted" messages={messages} />
        <Field
          label="Reason"
          hint="Later readers see it beside the warning."
          rows={3}
          required
          value={reason}
          onChange={setReason}
          fault={fault ?? missing}
        />
        {accepting.error && !fault ? <RefusalNotice error={accepting.error} onReload={onClose} /> : null}
      </div>
    </Dialog>
  );
}
