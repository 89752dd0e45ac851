import { CircleAlert, CircleCheck, CircleDashed, CircleSlash, CircleStop, LoaderCircle } from 'lucide-react';
import { Badge, type Tone } from '#web/components/notice.tsx';
import { PHASE_STATE_NAMES } from '#web/words/jobs.ts';
import type { PhaseState } from './import-result.ts';

const LOOKS: Record<PhaseState, [Tone, typeof CircleCheck]> = {
  PENDING: ['plain', CircleDashed],
  RUNNING: ['info', LoaderCircle],
  ENDED: ['plain', CircleCheck],
  COMPLETE: ['good', CircleCheck],
  FAILED: ['danger', CircleAlert],
  STOPPED: ['plain', CircleStop],
  SKIPPED: ['plain', CircleSlash],
};

/** How a phase or an import is, by word, picture and colour. */
export function StateBadge({ state }: { state: PhaseState }) {
  const [tone, Picture] = LOOKS[state];
  return (
    <Badge tone={tone}>
      <Picture size={14} aria-hidden="true" />
      {PHASE_STATE_NAMES[state]}
    </Badge>
  );
}
