import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import type { ChangeOrder, ChangeResult } from '#src/services/change-service.ts';
import type { CliContext } from './cli-context.ts';
import { parseDate, parseShift, parseTime, parseVersionId } from './parse-argument.ts';
import { presentChanges, presentChangesText } from './present-diff.ts';
import type { Act } from './program.ts';

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
  swap: 'The person takes the shift, and whoever held it takes the person’s own shift of that date.',
} as const;

export function addChangeCommands(program: Command, act: Act, context: () => CliContext): void {
  for (const kind of ['assign', 'unassign', 'swap'] as const) {
    const command = program
      .command(kind)
      .description(KINDS[kind])
      .requiredOption('--department <code>')
      .requiredOption('--date <date>', 'schedule date: the evening on which a night begins')
      .requiredOption('--shift <type>', 'e.g. ON1')
      .requiredOption('--person <email>')
      .requiredOption('--reason <text>')
      .option('--version <id>', 'another version than the one in force')
      .option('--dry-run', 'only say which studies would change reader');
    if (kind === 'swap') {
      command.option('--with-date <date>', 'date of the shift given in return (default the same)');
      command.option('--with-shift <type>', 'the shift given in return (default the one that the person holds)');
    } else {
      command.option('--from <HH:MM>', 'a part of the hours only').option('--to <HH:MM>');
    }
    command.action(
      act(async (options: ChangeOptions) => {
        const { changes } = await context().services();
        const result = await changes.change(toOrder(kind, options, await context().actor()));
        return { document: presentChange(result), text: presentChangeText(result), status: 0 };
      }),
    );
  }
}

function toOrder(kind: ChangeOrder['kind'], options: ChangeOptions, actor: ChangeOrder['actor']): ChangeOrder {
  if (Boolean(options.from) !== Boolean(options.to)) {
    throw new CodedError('BAD_REQUEST', 'A part of a shift has --from and --to, both.');
  }
  const date = parseDate(options.date);
  const { withDate, withShift } = options;
  if (withDate && !withShift) throw new CodedError('BAD_REQUEST', 'Name the shift given in return: --with-shift.');
  return {
    ...{ kind, date, actor, department: options.department, person: options.person, reason: options.reason },
    shiftType: parseShift(options.shift),
    hours: options.from && options.to ? { start: parseTime(options.from), end: parseTime(options.to) } : null,
    inReturn: withShift ? { date: withDate ? parseDate(withDate) : date, shiftType: parseShift(withShift) } : null,
    versionId: options.version ? parseVersionId(options.version) : null,
    dryRun: options.dryRun ?? false,
  };
}

function presentChange(result: ChangeResult) {
  const changes = presentChanges(result.changes, zoneClock(result.timeZone));
  const ofKind = (kind: string) => changes.filter((change) => change.kind === kind);
  const { versionId: version, timeZone: _, changes: __, ...rest } = result;
  return { version, ...rest, changes, newlyUncovered: ofKind('uncovered'), newlyCovered: ofKind('covered') };
}

function presentChangeText({ dryRun, removed, added, changes, timeZone }: ChangeResult): string {
  const line = (sign: string, e: ChangeResult['added'][number]): string =>
    `  ${sign} ${e.date} ${e.shiftType}${e.start ? ` ${e.start}-${e.end}` : ''}: ${e.person ?? 'nobody (vacant)'}`;
  return [
    dryRun ? 'Nothing was changed (dry run). It would be:' : 'Changed:',
    ...removed.map((entry) => line('-', entry)),
    ...added.map((entry) => line('+', entry)),
    ...presentChangesText(changes, zoneClock(timeZone)),
  ].join('\n');
}
