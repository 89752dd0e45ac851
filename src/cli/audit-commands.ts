import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import type { AuditedChange, AuditQuestion } from '#src/services/audit-service.ts';
import { presentAuditCsv } from '#src/services/present/audit-csv.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { type PageOptions, pageOf, presentPage, withPages } from './paged-list.ts';
import { parseInstant } from './parse-argument.ts';
import { textTable } from './text-layout.ts';

interface AuditOptions extends PageOptions {
  user?: string;
  action?: string;
  resource?: string;
  department?: string;
  since?: string;
  before?: string;
  csv?: boolean;
}

export function addAuditCommands(program: Command, act: Act, context: () => CliContext): void {
  const command = program
    .command('audit')
    .description('Who changed what and when, newest first.')
    .option('--user <email>', 'whoever did it')
    .option('--action <action>', 'e.g. VERSION_PROMOTED')
    .option('--resource <resource>', 'e.g. schedule_version:<id>')
    .option('--department <code>', 'of one hospital or department')
    .option('--since <instant>', 'from then on: a date (its midnight in UTC), or an instant with its offset')
    .option('--before <instant>', 'what was done earlier: a date or an instant likewise');
  withPages(command)
    .option('--csv', 'every entry that fits, as CSV; that is audited itself')
    .addHelpText(
      'after',
      examples(
        'audit --limit 20',
        'audit --action VERSION_PROMOTED --since 2026-11-01',
        'audit --user chief@example.org --department NYPLH',
        'audit --since 2026-11-01 --before 2026-12-01 --csv > november.csv',
      ),
    )
    .action(
      act(async (options: AuditOptions, command: Command) => {
        if (options.csv) requireNoPage(command);
        const question = await readQuestion(options, context());
        const { audit } = await context().services();
        if (options.csv) {
          return { pieces: presentAuditCsv(audit.exportAll(question, await context().actor())) };
        }
        const { items, nextCursor } = await audit.list(question, pageOf(options));
        const headers = ['When (UTC)', 'Who', 'What', 'Where', 'New values'];
        const table = items.length > 0 ? textTable(headers, items.map(toRow)) : null;
        return presentPage({ entries: items, nextCursor }, table, 'None.');
      }),
    );
}

/** A file is whole, and no JSON document. */
function requireNoPage(command: Command): void {
  const given = ['json', 'limit', 'cursor'].filter(
    (name) => command.getOptionValueSourceWithGlobals(name) === 'cli',
  );
  if (given.length === 0) return;
  const others = given.map((name) => `--${name}`).join(' and ');
  throw new CodedError(
    'BAD_REQUEST',
    `--csv prints every entry that fits, as CSV, and does not go together with ${others}. Leave out one or the other.`,
  );
}

/** BAD_REQUEST for what is no instant, and for a department that nobody knows. */
async function readQuestion(options: AuditOptions, context: CliContext): Promise<AuditQuestion> {
  const { user, action, resource, department, since, before } = options;
  const times = {
    ...(since !== undefined && { since: parseInstant(since) }),
    ...(before !== undefined && { before: parseInstant(before) }),
  };
  const { departments } = await context.services();
  return {
    ...(user !== undefined && { user }),
    ...(action !== undefined && { action }),
    ...(resource !== undefined && { resource }),
    ...(department !== undefined && { department: (await departments.get(department)).code }),
    ...times,
  };
}

const toRow = (entry: AuditedChange): string[] => [
  entry.at.slice(0, 19).replace('T', ' '),
  entry.userEmail ?? entry.userId,
  entry.action,
  entry.resource,
  briefly(entry.newValues),
];

const LONGEST_VALUE = 60;

/** `sourceName april.csv, from 2026-04-01, …`: plain values only; ids and what is nested stand in the JSON document. */
function briefly(values: unknown): string {
  if (typeof values !== 'object' || values === null) return '';
  const plain = Object.entries(values).flatMap(([name, value]) =>
    name === 'id' || value === null || typeof value === 'object' ? [] : [`${name} ${value}`],
  );
  const text = plain.join(', ');
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
