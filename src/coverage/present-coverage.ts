import type { ZoneClock } from '../domain/zone-clock.ts';
import type { Coverage } from './compute-coverage.ts';
import type { Gap } from './gap.ts';

/** The JSON of a coverage: instants with the offset of the department's zone. */
export type PresentedCoverage = Omit<Coverage, 'gaps' | 'messages'> & {
  gaps: PresentedGap[];
  queryCount: number;
};
export type PresentedGap = Omit<Gap, 'from' | 'to'> & { from: string; to: string };

export function presentCoverage(coverage: Coverage, clock: ZoneClock, queryCount: number): PresentedCoverage {
  const { gaps, messages: _, ...counts } = coverage;
  const instants = new Map<number, string>();
  const present = (instant: Gap['from']): string => {
    let text = instants.get(instant);
    if (text === undefined) {
      text = clock.present(instant);
      instants.set(instant, text);
    }
    return text;
  };
  return {
    ...counts,
    gaps: gaps.map((gap) => ({ ...gap, from: present(gap.from), to: present(gap.to) })),
    queryCount,
  };
}
