import type { JobType } from '#src/domain/job.ts';
import { amionImportJob } from './amion-import-job.ts';
import { amionPullJob } from './amion-pull-job.ts';
import { cleanUpJob } from './clean-up-job.ts';
import { coverageJob } from './coverage-job.ts';
import type { JobHandler } from './job-handler.ts';
import { odsImportJob } from './ods-import-job.ts';
import { workflowJob } from './workflow-job.ts';

export type JobHandlers = { [T in JobType]: JobHandler<T> };

export const JOB_HANDLERS: JobHandlers = {
  ODS_IMPORT: odsImportJob,
  AMION_IMPORT: amionImportJob,
  COVERAGE: coverageJob,
  WORKFLOW: workflowJob,
  AMION_PULL: amionPullJob,
  CLEAN_UP: cleanUpJob,
};
