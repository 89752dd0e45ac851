import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { parseLocalDate } from '#src/domain/local-date.ts';
import type { WorkflowOutcome, WorkflowResult } from '#src/services/schedule-orchestrator.ts';
import { type CliContext, type ExitStatus, readGivenFile } from './cli-context.ts';
import { parseDate } from './parse-argument.ts';
import { presentRunText } from './present-run.ts';
import type { Act } from './program.ts';
import { progressLine } from './progress-line.ts';

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

const STATUS: Record<WorkflowOutcome, ExitStatus> = { done: 0, unreachable: 1, 'input-errors': 2, refused: 3 };

export function addRunCommand(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('run')
    .description('The whole workflow: matrix and roster in, a validated schedule version with its coverage out.')
    .requiredOption('--department <code>', 'hospital that owns the schedule')
    .requiredOption('--from <date>', 'first schedule date')
    .requiredOption('--to <date>', 'last schedule date')
    .requiredOption('--matrix <file>', 'coverage matrix or flat list (.ods .xlsx .csv)')
    .option('--amion <file...>', 'saved Amion reports or pages')
    .option('--amion-feed', 'fetch the roster from Amion (AMION_LOGIN)')
    .option('--people <file.csv>', 'people to import first; they become members of the department')
    .option('--hospitals <file.csv>', 'hospitals to import first')
    .option('--time-zone <zone>', 'IANA zone of the department')
    .option('--holidays <dates>', 'dates with commas between, or a file: they count as Weekend')
    .option('--create-hospitals', 'make hospitals of names that nobody knew')
    .option('--allow-partial', 'import what can be read, leave out what cannot')
    .option('--promote', 'put the version in force when done')
    .option('--override <reason>', 'promote in spite of errors, which are listed in the audit trail')
    .action(
      act(async (options: RunOptions) => {
        const result = await run(options, context());
        const { outcome: _, ...document } = result;
        return { document, text: presentRunText(result), status: STATUS[result.outcome] };
      }),
    );
}

async function run(options: RunOptions, context: CliContext): Promise<WorkflowResult> {
  if (Boolean(options.amion) === Boolean(options.amionFeed)) {
    throw new CodedError('BAD_REQUEST', 'Name the roster: either --amion FILE… or --amion-feed.');
  }
  const [from, to] = [parseDate(options.from), parseDate(options.to)];
  const matrix = await readGivenFile(options.matrix);
  const roster = options.amion ? await Promise.all(options.amion.map(readGivenFile)) : ('feed' as const);
  const people = options.people ? await readGivenFile(options.people) : null;
  const hospitals = options.hospitals ? await readGivenFile(options.hospitals) : null;
  const holidays = options.holidays ? await readHolidays(options.holidays) : null;
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
async function readHolidays(text: string) {
  const words = text.split(',').map((word) => word.trim());
  if (words.some((word) => parseLocalDate(word) === null) && !/^\d{4}-/.test(text)) return await readGivenFile(text);
  return words.map(parseDate);
}
