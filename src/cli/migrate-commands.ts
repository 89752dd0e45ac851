import type { Command } from 'commander';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseCount } from './parse-argument.ts';
import { textTable } from './text-layout.ts';

export function addMigrateCommands(program: Command, act: Act, context: () => CliContext): void {
  const migrate = program.command('migrate').description('The schema of the database.');
  const listed = (done: string[], verb: string): string[] =>
    done.length > 0 ? [`${verb}:`, ...done.map((name) => `  ${name}`)] : ['Nothing to do.'];
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
    .argument('[n]', 'how many')
    .addHelpText(
      'after',
      examples('migrate down', 'migrate down 3 --database-url postgresql://schedcu@db/schedcu'),
    )
    .action(
      act(async (n?: string) => {
        const count = n === undefined ? 1 : parseCount(n);
        const done = count === 0 ? [] : await (await context().migrations()).down(count);
        return { document: { reverted: done }, text: listed(done, 'Taken back'), status: 0 };
      }),
    );
  migrate
    .command('status')
    .description('Every migration, applied or pending.')
    .action(
      act(async () => {
        const states = await (await context().migrations()).status();
        const rows = states.map(({ name, state }) => [name, state]);
        return {
          document: { migrations: states },
          text: [textTable(['Migration', 'State'], rows)],
          status: 0,
        };
      }),
    );
}
