import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { CliContext } from '#src/cli/cli-context.ts';
import { type GlobalOptions, runCommandLine } from '#src/cli/program.ts';
import type { Actor } from '#src/domain/user.ts';
import { migrateDown, migrateUp, migrationStatus } from '#src/outside/migrate.ts';
import { DEFAULT_LIMITS } from '#src/sources/matrix/workbook-limits.ts';
import { type Config, readConfig } from './config.ts';
import { type DatabaseServer, type OpenServices, openDatabaseServer, openServices } from './wiring.ts';

/** What a command opened, closed in reverse when it is done. */
const opened: (() => Promise<void>)[] = [];

function contextOf(options: GlobalOptions): CliContext {
  let config: Config | null = null;
  let open: Promise<OpenServices> | null = null;
  let actor: Promise<Actor> | null = null;
  const configured = (): Config => {
    config ??= readConfig(options);
    return config;
  };
  const services = async () => {
    open ??= openServices(configured()).then((result) => {
      opened.push(result.close);
      return result;
    });
    return (await open).services;
  };
  return {
    json: options.json ?? false,
    services,
    actor: () => {
      actor ??= services().then(({ users }) => users.commandLineActor(osUser()));
      return actor;
    },
    migrations: async () => {
      const server: DatabaseServer = await openDatabaseServer(configured());
      opened.push(server.close);
      const { connection } = server;
      return {
        up: () => migrateUp(connection),
        down: (count) => migrateDown(connection, count),
        status: () => migrationStatus(connection),
      };
    },
    limits: () => ({ ...DEFAULT_LIMITS, ...configured().limits }),
    print: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    drawsProgress: process.stderr.isTTY === true,
    askSecret,
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

/** One line of standard input; at a terminal it is not shown. */
async function askSecret(prompt: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (process.stdin.isTTY) process.stderr.write(prompt);
  const reader = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY === true });
  try {
    for await (const line of reader) return line;
    return '';
  } finally {
    reader.close();
    if (process.stdin.isTTY) process.stderr.write('\n');
  }
}

async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void closeAll().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  });
}

process.exitCode = await runCommandLine(process.argv.slice(2), contextOf);
await closeAll();
