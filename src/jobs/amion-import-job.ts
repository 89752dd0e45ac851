import { batchOutcome } from './batch-outcome.ts';
import type { JobHandler } from './job-handler.ts';
import { takeFiles } from './take-file.ts';

export const amionImportJob: JobHandler<'AMION_IMPORT'> = {
  type: 'AMION_IMPORT',
  timeLimitMs: 15 * 60_000,
  async run({ payload, services, actor, signal, progress }) {
    const { versionId, allowPartial } = payload;
    const department = await services.departments.get(payload.department);
    const { from, to } = await services.versions.getVersion(versionId);
    const roster = payload.roster === 'feed' ? ('feed' as const) : await takeFiles(services, payload.roster);
    const order = {
      department,
      versionId,
      from,
      to,
      roster,
      allowPartial,
      actor,
      signal,
      onProgress: progress,
    };
    return batchOutcome(await services.amionImport.scrapeAndImport(order));
  },
};
