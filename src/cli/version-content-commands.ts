import type { Command } from 'commander';
import type { VersionId } from '#src/domain/ids.ts';
import { presentShift } from '#src/services/present/present-shift.ts';
import { requireSpan } from '#src/services/version-span.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { type PageOptions, pageOf, presentPage, withPages } from './paged-list.ts';
import { parseFrom, parseShift, parseTo, parseVersionId } from './parse-argument.ts';
import { parseGiven } from './parse-change.ts';
import { textTable } from './text-layout.ts';

/** What a version consists of, when it is in force, and who did what to it. */
export function addVersionContentCommands(versions: Command, act: Act, context: () => CliContext): void {
  addPeriods(versions, act, context);
  addShifts(versions, act, context);
  addRules(versions, act, context);
  addHistory(versions, act, context);
}

function addPeriods(versions: Command, act: Act, context: () => CliContext): void {
  versions
    .command('periods')
    .description('The dates in force, each with its version; dates in between have no schedule.')
    .requiredOption('--department <code>', 'whose schedule')
    .action(
      act(async ({ department }: { department: string }) => {
        const found = await (await context().services()).versions.periods(department);
        const periods = found.map(({ versionId, from, to }) => ({ version: versionId, from, to }));
        const rows = periods.map(({ version, from, to }) => [from, to, version]);
        const text =
          rows.length > 0 ? [textTable(['From', 'To', 'Version'], rows)] : ['No date is in force.'];
        return { document: { periods, nextCursor: null }, text, status: 0 };
      }),
    );
}

/** NOT_FOUND where there is no such version, or it was deleted. */
async function requireVersion(context: CliContext, id: string): Promise<VersionId> {
  const versionId = parseVersionId(id);
  return (await (await context.services()).versions.getVersion(versionId)).id;
}

interface ShiftOptions extends PageOptions {
  from?: string;
  to?: string;
  shift?: string;
}

function addShifts(versions: Command, act: Act, context: () => CliContext): void {
  const command = versions
    .command('shifts')
    .description('The required shifts of a version with whoever is assigned, by date.')
    .argument('<id>', 'see versions list')
    .option('--from <date>', 'first schedule date (default the version’s)')
    .option('--to <date>', 'last schedule date (default the version’s)')
    .option('--shift <type>', 'only of this type, e.g. ON1');
  withPages(command)
    .addHelpText('after', examples('versions shifts 0198… --from 2026-11-20 --to 2026-11-26 --shift ON1'))
    .action(
      act(async (id: string, { from, to, shift: shiftType, ...page }: ShiftOptions) => {
        const given = { from: parseFrom, to: parseTo, shiftType: parseShift };
        const [filter, request] = [parseGiven({ from, to, shiftType }, given), pageOf(page)];
        requireSpan(filter.from ?? null, filter.to ?? null);
        const versionId = await requireVersion(context(), id);
        const { versionContent } = await context().services();
        const { items, nextCursor } = await versionContent.listShifts({ versionId, ...filter }, request);
        const rows = items.map((shift) => [
          ...[shift.date, shift.shiftType, `${shift.start}-${shift.end}`, shift.hospital, shift.studyType],
          ...[`${shift.assigned.length} of ${shift.desired}`, shift.mandatory ? 'yes' : 'no'],
          shift.assigned.map(({ name }) => name).join('; '),
        ]);
        const headers = [
          'Date',
          'Shift',
          'Hours',
          'Hospital',
          'Study type',
          'Filled',
          'Mandatory',
          'Assigned',
        ];
        const document = { shifts: items.map(presentShift), nextCursor };
        return presentPage(
          document,
          rows.length > 0 ? textTable(headers, rows) : null,
          'There are no such shifts.',
        );
      }),
    );
}

function addRules(versions: Command, act: Act, context: () => CliContext): void {
  const command = versions
    .command('rules')
    .description('The listed studies of a version in the order of the workbook, each with its position.')
    .argument('<id>', 'see versions list');
  withPages(command)
    .addHelpText('after', examples('versions rules 0198… --limit 200'))
    .action(
      act(async (id: string, page: PageOptions) => {
        const request = pageOf(page);
        const versionId = await requireVersion(context(), id);
        const { versionContent } = await context().services();
        const { items, nextCursor } = await versionContent.listRules(versionId, request);
        const rows = items.map((rule) => [
          ...[rule.sheet, rule.cell, `${rule.start}-${rule.end}`, rule.label, rule.studyType, rule.position],
        ]);
        const headers = ['Sheet', 'Cell', 'Hours', 'Study', 'Study type', 'Position'];
        const rules = items.map(({ groupId: _, sheetIndex: __, ...rule }) => rule);
        const table = rows.length > 0 ? textTable(headers, rows) : null;
        return presentPage({ rules, nextCursor }, table, 'The version lists no study.');
      }),
    );
}

function addHistory(versions: Command, act: Act, context: () => CliContext): void {
  const command = versions
    .command('history')
    .description('Who did what to a version, imports into it included, newest first.')
    .argument('<id>', 'see versions list');
  withPages(command)
    .addHelpText('after', examples('versions history 0198…'))
    .action(
      act(async (id: string, page: PageOptions) => {
        const request = pageOf(page);
        const versionId = await requireVersion(context(), id);
        const { items, nextCursor } = await (await context().services()).audit.listHistory(
          versionId,
          request,
        );
        const rows = items.map((entry) => [
          ...[entry.at.slice(0, 19).replace('T', ' '), entry.userEmail ?? entry.userId],
          ...[entry.action, entry.resource, reasonOf(entry.newValues)],
        ]);
        const headers = ['When (UTC)', 'Who', 'What', 'Where', 'Reason'];
        const table = rows.length > 0 ? textTable(headers, rows) : null;
        return presentPage({ entries: items, nextCursor }, table, 'Nothing was done to the version.');
      }),
    );
}

function reasonOf(values: unknown): string | null {
  const reason = typeof values === 'object' && values !== null && 'reason' in values ? values.reason : null;
  return typeof reason === 'string' ? reason : null;
}
