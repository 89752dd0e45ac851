import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { ApiError, type Schemas } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import type { DoneChange } from './change-done.tsx';
import { type Change, effectOf } from './change-effect.ts';
import type { Order } from './change-orders.ts';
import { dryRunQuery, forgetSchedules, makeChange } from './change-queries.ts';
import { EffectNotice } from './effect-notice.tsx';
import { focusOnMount } from './focus-on-mount.ts';
import { Reach, type Reachable } from './reach.tsx';
import { ReasonField } from './reason-field.tsx';
import type { ShiftPart } from './roster-grid.ts';

interface Props {
  code: string;
  order: Order;
  part: ShiftPart;
  /** What it makes good; null: nothing. */
  loss: Change | null;
  /** `Noor Vexley takes ON2, 02:30–08:00` */
  title: string;
  /** Who is off then; null: nobody is missing. */
  absent: DoneChange['absent'];
  /** Who should be asked before and told after. */
  people: readonly Reachable[];
  /** What stands against it. */
  warnings: readonly string[];
  /** What the button says. */
  action: string;
  /** Reasons that are often given. */
  reasons: readonly string[];
  onBack(): void;
  onDone(done: DoneChange): void;
}

/** What a change will do, its reason, and the button that does it. */
export function ConfirmChange({ code, order, part, loss, title, people, warnings, ...props }: Props) {
  const client = useQueryClient();
  const seen = useQuery(dryRunQuery(code, order));
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const change = useMutation({
    mutationFn: (look: Schemas['Change']) => makeChange(code, order, reason.trim(), look),
    onSuccess: async (result) => {
      await forgetSchedules(client);
      const effect = effectOf(result, loss);
      props.onDone({ result, effect, title, part, people, absent: props.absent });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '' && seen.data) change.mutate(seen.data);
  };
  const look = (): void => {
    change.reset();
    void forgetSchedules(client);
    props.onBack();
  };
  return (
    <form className="stack-l" onSubmit={submit} noValidate>
      <div className="step-back">
        <Button look="quiet" small onPress={props.onBack}>
          <ChevronLeft size={16} aria-hidden="true" />
          Choose again
        </Button>
      </div>
      <h3 className="step-title" tabIndex={-1} ref={focusOnMount}>
        {title}
      </h3>
      {warnings.length > 0 ? (
        <Notice tone="warning" title="Know before you go on">
          <ul>
            {warnings.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {seen.error ? (
        <ErrorState error={seen.error} retry={() => void seen.refetch()} />
      ) : seen.data ? (
        <EffectNotice effect={effectOf(seen.data, loss)} />
      ) : (
        <Skeleton lines={1} label="Looking what it changes" />
      )}
      <Reach people={people} />
      <ReasonField
        value={reason}
        choices={props.reasons}
        fault={
          isMissing && reason.trim() === ''
            ? 'Give a reason: it stands beside the change.'
            : faultOf(change.error)
        }
        onChange={setReason}
      />
      {change.error ? <Refusal error={change.error} onLook={look} /> : null}
      <div className="step-actions">
        <Button look="primary" type="submit" isDisabled={!seen.data} isPending={change.isPending}>
          {props.action}
        </Button>
      </div>
    </form>
  );
}

const faultOf = (error: unknown): string | undefined =>
  error instanceof ApiError ? error.faultOf('reason') : undefined;

function Refusal({ error, onLook }: { error: Error; onLook(): void }) {
  if (!(error instanceof ApiError && error.status === 409)) return <ErrorState error={error} />;
  return (
    <Notice
      tone="danger"
      live
      title="Nothing was changed: somebody else was quicker."
      actions={<Button onPress={onLook}>Look again</Button>}
    >
      {error.problem.detail}
    </Notice>
  );
}
