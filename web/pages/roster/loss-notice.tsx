import { Notice } from '#web/components/notice.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { type Change, effectOf, lossSentence, touchedHours } from './change-effect.ts';
import { EffectDetails } from './effect-details.tsx';

interface Props {
  /** Who is missing. */
  name: string;
  loss: Change | undefined;
  error: unknown;
}

/** What an absence means for the studies, before anything is done about it. */
export function LossNotice({ name, loss, error }: Props) {
  if (error) return <ErrorState error={error} />;
  if (!loss) return <Skeleton lines={1} label="Looking which studies lose their reader" />;
  const effect = effectOf(loss, null);
  return (
    <Notice
      tone={effect.lost.length > 0 ? 'danger' : 'good'}
      live
      title={`Without ${name}: ${lossSentence(effect)}`}
    >
      {effect.lost.length > 0 ? <p>{touchedHours(loss.newlyUncovered)}</p> : null}
      <EffectDetails effect={effect} lostWords="Which studies" />
    </Notice>
  );
}
