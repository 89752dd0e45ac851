import { type Command, Option } from 'commander';
import { checkMatrix, checkRoster } from '#src/services/check-service.ts';
import { type CliContext, readGivenFile } from './cli-context.ts';
import { type CheckDocument, presentCheck } from './present-check.ts';
import { type CheckAmion, presentCheckAmion } from './present-check-amion.ts';
import { presentCounts, presentMessages } from './present-messages.ts';
import type { Act } from './program.ts';
import { textTable } from './text-table.ts';

interface CheckOptions {
  layout?: 'matrix' | 'list';
  hospitals?: string;
}

export function addCheckCommands(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('check')
    .description('Read a coverage matrix or flat list (.ods .xlsx .csv) and report everything found. Needs no database.')
    .argument('<file>')
    .addOption(new Option('--layout <layout>', 'how to read it, where its content does not say').choices(['matrix', 'list']))
    .option('--hospitals <file>', 'CSV of the known hospitals (code, name): unknown names are errors then')
    .action(
      act(async (path: string, options: CheckOptions) => {
        const hospitals = options.hospitals ? await readGivenFile(options.hospitals) : null;
        const file = await readGivenFile(path);
        const layout = options.layout ?? null;
        const document = presentCheck(await checkMatrix({ file, layout, hospitals, limits: context().limits() }));
        return { document, text: presentCheckText(path, document), status: document.validation.canImport ? 0 : 2 };
      }),
    );

  program
    .command('check-amion')
    .description('Read saved Amion reports and pages and report everything found. Needs no database.')
    .argument('<file...>')
    .action(
      act(async (paths: string[]) => {
        const files = await Promise.all(paths.map(readGivenFile));
        const document = presentCheckAmion(checkRoster(files));
        return { document, text: presentCheckAmionText(document), status: document.validation.canImport ? 0 : 2 };
      }),
    );
}

const accountingText = ({ read, accepted, rejected, ignored }: CheckDocument['accounting']): string =>
  `${read} read = ${accepted} accepted + ${rejected} rejected + ${ignored} ignored`;

function presentCheckText(path: string, { layout, sheets, shifts, accounting, validation }: CheckDocument): string {
  const rows = sheets.map((s) => [
    ...[s.name, s.category, s.dayType ?? 'every day', s.scenario ?? 'both', `${s.start}-${s.end}`],
    ...[s.positions.join(', '), s.studies, s.marks],
  ]);
  const table =
    layout === 'matrix'
      ? textTable(['Sheet', 'Category', 'Days', 'Scenario', 'Window', 'Positions', 'Studies', 'Marks'], rows)
      : `${shifts.length} shifts${shifts[0] ? `, ${shifts[0].date} to ${shifts.at(-1)?.date}` : ''}`;
  const verdict = validation.canImport ? 'It can be imported.' : 'It cannot be imported as it is.';
  const unit = layout === 'matrix' ? 'Marks' : 'Rows';
  return [
    `${path}: ${layout === 'matrix' ? `coverage matrix, ${sheets.length} sheets` : 'flat list'}`,
    table,
    `${unit}: ${accountingText(accounting)}`,
    ...presentMessages(validation.messages, true),
    `${presentCounts(validation)}. ${verdict}`,
  ].join('\n');
}

function presentCheckAmionText({ reports, assignments, accounting, validation }: CheckAmion): string {
  const rows = reports.map((r) => [r.file, r.kind, r.from, r.to, r.asOf]);
  return [
    textTable(['Report', 'Kind', 'From', 'To', 'As of'], rows),
    `${assignments.length} assignments, ${assignments.filter((a) => a.name === null).length} of them vacant (---)`,
    `Rows: ${accountingText(accounting)}`,
    ...presentMessages(validation.messages, true),
    `${presentCounts(validation)}. ${validation.canImport ? 'It can be imported.' : 'It cannot be imported as it is.'}`,
  ].join('\n');
}
