import type { OnProgress } from '#src/services/service-context.ts';
import type { CliContext } from './cli-context.ts';

const NAMES = { ODS_IMPORT: 'Matrix', AMION_IMPORT: 'Roster', COVERAGE: 'Coverage' } as const;

/** Says on standard error what long work is doing; nothing where that is no terminal. */
export function progressLine(context: CliContext): OnProgress {
  if (!context.drawsProgress) return () => undefined;
  return ({ phase, message }) => context.note(`${NAMES[phase]}: ${message} …`);
}
