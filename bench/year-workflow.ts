import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import type { WorkflowResult } from '#src/services/schedule-orchestrator.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import { type BenchDatabase, DEPARTMENT, TIME_ZONE } from './bench-database.ts';
import { realSizedMatrix, rosterFeed } from './inputs.ts';

/** The files of a workflow and its schedule dates. */
export interface WorkflowInput {
  from: LocalDate;
  to: LocalDate;
  matrix: GivenFile;
  roster: GivenFile;
}

const FIRST = '2026-01-01' as LocalDate;

/** The schedule of so many months; with another matrix than the one of the usual size where one is given. */
export function workflowInput(months: number, matrix: Uint8Array = realSizedMatrix()): WorkflowInput {
  const next = `${2026 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  return {
    ...{ from: FIRST, to: addDays(next as LocalDate, -1) },
    matrix: { name: 'matrix.ods', bytes: matrix },
    roster: { name: 'roster.txt', bytes: new TextEncoder().encode(rosterFeed(months, FIRST)) },
  };
}

/** The whole workflow of the product: import of matrix and roster, coverage; hospitals and people are known. */
export async function runWorkflow(database: BenchDatabase, input: WorkflowInput): Promise<WorkflowResult> {
  const { services, actor } = database;
  const result = await services.orchestrator.executeFullWorkflow({
    ...{ department: DEPARTMENT, actor, from: input.from, to: input.to, timeZone: TIME_ZONE, holidays: null },
    ...{ people: null, hospitals: null, createHospitals: false, allowPartial: false, promote: null },
    matrix: input.matrix,
    roster: [input.roster],
  });
  const failed = result.phases.filter(({ state }) => state !== 'COMPLETE');
  if (failed.length > 0)
    throw new Error(`The workflow of the bench failed: ${JSON.stringify(result.validation)}`);
  return result;
}
