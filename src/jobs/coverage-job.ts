import type { JobHandler } from './job-handler.ts';

export const coverageJob: JobHandler<'COVERAGE'> = {
  type: 'COVERAGE',
  timeLimitMs: 5 * 60_000,
  async run({ payload, services, actor, progress }) {
    const { versionId, from, to } = payload;
    const { coverage } = await services.coverage.calculateCoverage(versionId, from, to, actor, progress);
    const { gaps, ...counts } = coverage;
    return { kind: 'done', result: { versionId, ...counts, gaps: gaps.length } };
  },
};
