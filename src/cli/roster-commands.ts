import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { presentCandidates } from '#src/services/present/present-candidates.ts';
import { presentRoster } from '#src/services/present/present-roster.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseDate, parseFrom, parseShift, parseTime, parseTo, parseVersionId } from './parse-argument.ts';
import { presentCandidatesText, presentRosterText } from './present-roster-text.ts';

interface RosterOptions {
  department: string;
  from: string;
  to: string;
  version?: string;
}

interface CandidateOptions {
  department: string;
  date: string;
  shift: string;
  from?: string;
  to?: string;
  version?: string;
}

/** Who holds which shift, and who may take one. */
export function addRosterCommands(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('duties')
    .description('The roster as a table: who holds which shift on which schedule date.')
    .requiredOption('--department <code>', 'whose roster')
    .requiredOption('--from <date>', 'first schedule date')
    .requiredOption('--to <date>', 'last schedule date')
    .option('--version <id>', 'another version than the one in force')
    .addHelpText('after', examples('duties --department NYPLH --from 2026-11-23 --to 2026-11-29'))
    .action(
      act(async (options: RosterOptions) => {
        const { departments, rosters } = await context().services();
        const [from, to] = [parseFrom(options.from), parseTo(options.to)];
        const versionId = options.version ? parseVersionId(options.version) : null;
        const department = await departments.get(options.department);
        const document = presentRoster(await rosters.viewRoster(department, from, to, versionId));
        return { document, text: presentRosterText(document), status: 0 };
      }),
    );
  program
    .command('candidates')
    .description('Who may take a shift, the best first, with everything that stands against it.')
    .requiredOption('--department <code>', 'whose members')
    .requiredOption('--date <date>', 'schedule date: the evening on which a night begins')
    .requiredOption('--shift <type>', 'e.g. ON1')
    .option('--from <HH:MM>', 'a part of the hours only: its start')
    .option('--to <HH:MM>', 'and its end')
    .option('--version <id>', 'another version than the one in force')
    .addHelpText(
      'after',
      examples(
        'candidates --department NYPLH --date 2026-11-23 --shift ON1',
        'candidates --department NYPLH --date 2026-11-23 --shift ON1 --from 22:00 --to 02:00 --json',
      ),
    )
    .action(
      act(async (options: CandidateOptions) => {
        if (Boolean(options.from) !== Boolean(options.to))
          throw new CodedError('BAD_REQUEST', 'A part of a shift has --from and --to, both.');
        const { departments, candidates } = await context().services();
        const { from, to } = options;
        const question = {
          ...{ date: parseDate(options.date, '--date'), shiftType: parseShift(options.shift) },
          hours: from && to ? { start: parseTime(from), end: parseTime(to) } : null,
          versionId: options.version ? parseVersionId(options.version) : null,
          department: await departments.get(options.department),
        };
        const document = presentCandidates(await candidates.listCandidates(question));
        return { document, text: presentCandidatesText(document), status: 0 };
      }),
    );
}
