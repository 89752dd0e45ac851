import type { Command } from 'commander';
import type { CliContext } from './cli-context.ts';
import { parseVersionId } from './parse-argument.ts';
import { presentWho, presentWhoText } from './present-who.ts';
import type { Act } from './program.ts';

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
    .requiredOption('--department <code>')
    .option('--at <instant>', 'local time of the department (2026-11-23T02:30) or with an offset; default now')
    .option('--hospital <code>')
    .option('--study <label>', 'e.g. "CT Neuro", or "Allen CT Neuro"')
    .option('--version <id>', 'another version than the one in force')
    .action(
      act(async (options: WhoOptions) => {
        const { who } = await context().services();
        const result = await who.ask({
          department: options.department,
          at: options.at ?? null,
          hospital: options.hospital ?? null,
          study: options.study ?? null,
          versionId: options.version ? parseVersionId(options.version) : null,
        });
        return { document: presentWho(result), text: presentWhoText(result), status: 0 };
      }),
    );
}
