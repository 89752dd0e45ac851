import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '#src/domain/job.ts';
import { startAmionServer } from '#src/example/amion-server.ts';
import { EXAMPLE_DEPARTMENT, EXAMPLE_PERIOD } from '#src/example/hospitals.ts';
import { exampleRoster } from '#src/example/roster.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import { watchJob } from '#src/services/watch-job.ts';
import { EXAMPLE_LOGIN } from './example-department.ts';
import type { OpenQueue } from './open-queue.ts';

const FILES = join(import.meta.dirname, '..', 'example', 'files');
const AS_OF = 'Sep 28 16:40 2026';
const OVERRIDE = 'Example: the gaps are planned, to show how they look';
const ACCEPT = 'Example: a known oddity of the invented matrix';

async function exampleFile(name: string): Promise<GivenFile> {
  return { name, bytes: await readFile(join(FILES, name)) };
}

/**
 * Runs the real workflow on the bundled example, as a background job with the worker in this process: its matrix, its people,
 * and its roster from the small local Amion server; accepts the warnings, overrides the errors by name, and promotes.
 * Answers the job; `onChange` hears of its progress.
 */
export async function runExample(queue: OpenQueue, onChange: (job: Job) => void): Promise<Job> {
  const { services } = queue;
  const amion = await startAmionServer({ roster: exampleRoster(), asOf: AS_OF, login: EXAMPLE_LOGIN });
  const config = { amionBaseUrl: amion.base, amionLogin: EXAMPLE_LOGIN };
  const working = await queue.startWorking({ config, standing: false });
  try {
    const actor = await services.users.commandLineActor('example');
    const { code, timeZone, rolloverHour, holidays } = EXAMPLE_DEPARTMENT;
    await services.registry.importHospitals(await exampleFile('hospitals.csv'), timeZone, actor);
    await services.departments.set(code, { rolloverHour, mapping: await exampleFile('mapping.csv') }, actor);
    const keep = async (name: string) => await services.jobs.keepFile(await exampleFile(name), actor);
    const order = {
      ...{ department: code, ...EXAMPLE_PERIOD, timeZone, holidays: [...holidays], roster: 'feed' as const },
      matrix: await keep('coverage-matrix.ods'),
      people: await keep('people.csv'),
    };
    const { id: jobId } = await services.jobs.request('WORKFLOW', order, actor);
    const job = await watchJob(services.jobs, jobId, onChange);
    const [version] = await services.versions.listVersions(code, 'STAGING');
    if (job.status !== 'COMPLETE' || !version) return job;
    await services.warnings.accept(version.id, 'all', ACCEPT, actor);
    await services.versions.promoteToProduction(version.id, OVERRIDE, actor);
    return job;
  } finally {
    await working.close();
    await amion.stop();
  }
}
