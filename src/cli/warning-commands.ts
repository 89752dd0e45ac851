import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import type { CliContext } from './cli-context.ts';
import { parseVersionId } from './parse-argument.ts';
import type { Act } from './program.ts';

interface AcceptOptions {
  all?: boolean;
  reason: string;
}

export function addWarningCommands(program: Command, act: Act, context: () => CliContext): void {
  const warnings = program.command('warnings').description('Known oddities: accept them once, with a reason, until withdrawn.');
  warnings
    .command('list')
    .argument('<version>')
    .action(
      act(async (id: string) => {
        const list = await (await context().services()).warnings.list(parseVersionId(id));
        const lines = list.map((m) => {
          const mark = m.context['accepted'] === true ? 'accepted' : 'open    ';
          return `${mark} ${m.code}: ${m.text}\n         key: ${m.context.key}`;
        });
        return { document: { warnings: list }, text: lines.join('\n') || 'No warnings.', status: 0 };
      }),
    );
  warnings
    .command('accept')
    .argument('<version>')
    .argument('[key...]', 'keys as warnings list prints them')
    .option('--all', 'every open warning of the version')
    .requiredOption('--reason <text>')
    .action(
      act(async (id: string, keys: string[], options: AcceptOptions) => {
        if ((keys.length > 0) === Boolean(options.all)) {
          throw new CodedError('BAD_REQUEST', 'Name the keys to accept, or --all.');
        }
        const { warnings: service } = await context().services();
        const chosen = options.all ? ('all' as const) : keys;
        const accepted = await service.accept(parseVersionId(id), chosen, options.reason, await context().actor());
        const text = accepted.length === 0 ? 'Nothing new to accept.' : `Accepted:\n${accepted.map((key) => `  ${key}`).join('\n')}`;
        return { document: { accepted }, text, status: 0 };
      }),
    );
  warnings
    .command('withdraw')
    .description('The warning counts again for later versions.')
    .argument('<key>')
    .option('--department <code>', 'in this one only')
    .action(
      act(async (key: string, options: { department?: string }) => {
        const { warnings: service } = await context().services();
        const departments = await service.withdraw(options.department ?? null, key, await context().actor());
        return { document: { withdrawn: key, departments }, text: `Withdrawn for ${departments.join(', ')}: ${key}`, status: 0 };
      }),
    );
}
