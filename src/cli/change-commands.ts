import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import type { ChangeOrder } from '#src/services/change-service.ts';
import { presentChange } from '#src/services/present/present-change.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseDate, parseShift, parseTime, parseVersionId } from './parse-argument.ts';
import { presentChangeText } from './present-change-text.ts';

interface ChangeOptions {
  department: string;
  date: string;
  shift: string;
  person: string;
  from?: string;
  to?: string;
  reason: string;
  version?: string;
  dryRun?: boolean;
  withDate?: string;
  withShift?: string;
}

const KINDS = {
  assign: 'Put somebody on a shift, or on a part of its hours; whoever held it makes room.',
  unassign: 'Take somebody off a shift, or off a part of its hours; it is vacant then.',
  swap: 'The person takes the shift, and whoever held it takes the person’s own shift of that date; or both a part of the hours only.',
} as const;

const WHOSE = '--department NYPLH --date 2026-11-23 --shift';
const EXAMPLES = {
  assign: [
    `assign ${WHOSE} ON1 --person nora@example.org --reason "sick call"`,
    `assign ${WHOSE} ON1 --person nora@example.org --from 22:00 --to 02:00 --reason "first half" --dry-run`,
  ],
  unassign: [`unassign ${WHOSE} MidC --person nora@example.org --reason "called away"`],
  swap: [
    `swap ${WHOSE} ON1 --person nora@example.org --reason "asked for by both"`,
    `swap ${WHOSE} ON1 --person nora@example.org --from 01:00 --to 04:00 --reason "the early hours"`,
    `swap ${WHOSE} ON1 --person nora@example.org --with-date 2026-11-25 --with-shift ON2 --reason "asked for by both"`,
  ],
} as const;

export function addChangeCommands(program: Command, act: Act, context: () => CliContext): void {
  for (const kind of ['assign', 'unassign', 'swap'] as const) {
    const command = program
      .command(kind)
      .description(KINDS[kind])
      .requiredOption('--department <code>', 'whose schedule is changed')
      .requiredOption('--date <date>', 'schedule date: the evening on which a night begins')
      .requiredOption('--shift <type>', 'e.g. ON1')
      .requiredOption('--person <email>', 'see people list')
      .requiredOption('--reason <text>', 'stands beside the change for later readers')
      .option('--version <id>', 'another version than the one in force')
      .option('--dry-run', 'only say which studies would change reader')
      .addHelpText('after', examples(...EXAMPLES[kind]));
    command.option('--from <HH:MM>', 'a part of the hours only: its start');
    command.option('--to <HH:MM>', 'and its end');
    if (kind === 'swap') {
      command.option('--with-date <date>', 'date of the shift given in return (default the same)');
      command.option(
        '--with-shift <type>',
        'the shift given in return (default the one that the person holds)',
      );
    }
    command.action(
      act(async (options: ChangeOptions) => {
        const order = toOrder(kind, options);
        const { changes } = await context().services();
        const result = await changes.change({ ...order, actor: await context().actor() });
        return { document: presentChange(result), text: presentChangeText(result), status: 0 };
      }),
    );
  }
}

function toOrder(kind: ChangeOrder['kind'], options: ChangeOptions): Omit<ChangeOrder, 'actor'> {
  if (Boolean(options.from) !== Boolean(options.to)) {
    throw new CodedError('BAD_REQUEST', 'A part of a shift has --from and --to, both.');
  }
  const date = parseDate(options.date, '--date');
  const { withDate, withShift } = options;
  if (withDate && !withShift)
    throw new CodedError('BAD_REQUEST', 'Name the shift given in return: --with-shift.');
  return {
    ...{ kind, date, department: options.department, person: options.person, reason: options.reason },
    shiftType: parseShift(options.shift),
    hours: options.from && options.to ? { start: parseTime(options.from), end: parseTime(options.to) } : null,
    inReturn: withShift
      ? { date: withDate ? parseDate(withDate, '--with-date') : date, shiftType: parseShift(withShift) }
      : null,
    versionId: options.version ? parseVersionId(options.version) : null,
    dryRun: options.dryRun ?? false,
  };
}
