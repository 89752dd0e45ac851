import type { Command } from 'commander';
import { presentChange, presentHandMade } from '#src/services/present/present-change.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseEntryId, parseVersionId } from './parse-argument.ts';
import { presentChangeText } from './present-change-text.ts';
import { textTable } from './text-layout.ts';

interface TakeBackOptions {
  department: string;
  reason: string;
  dryRun?: boolean;
}

/** What was changed by hand and stands (R16), and how it is dropped again. */
export function addHandMadeCommands(program: Command, act: Act, context: () => CliContext): void {
  const changes = program
    .command('changes')
    .description('Changes by hand that stand: list them, take one back.');
  addList(changes, act, context);
  addTakeBack(changes, act, context);
}

function addList(changes: Command, act: Act, context: () => CliContext): void {
  changes
    .command('list')
    .description('The newest first: who is on, since when, by whom and why. At most 200.')
    .requiredOption('--department <code>', 'whose schedules')
    .option('--version <id>', 'of one version only')
    .action(
      act(async (options: { department: string; version?: string }) => {
        const { departments, versionContent } = await context().services();
        const { id: hospitalId } = await departments.get(options.department);
        const versionId = options.version ? parseVersionId(options.version) : undefined;
        const filter = { hospitalId, ...(versionId && { versionId }) };
        const { items } = await versionContent.listHandMade(filter, { limit: 200 });
        const rows = items.map((entry) => [
          ...[entry.id, entry.date, entry.shiftType, entry.start ? `${entry.start}-${entry.end}` : 'whole'],
          ...[
            entry.person?.name ?? 'nobody',
            entry.replaced.map(({ person }) => person ?? 'nobody').join(', '),
          ],
          ...[entry.reason, entry.createdByName, entry.createdAt.slice(0, 16).replace('T', ' ')],
        ]);
        const headers = [
          'Entry',
          'Date',
          'Shift',
          'Hours',
          'Person',
          'Until then',
          'Reason',
          'By',
          'Made (UTC)',
        ];
        const text = rows.length === 0 ? ['Nothing was changed by hand.'] : [textTable(headers, rows)];
        return { document: { changes: items.map(presentHandMade) }, text, status: 0 };
      }),
    );
}

function addTakeBack(changes: Command, act: Act, context: () => CliContext): void {
  changes
    .command('take-back')
    .description('The opposite of a change: what it brought goes, and what it replaced stands again.')
    .argument('<entry>', 'id, see changes list')
    .requiredOption('--department <code>', 'whose schedule is changed')
    .requiredOption('--reason <text>', 'stands in the audit trail for later readers')
    .option('--dry-run', 'only say which studies would change reader')
    .addHelpText(
      'after',
      examples('changes take-back 0198… --department NYPLH --reason "she came after all"'),
    )
    .action(
      act(async (id: string, { department, reason, dryRun = false }: TakeBackOptions) => {
        const { changes: service } = await context().services();
        const order = { department, reason, dryRun, entryId: parseEntryId(id) };
        const result = await service.takeBack({ ...order, actor: await context().actor() });
        return { document: presentChange(result), text: presentChangeText(result), status: 0 };
      }),
    );
}
