import { Command, CommanderError } from 'commander';
import { addAmionCommands } from './amion-commands.ts';
import { addChangeCommands } from './change-commands.ts';
import { addCheckCommands } from './check-commands.ts';
import type { CliAnswer, CliContext, ExitStatus } from './cli-context.ts';
import { addMigrateCommands } from './migrate-commands.ts';
import { addRegistryCommands } from './registry-commands.ts';
import { addRunCommand } from './run-command.ts';
import { presentFailure } from './present-failure.ts';
import { addUserCommands } from './user-commands.ts';
import { addVersionCommands } from './version-commands.ts';
import { addWarningCommands } from './warning-commands.ts';
import { addWhoCommands } from './who-commands.ts';

/** Registers a command's work: prints its answer and keeps its status. */
export type Act = <A extends unknown[]>(work: (...args: A) => Promise<CliAnswer>) => (...args: A) => Promise<void>;

/** Options that stand before or behind any command. */
export interface GlobalOptions {
  data?: string;
  databaseUrl?: string;
  json?: boolean;
}

/**
 * Runs one command line (without node and script) and answers its exit status. `makeContext` is called once the global
 * options are known.
 */
export async function runCommandLine(
  args: readonly string[],
  makeContext: (options: GlobalOptions) => CliContext,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  // Until the options are parsed, only the arguments themselves say whether a program is reading.
  let context = makeContext({ json: args.includes('--json') });
  const program = new Command('schedcu')
    .description('Who reads which study at which hospital, and why.')
    .option('--data <dir>', 'folder of the embedded database (default ./data)')
    .option('--database-url <url>', 'a PostgreSQL server instead of the embedded one (or DATABASE_URL)')
    .option('--json', 'print exactly one JSON document on standard output')
    .exitOverride()
    .configureOutput({ writeErr: (text) => context.note(text.trimEnd()) })
    .showHelpAfterError('(see schedcu --help, or --help behind a command)')
    .hook('preAction', (_, command) => {
      context = makeContext(command.optsWithGlobals<GlobalOptions>());
    });
  const act: Act = (work) => async (...given) => {
    const answer = await work(...given);
    context.print(context.json ? JSON.stringify(answer.document, null, 2) : answer.text);
    status = answer.status;
  };
  const current = (): CliContext => context;
  addRunCommand(program, act, current);
  addWhoCommands(program, act, current);
  addCheckCommands(program, act, current);
  addVersionCommands(program, act, current);
  addWarningCommands(program, act, current);
  addChangeCommands(program, act, current);
  addAmionCommands(program, act, current);
  addRegistryCommands(program, act, current);
  addUserCommands(program, act, current);
  addMigrateCommands(program, act, current);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
    const failure = presentFailure(cause);
    if (context.json) context.print(JSON.stringify(failure.document, null, 2));
    context.note(failure.text);
    return failure.status;
  }
}
