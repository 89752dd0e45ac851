import { batchOutcome } from './batch-outcome.ts';
import type { JobHandler } from './job-handler.ts';
import { takeFile } from './take-file.ts';

export const odsImportJob: JobHandler<'ODS_IMPORT'> = {
  type: 'ODS_IMPORT',
  timeLimitMs: 5 * 60_000,
  async run({ payload, services, actor, progress }) {
    const { department: code, file, layout, ...order } = payload;
    const department = await services.departments.get(code);
    const given = await takeFile(services, file);
    const result = await services.odsImport.importOdsFile({
      ...{ ...order, department, actor, file: given, onProgress: progress },
      ...(layout && { layout }),
    });
    return batchOutcome(result);
  },
};
