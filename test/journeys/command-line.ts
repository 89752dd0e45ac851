import { expect } from 'vitest';
import type { CliContext } from '#src/cli/cli-context.ts';
import { runCommandLine } from '#src/cli/program.ts';
import { type Config, readConfig } from '#src/main/config.ts';
import { sharedParts, systemNow, wireServices } from '#src/main/wiring.ts';
import { AmionClient } from '#src/outside/amion-client.ts';
import { migrateDown, migrateUp, migrationStatus } from '#src/outside/migrate.ts';
import type { Database } from '#src/repositories/database.ts';
import { judgeAnswer } from '#src/sources/amion/judge-answer.ts';
import { DEFAULT_LIMITS } from '#src/sources/matrix/workbook-limits.ts';
import { openTestDatabase } from '#test/support/open-test-database.ts';
import { createTestDatabase } from '#test/support/test-database.ts';

export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

export interface CommandLine {
  /** Runs a command as a person at a terminal of `columns`, or into a file. */
  (args: readonly string[], over?: Partial<CliContext>): Promise<Outcome>;
  /** Runs it with --json and answers the one document on standard output. */
  json(args: readonly string[], status?: number): Promise<Record<string, unknown>>;
  database: Database;
  config: Config;
}

/** No stack and nothing that only the program's makers understand. */
export function expectNoStack({ stdout, stderr }: Outcome): void {
  expect(`${stdout}\n${stderr}`).not.toMatch(/^\s+at .*[:(]\d+|node:internal|schedcu has a fault/m);
}

/** The program in this process, on a database of the test file's own; `over` are settings. */
export async function commandLine(
  over: Partial<Config> = {},
  now: () => string = systemNow,
): Promise<CommandLine> {
  const database = await openTestDatabase();
  const config = { ...readConfig({}, { environment: {}, file: '/nowhere/.env' }), ...over };
  // Amion itself asks for a second between requests; the server of a test does not.
  const amion = new AmionClient({ judge: judgeAnswer, spacingMs: 5, backoffMs: 5 });
  const services = wireServices(config, database, now, { ...sharedParts(database), amion });
  const actor = services.users.commandLineActor('tester');
  const migrated = (await createTestDatabase()).connection;
  const run = async (args: readonly string[], context: Partial<CliContext> = {}): Promise<Outcome> => {
    const out: string[] = [];
    const err: string[] = [];
    const status = await runCommandLine(args, ({ json }) => ({
      json: json ?? false,
      services: async () => services,
      actor: () => actor,
      migrations: async () => ({
        up: () => migrateUp(migrated),
        down: (count) => migrateDown(migrated, count),
        status: () => migrationStatus(migrated),
      }),
      limits: () => ({ ...DEFAULT_LIMITS, ...config.limits }),
      print: (text) => void out.push(text),
      note: (text) => void err.push(text),
      columns: null,
      drawsProgress: false,
      redraw: () => undefined,
      serve: async () => undefined,
      work: async () => undefined,
      askSecret: async () => 'a long enough sentence',
      ...context,
    }));
    const outcome = { status, stdout: out.join('\n'), stderr: err.join('\n') };
    expectNoStack(outcome);
    return outcome;
  };
  const json = async (args: readonly string[], status = 0): Promise<Record<string, unknown>> => {
    const outcome = await run([...args, '--json']);
    expect([outcome.status, outcome.stderr.split('\n')[0]]).toEqual([status, expect.anything()]);
    return JSON.parse(outcome.stdout) as Record<string, unknown>;
  };
  return Object.assign(run, { json, database, config });
}
