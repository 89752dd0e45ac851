import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseVersionId } from './parse-argument.ts';
import { presentCounts } from './present-messages.ts';

interface AcceptOptions {
  all?: boolean;
  reason: string;
}

export function addWarningCommands(program: Command, act: Act, context: () => CliContext): void {
  const warnings = program
    .command('warnings')
    .description('Known oddities: accept them once, with a reason, until withdrawn.');
  addList(warnings, act, context);
  addAccept(warnings, act, context);
  addWithdraw(warnings, act, context);
}

function addList(warnings: Command, act: Act, context: () => CliContext): void {
  warnings
    .command('list')
    .description('The warnings of a version as of now, each with the key to accept it by.')
    .argument('<version>', 'id, see versions list')
    .action(
      act(async (id: string) => {
        const versionId = parseVersionId(id);
        const list = await (await context().services()).warnings.list(versionId);
        const lines = list.flatMap(({ code, text, context: place }) => [
          `${place['accepted'] === true ? 'accepted' : 'open    '} ${code}: ${text}`,
          `         key: ${place.key}`,
        ]);
        const counts =
          presentCounts({ canImport: true, canPromote: true, messages: list }).split(', ')[1] ?? '';
        const text = list.length === 0 ? ['No warnings.'] : [...lines, `${counts}.`];
        return { document: { warnings: list }, text, status: 0 };
      }),
    );
}

function addAccept(warnings: Command, act: Act, context: () => CliContext): void {
  warnings
    .command('accept')
    .description('Accept warnings for this and later versions of the department.')
    .argument('<version>', 'id, see versions list')
    .argument('[key...]', 'keys as warnings list prints them')
    .option('--all', 'every open warning of the version')
    .requiredOption('--reason <text>', 'why that is how it should be; later readers see it')
    .addHelpText(
      'after',
      examples(
        'warnings accept 0198… "MISSING_MIDC|MidC" --reason "No MidC on holidays"',
        'warnings accept 0198… --all --reason "Looked through with the chief, 4 May"',
      ),
    )
    .action(
      act(async (id: string, keys: string[], options: AcceptOptions) => {
        if (keys.length > 0 === Boolean(options.all)) {
          throw new CodedError(
            'BAD_REQUEST',
            'Name the keys to accept (see schedcu warnings list), or --all.',
          );
        }
        const versionId = parseVersionId(id);
        const { warnings: service } = await context().services();
        const chosen = options.all ? ('all' as const) : keys;
        const accepted = await service.accept(versionId, chosen, options.reason, await context().actor());
        const text =
          accepted.length === 0
            ? ['Nothing new to accept.']
            : ['Accepted:', ...accepted.map((key) => `  ${key}`)];
        return { document: { accepted }, text, status: 0 };
      }),
    );
}

function addWithdraw(warnings: Command, act: Act, context: () => CliContext): void {
  warnings
    .command('withdraw')
    .description('The warning counts again for later versions.')
    .argument('<key>', 'as warnings list prints it')
    .option('--department <code>', 'in this one only')
    .action(
      act(async (key: string, options: { department?: string }) => {
        const { warnings: service } = await context().services();
        const departments = await service.withdraw(options.department ?? null, key, await context().actor());
        return {
          document: { withdrawn: key, departments },
          text: [`Withdrawn for ${departments.join(', ')}: ${key}`],
          status: 0,
        };
      }),
    );
}
