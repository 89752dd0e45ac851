import type { Command } from 'commander';
import { presentWho } from '#src/services/present/present-who.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseVersionId } from './parse-argument.ts';
import { presentWhoText } from './present-who-text.ts';

interface WhoOptions {
  department: string;
  at?: string;
  hospital?: string;
  study?: string;
  version?: string;
}

export function addWhoCommands(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('who')
    .description('Who reads what at an instant, why, until when, and how to reach them.')
    .requiredOption('--department <code>', 'whose schedule is asked')
    .option(
      '--at <instant>',
      'local time of the department (2026-11-23T02:30) or with an offset; default now',
    )
    .option('--hospital <code>', 'only the studies of this hospital')
    .option('--study <label>', 'e.g. "CT Neuro", or "Allen CT Neuro"')
    .option('--version <id>', 'another version than the one in force')
    .addHelpText(
      'after',
      examples(
        'who --department NYPLH --study "Allen CT Neuro"',
        'who --department NYPLH --at 2026-11-23T02:30 --hospital Allen',
        'who --department NYPLH --at 2026-11-01T01:30-05:00 --json',
      ),
    )
    .action(
      act(async (options: WhoOptions) => {
        const versionId = options.version === undefined ? null : parseVersionId(options.version);
        const { who } = await context().services();
        const result = await who.ask({
          ...{ department: options.department, versionId },
          at: options.at ?? null,
          hospital: options.hospital ?? null,
          study: options.study ?? null,
        });
        return { document: presentWho(result), text: presentWhoText(result), status: 0 };
      }),
    );
}
