import type { Command } from 'commander';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';

export function addServeCommand(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('serve')
    .description('Serve page and API on HOST and PORT until it is told to end (SIGTERM or Ctrl-C).')
    .option('--worker', 'work off background jobs in this process too')
    .option('--no-worker', 'leave jobs to "schedcu worker" (the default)')
    .addHelpText(
      'after',
      examples('serve', 'serve --worker', 'serve --database-url postgresql://schedcu@db/schedcu'),
    )
    .addHelpText('after', '\nIt logs JSON on standard error. See docs/operating.md for its settings.')
    .action(
      act(async (options: { worker?: boolean }) => {
        const { note } = context();
        const onListening = (url: string): void => note(`schedcu answers on ${url}`);
        await context().serve({ worker: options.worker === true, onListening });
        return { document: { served: true }, text: ['The server has ended.'], status: 0 };
      }),
    );
}
