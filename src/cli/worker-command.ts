import type { Command } from 'commander';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';

export function addWorkerCommand(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('worker')
    .description('Works off background jobs until it is told to end (SIGTERM or Ctrl-C); any number may run.')
    .addHelpText('after', examples('worker', 'worker --database-url postgresql://schedcu@db/schedcu'))
    .addHelpText(
      'after',
      '\nIt logs JSON on standard error. WORKER_CONCURRENCY jobs run at once (default 4).',
    )
    .action(
      act(async () => {
        await context().work();
        return { document: { worked: true }, text: ['The worker has ended.'], status: 0 };
      }),
    );
}
