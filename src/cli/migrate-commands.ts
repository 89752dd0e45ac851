import type { Command } from 'commander';
import type { CliContext } from './cli-context.ts';
import { parseCount } from './parse-argument.ts';
import type { Act } from './program.ts';
import { textTable } from './text-table.ts';

export function addMigrateCommands(program: Command, act: Act, context: () => CliContext): void {
  const migrate = program.command('migrate').description('The schema of the database.');
  const listed = (done: string[], verb: string): string => (done.length > 0 ? `${verb}:\n  ${done.join('\n  ')}` : 'Nothing to do.');
  migrate
    .command('up')
    .description('Apply every pending migration.')
    .action(
      act(async () => {
        const done = await (await context().migrations()).up();
        return { document: { applied: done }, text: listed(done, 'Applied'), status: 0 };
      }),
    );
  migrate
    .command('down')
    .description('Take back the last migrations (default one). What they made is dropped with its data.')
    .argument('[n]')
    .action(
      act(async (n?: string) => {
        const done = await (await context().migrations()).down(n === undefined ? 1 : parseCount(n));
        return { document: { reverted: done }, text: listed(done, 'Taken back'), status: 0 };
      }),
    );
  migrate.command('status').action(
    act(async () => {
      const states = await (await context().migrations()).status();
      const rows = states.map(({ name, state }) => [name, state]);
      return { document: { migrations: states }, text: textTable(['Migration', 'State'], rows), status: 0 };
    }),
  );
}
