import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { effectOf } from './change-effect.ts';
import { forgetSchedules, takeBack, takeBackQuery } from './change-queries.ts';
import { EffectNotice } from './effect-notice.tsx';
import { focusOnMount } from './focus-on-mount.ts';
import { ReasonField } from './reason-field.tsx';

interface Props {
  code: string;
  /** Any roster entry that the change brought. */
  entry: string;
  /** The change, in words. */
  title: string;
  onDone(): void;
  onCancel(): void;
}

/** The opposite of a change: what it does, why, and the button. */
export function TakeBackForm({ code, entry, title, onDone, onCancel }: Props) {
  const client = useQueryClient();
  const seen = useQuery(takeBackQuery(code, entry));
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const back = useMutation({
    mutationFn: () => takeBack(code, entry, reason.trim(), false),
    onSuccess: async () => {
      onDone();
      await forgetSchedules(client);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') back.mutate();
  };
  const refusal = back.error ?? seen.error;
  const fault = back.error instanceof ApiError ? back.error.faultOf('reason') : undefined;
  return (
    <form className="stack-l" onSubmit={submit} noValidate>
      <h3 className="step-title" tabIndex={-1} ref={focusOnMount}>
        Take back: {title}
      </h3>
      <p>What it replaced stands again, as it was.</p>
      {seen.data ? (
        <EffectNotice effect={effectOf(seen.data, null)} />
      ) : seen.error ? null : (
        <Skeleton lines={1} label="Looking what it changes" />
      )}
      {refusal ? <ErrorState error={refusal} /> : null}
      <ReasonField
        value={reason}
        choices={['Entered by mistake', 'No longer needed']}
        fault={isMissing && reason.trim() === '' ? 'Give a reason: it stands in the audit trail.' : fault}
        onChange={setReason}
      />
      <div className="step-actions row row-end">
        <Button onPress={onCancel}>Leave it as it is</Button>
        <Button look="danger" type="submit" isDisabled={!seen.data} isPending={back.isPending}>
          Take it back
        </Button>
      </div>
    </form>
  );
}
