import type { Command } from 'commander';
import { BATCH_SOURCES, BATCH_STATES } from '#src/domain/scrape-batch.ts';
import { toValidationResult } from '#src/domain/validation.ts';
import type { Act, CliContext, ExitStatus } from './cli-context.ts';
import { examples } from './examples.ts';
import { type PageOptions, pageOf, presentPage, withPages } from './paged-list.ts';
import { parseBatchId, parseOneOf, parseVersionId } from './parse-argument.ts';
import { presentImport, presentImportsText, presentImportText, unitsText } from './present-import.ts';
import { presentCounts, presentMessages } from './present-messages.ts';
import { progressLine } from './progress-line.ts';

export function addImportsCommands(program: Command, act: Act, context: () => CliContext): void {
  const imports = program
    .command('imports')
    .description('What was imported, from which files, and what came of it.');
  addList(imports, act, context);
  addShow(imports, act, context);
  addReplay(imports, act, context);
}

interface ListOptions extends PageOptions {
  department?: string;
  state?: string;
  source?: string;
}

function addList(imports: Command, act: Act, context: () => CliContext): void {
  const command = imports
    .command('list')
    .description('Newest first.')
    .option('--department <code>', 'of one department')
    .option('--state <state>', BATCH_STATES.join(', '))
    .option('--source <source>', BATCH_SOURCES.join(', '));
  withPages(command)
    .addHelpText('after', examples('imports list', 'imports list --department NYPLH --state FAILED'))
    .action(
      act(async (options: ListOptions) => {
        const { batches, departments } = await context().services();
        const state = parseOneOf(options.state, BATCH_STATES, 'state of an import');
        const source = parseOneOf(options.source, BATCH_SOURCES, 'source of an import');
        const hospitalId = options.department ? (await departments.get(options.department)).id : null;
        const filter = {
          ...(state && { state }),
          ...(source && { source }),
          ...(hospitalId && { hospitalId }),
        };
        const { items, nextCursor } = await batches.list(filter, pageOf(options));
        const table = items.length > 0 ? presentImportsText(items) : null;
        const document = { imports: items.map(presentImport), nextCursor };
        return presentPage(document, table, 'There are no such imports.');
      }),
    );
}

function addShow(imports: Command, act: Act, context: () => CliContext): void {
  imports
    .command('show <id>')
    .description('One import, with its files and everything that was found.')
    .action(
      act(async (id: string) => {
        const { batches } = await context().services();
        const { batch, files } = await batches.get(parseBatchId(id));
        const { validation } = batch;
        const text = [
          ...presentImportText(batch, files),
          ...presentMessages(validation?.messages ?? [], false),
        ];
        return { document: { import: { ...presentImport(batch), validation }, files }, text, status: 0 };
      }),
    );
}

function addReplay(imports: Command, act: Act, context: () => CliContext): void {
  imports
    .command('replay <id>')
    .description('Import the same bytes once more, with people, hospitals and mapping as they are now.')
    .option('--version <id>', 'into a STAGING version (default a new one; of a roster its own)')
    .option('--allow-partial', 'import what can be read, leave out what cannot')
    .addHelpText(
      'after',
      examples(
        'imports replay 01980000-0000-7000-8000-000000000000',
        'imports replay 01980000-0000-7000-8000-000000000000 --version 01980000-0000-7000-8000-000000000001',
      ),
    )
    .action(
      act(async (id: string, options: { version?: string; allowPartial?: boolean }) => {
        const { replays } = await context().services();
        const { messages, ...batch } = await replays.replay({
          batchId: parseBatchId(id),
          versionId: options.version === undefined ? null : parseVersionId(options.version),
          allowPartial: options.allowPartial ?? false,
          actor: await context().actor(),
          onProgress: progressLine(context()),
        });
        const validation = toValidationResult(messages);
        const into = batch.versionId === null ? 'no version' : `version ${batch.versionId}`;
        const text = [
          `Import ${batch.batchId} · ${batch.state} · ${into}`,
          unitsText(batch.accounting),
          ...presentMessages(messages, false),
          `${presentCounts(validation)}.`,
        ];
        const status: ExitStatus = batch.state === 'COMPLETE' ? 0 : 2;
        return { document: { ...batch, validation }, text, status };
      }),
    );
}
