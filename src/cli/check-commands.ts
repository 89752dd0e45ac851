import { type Command, Option } from 'commander';
import { checkMatrix, checkRoster } from '#src/services/check-service.ts';
import { presentCheck } from '#src/services/present/present-check.ts';
import { presentCheckAmion } from '#src/services/present/present-check-amion.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { presentCheckAmionText, presentCheckText } from './present-check-text.ts';
import { readGivenFile, readWorkbookFile } from './read-given-file.ts';

interface CheckOptions {
  layout?: 'matrix' | 'list';
  hospitals?: string;
}

export function addCheckCommands(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('check')
    .description(
      'Read a coverage matrix or flat list (.ods .xlsx .csv) and report everything found. Needs no database.',
    )
    .argument('<file>', 'the workbook')
    .addOption(
      new Option('--layout <layout>', 'how to read it, where its content does not say').choices([
        'matrix',
        'list',
      ]),
    )
    .option('--hospitals <file>', 'CSV of the known hospitals (code, name): unknown names are errors then')
    .addHelpText(
      'after',
      examples(
        'check coverage-matrix.ods',
        'check shifts.csv --layout list --hospitals hospitals.csv --json',
      ),
    )
    .action(
      act(async (path: string, options: CheckOptions) => {
        const hospitals = options.hospitals ? await readGivenFile(options.hospitals, context()) : null;
        const file = await readWorkbookFile(path, context());
        const layout = options.layout ?? null;
        const document = presentCheck(
          await checkMatrix({ file, layout, hospitals, limits: context().limits() }),
        );
        return {
          document,
          text: presentCheckText(path, document),
          status: document.validation.canImport ? 0 : 2,
        };
      }),
    );

  program
    .command('check-amion')
    .description('Read saved Amion reports and pages and report everything found. Needs no database.')
    .argument('<file...>', 'reports (619, 625c, 706, their tab forms), month pages, who’s-on pages')
    .addHelpText('after', examples('check-amion april-619.csv may-625c.csv', 'check-amion month.html --json'))
    .action(
      act(async (paths: string[]) => {
        const files = await Promise.all(paths.map((path) => readGivenFile(path, context())));
        const document = presentCheckAmion(checkRoster(files));
        return {
          document,
          text: presentCheckAmionText(document),
          status: document.validation.canImport ? 0 : 2,
        };
      }),
    );
}
