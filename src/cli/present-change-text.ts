import { zoneClock } from '#src/domain/zone-clock.ts';
import type { ChangeResult } from '#src/services/change-outcome.ts';
import { presentChangesText } from './present-diff.ts';
import type { TextBlock } from './text-layout.ts';

const SCENARIOS = { NEURO: 'the standard cut', BODY: 'a body and a neuro position' } as const;

/** What a change by hand takes away and brings, which positions it re-cuts, and which studies change reader. */
export function presentChangeText(result: ChangeResult): TextBlock[] {
  const { dryRun, removed, added, changes, recuts, timeZone } = result;
  const clock = zoneClock(timeZone);
  const line = (sign: string, e: ChangeResult['added'][number]): string =>
    `  ${sign} ${e.date} ${e.shiftType}${e.start ? ` ${e.start}-${e.end}` : ''}: ${e.person ?? 'nobody (vacant)'}`;
  return [
    dryRun ? 'Nothing was changed (dry run). It would be:' : 'Changed:',
    ...removed.map((entry) => line('-', entry)),
    ...added.map((entry) => line('+', entry)),
    ...recuts.map(({ category, from, to, after }) => {
      const hours = `${clock.present(from).slice(0, 16).replace('T', ' ')} to ${clock.present(to).slice(11, 16)}`;
      return `Positions re-cut, ${category} ${hours}: ${SCENARIOS[after]}.`;
    }),
    ...presentChangesText(changes, clock),
  ];
}
