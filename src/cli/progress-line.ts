import type { Progress } from '#src/services/service-context.ts';
import type { CliContext } from './cli-context.ts';

const NAMES = { ODS_IMPORT: 'Matrix', AMION_IMPORT: 'Roster', COVERAGE: 'Coverage' } as const;

/** Says on standard error what long work is doing; nothing where that is no terminal. */
export function progressLine(context: CliContext): (progress: Progress) => void {
  if (!context.drawsProgress) return () => undefined;
  return ({ phase, step, done, total }) => {
    const share = total > 0 && done > 0 ? ` ${done} of ${total}` : '';
    context.note(`${NAMES[phase]}: ${step}${share} …`);
  };
}
