import type { VersionId } from '#src/domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import { runWorkflow, type WorkflowInput } from './year-workflow.ts';

/** Imports and promotes it, with everything that stands against it accepted and overridden; answers the version. */
export async function storeInForce(database: BenchDatabase, input: WorkflowInput): Promise<VersionId> {
  const { services, actor, pool } = database;
  const { version } = await runWorkflow(database, input);
  if (!version) throw new Error('The workflow of the bench has no version');
  await services.warnings.accept(version.id, 'all', 'bench', actor);
  await services.versions.promoteToProduction(version.id, 'bench', actor);
  await pool.query('VACUUM ANALYZE');
  return version.id;
}
