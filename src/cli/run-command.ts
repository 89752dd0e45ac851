import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { type LocalDate, parseLocalDate } from '#src/domain/local-date.ts';
import type { WorkflowOutcome, WorkflowResult } from '#src/services/schedule-orchestrator.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import { requirePeriod } from '#src/services/version-span.ts';
import type { Act, CliContext, ExitStatus } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseDate, parseFrom, parseTo } from './parse-argument.ts';
import { presentRun, presentRunText } from './present-run.ts';
import { progressLine } from './progress-line.ts';
import { readGivenFile, readWorkbookFile } from './read-given-file.ts';

interface RunOptions {
  department: string;
  from: string;
  to: string;
  matrix: string;
  amion?: string[];
  amionFeed?: boolean;
  people?: string;
  hospitals?: string;
  timeZone?: string;
  holidays?: string;
  createHospitals?: boolean;
  allowPartial?: boolean;
  promote?: boolean;
  override?: string;
}

const STATUS: Record<WorkflowOutcome, ExitStatus> = {
  done: 0,
  unreachable: 1,
  'input-errors': 2,
  refused: 3,
};

export function addRunCommand(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('run')
    .description(
      'The whole workflow: matrix and roster in, a validated schedule version with its coverage out.',
    )
    .requiredOption('--department <code>', 'hospital that owns the schedule')
    .requiredOption('--from <date>', 'first schedule date')
    .requiredOption('--to <date>', 'last schedule date')
    .requiredOption('--matrix <file>', 'coverage matrix or flat list (.ods .xlsx .csv)')
    .option('--amion <file...>', 'saved Amion reports or pages')
    .option('--amion-feed', 'fetch the roster from Amion (its login is AMION_LOGIN or the department’s own)')
    .option('--people <file.csv>', 'people to import first; they become members of the department')
    .option('--hospitals <file.csv>', 'hospitals to import first')
    .option('--time-zone <zone>', 'IANA zone of the department')
    .option('--holidays <dates>', 'dates with commas between, or a file: they count as Weekend')
    .option('--create-hospitals', 'make hospitals of names that nobody knew')
    .option('--allow-partial', 'import what can be read, leave out what cannot')
    .option('--promote', 'put the version in force when done')
    .option('--override <reason>', 'with --promote: in spite of errors, which are listed in the audit trail')
    .addHelpText(
      'after',
      examples(
        'run --department NYPLH --from 2026-04-01 --to 2026-04-30 --matrix matrix.ods --amion april.csv --people people.csv --create-hospitals',
        'run --department NYPLH --from 2026-05-01 --to 2026-05-31 --matrix matrix.ods --amion-feed --promote',
      ),
    )
    .addHelpText(
      'after',
      '\nExit status: 0 done; 1 the roster is out of reach; 2 an input has errors; 3 not promoted.',
    )
    .action(
      act(async (options: RunOptions) => {
        const result = await run(options, context());
        return { document: presentRun(result), text: presentRunText(result), status: STATUS[result.outcome] };
      }),
    );
}

async function run(options: RunOptions, context: CliContext): Promise<WorkflowResult> {
  if (Boolean(options.amion) === Boolean(options.amionFeed)) {
    throw new CodedError('BAD_REQUEST', 'Name the roster: either --amion FILE… or --amion-feed.');
  }
  if (options.override !== undefined && !options.promote) {
    throw new CodedError(
      'BAD_REQUEST',
      'An --override overrides what stands against a promotion: give --promote with it.',
    );
  }
  const [from, to] = [parseFrom(options.from), parseTo(options.to)];
  requirePeriod({ from, to });
  const given = async (path: string | undefined) =>
    path === undefined ? null : await readGivenFile(path, context);
  const matrix = await readWorkbookFile(options.matrix, context);
  const roster = options.amion
    ? await Promise.all(options.amion.map((path) => readGivenFile(path, context)))
    : ('feed' as const);
  const [people, hospitals] = [await given(options.people), await given(options.hospitals)];
  const holidays = options.holidays ? await readHolidays(options.holidays, context) : null;
  const { orchestrator } = await context.services();
  return await orchestrator.executeFullWorkflow({
    ...{ department: options.department, from, to, matrix, roster, people, hospitals, holidays },
    timeZone: options.timeZone ?? null,
    createHospitals: options.createHospitals ?? false,
    allowPartial: options.allowPartial ?? false,
    promote: options.promote ? { overrideReason: options.override ?? null } : null,
    actor: await context.actor(),
    onProgress: progressLine(context),
  });
}

/** Dates as they stand in the argument, or the file that it names. */
async function readHolidays(text: string, context: CliContext): Promise<LocalDate[] | GivenFile> {
  const words = text.split(',').map((word) => word.trim());
  const isList = words.some((word) => parseLocalDate(word) !== null) || /^\d{4}-\d/.test(text);
  return isList ? words.map((word) => parseDate(word, '--holidays')) : await readGivenFile(text, context);
}
