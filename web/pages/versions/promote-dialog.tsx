import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, answerOf, api, type Schemas } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { Field } from '#web/components/field.tsx';
import { Notice } from '#web/components/notice.tsx';
import { counted } from '#web/words/counted.ts';
import { datesText } from '#web/words/date-span.ts';
import { NamedMessages } from './named-messages.tsx';
import type { AskProps, Outcome } from './outcome.ts';
import { type LostDates, versionsThatLoseDates } from './promotion-effects.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { asSeen, invalidateVersions, type SeenVersion } from './version-queries.ts';
import { versionName } from './version-words.ts';

/** Says what a promotion does to the other versions, and names every error that it overrides. */
export function PromoteDialog({ seen, periods, onClose, onDone }: AskProps) {
  const { version, validation } = seen;
  const errors = validation.messages.filter(({ severity }) => severity === 'ERROR');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const promotion = usePromotion(seen, onDone);
  const fault = promotion.error instanceof ApiError ? promotion.error.faultOf('overrideReason') : undefined;
  const missing =
    errors.length > 0 && isTried && reason.trim() === ''
      ? 'Say why it may be promoted all the same.'
      : undefined;
  const promote = () => {
    setTried(true);
    if (errors.length === 0 || reason.trim() !== '') promotion.mutate(errors.length > 0 ? reason : null);
  };
  return (
    <Dialog
      title={`Promote ${versionName(version.id).toLowerCase()}`}
      isOpen
      onClose={onClose}
      wide={errors.length > 0}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look={errors.length > 0 ? 'danger' : 'primary'}
            isPending={promotion.isPending}
            onPress={promote}
          >
            {errors.length > 0 ? `Override ${counted(errors.length, 'error')} and promote` : 'Promote'}
          </Button>
        </>
      }
    >
      <div className="stack-l">
        <div className="stack">
          <p>
            Puts it in force for <strong>{datesText(version)}</strong>.
          </p>
          <Effects losers={versionsThatLoseDates(version, periods)} />
        </div>
        {errors.length > 0 ? (
          <>
            <div className="stack">
              <Notice tone="danger" title={`${counted(errors.length, 'error')} will be overridden:`} />
              <NamedMessages label="Errors that are overridden" messages={errors} />
            </div>
            <Field
              label="Reason"
              hint="It stands in the audit trail beside the errors that it overrides."
              rows={3}
              required
              value={reason}
              onChange={setReason}
              fault={fault ?? missing}
            />
          </>
        ) : null}
        {promotion.error && !fault ? <RefusalNotice error={promotion.error} onReload={onClose} /> : null}
      </div>
    </Dialog>
  );
}

/** Which other versions lose dates. */
function Effects({ losers }: { losers: readonly LostDates[] }) {
  if (losers.length === 0) return <p className="weak">No other version loses a date by it.</p>;
  return (
    <ul className="stack">
      {losers.map(({ version, remaining }) => (
        <li key={version}>
          <Notice
            tone="warning"
            title={
              remaining.length === 0
                ? `${versionName(version)} has no date left, and is archived.`
                : `${versionName(version)} is trimmed to ${remaining.map(datesText).join(' and ')}.`
            }
          />
        </li>
      ))}
    </ul>
  );
}

function usePromotion(seen: SeenVersion, onDone: (outcome: Outcome) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (overrideReason: string | null) =>
      answerOf(
        api.POST('/api/versions/{id}/promote', {
          params: asSeen(seen),
          body: { overrideReason },
        }),
      ),
    onSuccess: async (promotion) => {
      await invalidateVersions(queryClient);
      onDone(outcomeOf(promotion));
    },
  });
}

function outcomeOf({ version, trimmed, archived, overridden }: Schemas['Promotion']): Outcome {
  const others = [
    ...trimmed.map((id) => ({ id, says: 'keeps its other dates' })),
    ...archived.map((id) => ({ id, says: 'has no date left and is archived' })),
  ];
  return {
    tone: 'good',
    title: `Promoted: in force for ${datesText(version)}.`,
    body: (
      <ul>
        {overridden.length > 0 ? <li>{counted(overridden.length, 'error')} overridden.</li> : null}
        {others.map(({ id, says }) => (
          <li key={id}>
            <Link to="/versions/$versionId" params={{ versionId: id }}>
              {versionName(id)}
            </Link>{' '}
            {says}.
          </li>
        ))}
      </ul>
    ),
  };
}
