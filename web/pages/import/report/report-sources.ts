import type { Message } from '#web/findings/message-place.ts';
import type { ImportResult, Phase } from '../import-result.ts';
import type { Source } from '../import-search.ts';

export interface SourceFindings {
  source: Source;
  batchId: string | null;
  messages: readonly Message[];
}

const SOURCE_OF: Record<Phase['phase'], Source> = {
  ODS_IMPORT: 'matrix',
  AMION_IMPORT: 'roster',
  COVERAGE: 'coverage',
};

/** The messages of an import by where they come from; phases that did not take place have none. */
export function findingsOf(phases: readonly Phase[], { preparation }: ImportResult): SourceFindings[] {
  const ofPhases = phases
    .filter(({ state }) => state === 'COMPLETE' || state === 'FAILED')
    .map(({ phase, batchId, messages }) => ({ source: SOURCE_OF[phase], batchId, messages }));
  return preparation.length === 0
    ? ofPhases
    : [{ source: 'registers', batchId: null, messages: preparation }, ...ofPhases];
}
