import { userInfo } from 'node:os';
import type { CliContext } from '#src/cli/cli-context.ts';
import type { GlobalOptions } from '#src/cli/program.ts';
import type { Actor } from '#src/domain/user.ts';
import { DEFAULT_LIMITS } from '#src/sources/matrix/workbook-limits.ts';
import { askSecret } from './ask-secret.ts';
import { type Config, readConfig } from './config.ts';
import type { OpenThings } from './open-things.ts';

/** Where a command prints to. */
export interface CommandOutput {
  print(text: string): void;
  note(text: string): void;
}

/** What one command line is given; the database is opened when a command asks for it, and noted in `opened`. */
export function commandContext(
  options: GlobalOptions,
  opened: OpenThings,
  output: CommandOutput,
): CliContext {
  const configured = once((): Config => readConfig(options));
  // Everything that needs the database is loaded with it: check and help start in half the time.
  const open = once(() =>
    opened.keep(import('./wiring.ts').then(({ openServices }) => openServices(configured()))),
  );
  const services = async () => (await open()).services;
  return {
    json: options.json ?? false,
    services,
    actor: once(async (): Promise<Actor> => (await services()).users.commandLineActor(osUser())),
    migrations: async () => {
      const { openDatabaseServer } = await import('./database-server.ts');
      const { migrateDown, migrateUp, migrationStatus } = await import('#src/outside/migrate.ts');
      const { connection } = await opened.keep(openDatabaseServer(configured()));
      return {
        up: () => migrateUp(connection),
        down: (count) => migrateDown(connection, count),
        status: () => migrationStatus(connection),
      };
    },
    limits: () => ({ ...DEFAULT_LIMITS, ...configured().limits }),
    ...{ print: output.print, note: output.note, askSecret },
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    drawsProgress: process.stderr.isTTY === true,
    redraw: (line) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line}`);
    },
    serve: async (order) => (await import('./serve.ts')).serve(configured(), opened, order),
    work: async () => (await import('./work.ts')).work(configured(), opened),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function osUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an account, as in some containers.
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
