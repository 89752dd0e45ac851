import type { Command } from 'commander';
import type { AuditedChange } from '#src/services/audit-service.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseCount, parseSince } from './parse-argument.ts';
import { textTable } from './text-layout.ts';

interface AuditOptions {
  action?: string;
  resource?: string;
  since?: string;
  limit: string;
}

export function addAuditCommands(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('audit')
    .description('Who changed what and when, newest first.')
    .option('--action <action>', 'e.g. VERSION_PROMOTED')
    .option('--resource <resource>', 'e.g. schedule_version:<id>')
    .option('--since <instant>', 'a date, or an instant with its offset')
    .option('--limit <n>', 'at most 200', '50')
    .addHelpText('after', examples('audit --limit 20', 'audit --action VERSION_PROMOTED --since 2026-11-01'))
    .action(
      act(async (options: AuditOptions) => {
        const limit = parseCount(options.limit);
        const filter = {
          ...(options.action !== undefined && { action: options.action }),
          ...(options.resource !== undefined && { resource: options.resource }),
          ...(options.since !== undefined && { since: parseSince(options.since) }),
        };
        const page = await (await context().services()).audit.list(filter, { limit });
        const table = textTable(['When (UTC)', 'Who', 'What', 'Where', 'New values'], page.items.map(toRow));
        const more = page.nextCursor
          ? [`These are the newest ${page.items.length}; there are older ones (--limit, --since).`]
          : [];
        return {
          document: { entries: page.items, nextCursor: page.nextCursor },
          text: [table, ...more],
          status: 0,
        };
      }),
    );
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
