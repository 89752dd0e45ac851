import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startAmionServer } from '#src/example/amion-server.ts';
import { EXAMPLE_DEPARTMENT, EXAMPLE_PERIOD } from '#src/example/hospitals.ts';
import { exampleRoster } from '#src/example/roster.ts';
import type { Database } from '#src/repositories/database.ts';
import type { WorkflowResult } from '#src/services/schedule-orchestrator.ts';
import type { GivenFile, OnProgress } from '#src/services/service-context.ts';
import type { Config } from './config.ts';
import { systemNow, wireServices } from './wiring.ts';

const FILES = join(import.meta.dirname, '..', 'example', 'files');
const LOGIN = 'example-group';
const AS_OF = 'Sep 28 16:40 2026';
const OVERRIDE = 'Example: the gaps are planned, to show how they look';
const ACCEPT = 'Example: a known oddity of the invented matrix';

async function exampleFile(name: string): Promise<GivenFile> {
  return { name, bytes: await readFile(join(FILES, name)) };
}

/**
 * Runs the real workflow on the bundled example: its matrix, its people, and its roster from the small local Amion server;
 * accepts the warnings, overrides the errors by name, and promotes.
 */
export async function runExample(
  config: Config,
  database: Database,
  onProgress: OnProgress,
): Promise<WorkflowResult> {
  const amion = await startAmionServer({ roster: exampleRoster(), asOf: AS_OF, login: LOGIN });
  try {
    const services = wireServices(
      { ...config, amionBaseUrl: amion.base, amionLogin: LOGIN },
      database,
      systemNow,
    );
    const actor = await services.users.commandLineActor('example');
    const { code, timeZone, rolloverHour, holidays } = EXAMPLE_DEPARTMENT;
    await services.registry.importHospitals(await exampleFile('hospitals.csv'), timeZone, actor);
    await services.departments.set(code, { rolloverHour, mapping: await exampleFile('mapping.csv') }, actor);
    const result = await services.orchestrator.executeFullWorkflow({
      ...{ department: code, ...EXAMPLE_PERIOD, timeZone, holidays, actor, onProgress },
      ...{ hospitals: null, createHospitals: false, allowPartial: false, promote: null },
      matrix: await exampleFile('coverage-matrix.ods'),
      people: await exampleFile('people.csv'),
      roster: 'feed',
    });
    if (!result.version) return result;
    const { id } = result.version;
    await services.warnings.accept(id, 'all', ACCEPT, actor);
    const promoted = await services.versions.promoteToProduction(id, OVERRIDE, actor);
    return { ...result, version: { ...result.version, status: promoted.version.status } };
  } finally {
    await amion.stop();
  }
}
