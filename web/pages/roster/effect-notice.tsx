import { Notice } from '#web/components/notice.tsx';
import { type Effect, effectSentence, leavesHoles } from './change-effect.ts';
import { EffectDetails } from './effect-details.tsx';

/** What a change does to the studies. */
export function EffectNotice({ effect }: { effect: Effect }) {
  return (
    <Notice tone={leavesHoles(effect) ? 'danger' : 'good'} live title={effectSentence(effect)}>
      <EffectDetails effect={effect} />
    </Notice>
  );
}
