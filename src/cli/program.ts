import { Command, CommanderError } from 'commander';
import { addAmionCommands } from './amion-commands.ts';
import { addAuditCommands } from './audit-commands.ts';
import { addChangeCommands } from './change-commands.ts';
import { addCheckCommands } from './check-commands.ts';
import type { Act, CliAnswer, CliContext, CliFile, ExitStatus } from './cli-context.ts';
import { addDepartmentCommands } from './department-commands.ts';
import { addFeedCommands } from './feed-commands.ts';
import { addHandMadeCommands } from './hand-made-commands.ts';
import { addHospitalCommands } from './hospital-commands.ts';
import { addImportsCommands } from './imports-commands.ts';
import { addJobsCommands } from './jobs-commands.ts';
import { addMigrateCommands } from './migrate-commands.ts';
import { addPeopleCommands } from './people-commands.ts';
import { presentFailure, presentUsageFault } from './present-failure.ts';
import { addRosterCommands } from './roster-commands.ts';
import { addRunCommand } from './run-command.ts';
import { addServeCommand } from './serve-command.ts';
import { layOut } from './text-layout.ts';
import { addTokenCommands } from './token-commands.ts';
import { addUserCommands } from './user-commands.ts';
import { addVersionCommands } from './version-commands.ts';
import { addWallCommands } from './wall-commands.ts';
import { addWarningCommands } from './warning-commands.ts';
import { addWhoCommands } from './who-commands.ts';
import { addWorkerCommand } from './worker-command.ts';

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
  const act: Act =
    (work) =>
    async (...given) => {
      const answer = await work(...given);
      if ('pieces' in answer) return await printFile(context, answer);
      context.print(
        context.json ? JSON.stringify(answer.document, null, 2) : layOut(answer.text, context.columns),
      );
      status = answer.status;
    };
  const usage = { help: '', fault: '' };
  const program = makeProgram(usage).hook('preAction', (_, command) => {
    context = makeContext(command.optsWithGlobals<GlobalOptions>());
  });
  addCommands(program, act, () => context);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (cause) {
    if (cause instanceof CommanderError && cause.exitCode === 0) return printHelp(context, usage.help);
    const failure =
      cause instanceof CommanderError ? presentUsageFault(usage.fault.trim()) : presentFailure(cause);
    return printFailure(context, failure);
  }
}

/** A program that prints nothing by itself: what it would say is left in `usage`. */
function makeProgram(usage: { help: string; fault: string }): Command {
  return new Command('schedcu')
    .description('Who reads which study at which hospital, and why.')
    .option('--data <dir>', 'folder of the embedded database (default ./data)')
    .option('--database-url <url>', 'a PostgreSQL server instead of the embedded one (or DATABASE_URL)')
    .option('--json', 'print exactly one JSON document on standard output')
    .addHelpText(
      'after',
      '\nExit status: 0 done; 1 a fault of the program or its surroundings; 2 the input has errors; 3 conflict, refused, or no schedule in force.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        usage.help += text;
      },
      writeErr: (text) => {
        usage.fault += text;
      },
    })
    .showHelpAfterError('See schedcu --help, or --help behind a command.');
}

function addCommands(program: Command, act: Act, context: () => CliContext): void {
  addRunCommand(program, act, context);
  addWhoCommands(program, act, context);
  addRosterCommands(program, act, context);
  addCheckCommands(program, act, context);
  addVersionCommands(program, act, context);
  addWarningCommands(program, act, context);
  addChangeCommands(program, act, context);
  addHandMadeCommands(program, act, context);
  addAmionCommands(program, act, context);
  addPeopleCommands(program, act, context);
  addHospitalCommands(program, act, context);
  addDepartmentCommands(program, act, context);
  addImportsCommands(program, act, context);
  addJobsCommands(program, act, context);
  addUserCommands(program, act, context);
  addFeedCommands(program, act, context);
  addWallCommands(program, act, context);
  addTokenCommands(program, act, context);
  addAuditCommands(program, act, context);
  addMigrateCommands(program, act, context);
  addServeCommand(program, act, context);
  addWorkerCommand(program, act, context);
}

function printHelp(context: CliContext, help: string): ExitStatus {
  context.print(context.json ? JSON.stringify({ help }, null, 2) : help.trimEnd());
  return 0;
}

async function printFile(context: CliContext, { pieces }: CliFile): Promise<void> {
  // The last line break of a piece is the one that print sets.
  for await (const piece of pieces) context.print(piece.replace(/\n$/, ''));
}

function printFailure(context: CliContext, { document, text, status }: CliAnswer): ExitStatus {
  if (context.json) context.print(JSON.stringify(document, null, 2));
  context.note(layOut(text, null).trimEnd());
  return status;
}
