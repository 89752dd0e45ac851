import type { ReactNode } from 'react';
import type { Tone } from '#web/components/notice.tsx';
import type { Period, SeenVersion } from './version-queries.ts';

/** What came of an action, said where the eye and the keyboard are afterwards. */
export interface Outcome {
  tone: Tone;
  title: string;
  body?: ReactNode;
}

/** A dialog that asks before something is done to a version; rendered while it asks. */
export interface AskProps {
  seen: SeenVersion;
  periods: readonly Period[];
  onClose(): void;
  onDone(outcome: Outcome): void;
}
