import { type Command, Option } from 'commander';
import type { VersionStatus } from '#src/domain/schedule-version.ts';
import { VERSION_STATUSES } from '#src/domain/schedule-version.ts';
import type { CliContext } from './cli-context.ts';
import { parseDate, parseVersionId } from './parse-argument.ts';
import { presentDiff, presentDiffText } from './present-diff.ts';
import { presentMessages } from './present-messages.ts';
import { presentCoverageText } from './present-run.ts';
import { presentVersion, presentView, presentViewText } from './present-version.ts';
import type { Act } from './program.ts';
import { textTable } from './text-table.ts';

export function addVersionCommands(program: Command, act: Act, context: () => CliContext): void {
  addCoverage(program, act, context);
  const versions = program.command('versions').description('The life of schedule versions: STAGING, PRODUCTION, ARCHIVED.');
  addReading(versions, act, context);
  addLife(versions, act, context);
}

function addCoverage(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('coverage')
    .description('Calculate and store the coverage of a version.')
    .requiredOption('--version <id>')
    .option('--from <date>', 'first schedule date (default the version’s)')
    .option('--to <date>', 'last schedule date')
    .action(
      act(async (options: { version: string; from?: string; to?: string }) => {
        const { coverage } = await context().services();
        const [from, to] = [options.from ? parseDate(options.from) : null, options.to ? parseDate(options.to) : null];
        const result = await coverage.calculateCoverage(parseVersionId(options.version), from, to, await context().actor());
        const text = [presentCoverageText(result.coverage), '', ...presentMessages(result.messages, true)].join('\n');
        return { document: { ...result.coverage, validation: result.validation }, text, status: 0 };
      }),
    );
}

function addReading(versions: Command, act: Act, context: () => CliContext): void {
  versions
    .command('list')
    .option('--department <code>')
    .addOption(new Option('--status <status>').choices([...VERSION_STATUSES]))
    .action(
      act(async (options: { department?: string; status?: VersionStatus }) => {
        const { versions: service } = await context().services();
        const list = await service.listVersions(options.department ?? null, options.status ?? null);
        const rows = list.map((v) => [v.id, v.department, v.status, v.from, v.to, v.createdAt.slice(0, 16)]);
        const table = textTable(['Version', 'Department', 'Status', 'From', 'To', 'Created (UTC)'], rows);
        return { document: { versions: list.map(presentVersion) }, text: table, status: 0 };
      }),
    );
  versions
    .command('show')
    .description('A version with everything that stands for and against it, as of now.')
    .argument('<id>')
    .action(
      act(async (id: string) => {
        const view = await (await context().services()).versions.viewVersion(parseVersionId(id));
        return { document: presentView(view), text: presentViewText(view), status: 0 };
      }),
    );
  versions
    .command('diff')
    .description('What changed from one version to another: shifts, assignments, and who reads what.')
    .argument('<before>')
    .argument('<after>')
    .action(
      act(async (before: string, after: string) => {
        const { versionDiff } = await context().services();
        const diff = await versionDiff.diff(parseVersionId(before), parseVersionId(after));
        return { document: presentDiff(diff), text: presentDiffText(diff), status: 0 };
      }),
    );
}

function addLife(versions: Command, act: Act, context: () => CliContext): void {
  versions
    .command('promote')
    .description('Put a STAGING version in force for its dates.')
    .argument('<id>')
    .option('--override <reason>', 'in spite of the errors that stand, which are listed in the audit trail')
    .action(
      act(async (id: string, options: { override?: string }) => {
        const { versions: service } = await context().services();
        const result = await service.promoteToProduction(parseVersionId(id), options.override ?? null, await context().actor());
        const { version, trimmed, archived, overridden } = result;
        const text = [
          `Version ${version.id} is in force for ${version.from} to ${version.to}.`,
          ...trimmed.map((other) => `Version ${other} keeps its other dates.`),
          ...archived.map((other) => `Version ${other} has no date left and is archived.`),
          ...overridden.map((key) => `Overridden: ${key}`),
        ].join('\n');
        return { document: { ...result, version: presentVersion(version) }, text, status: 0 };
      }),
    );
  versions
    .command('archive')
    .description('Take a version out of force.')
    .argument('<id>')
    .action(
      act(async (id: string) => {
        const { version, uncovered } = await (await context().services()).versions.archive(parseVersionId(id), await context().actor());
        const spans = uncovered.map(({ from, to }) => `${from} to ${to}`).join(', ');
        const text = `Version ${version.id} is archived.${spans ? ` Without a schedule now: ${spans}.` : ''}`;
        return { document: { version: presentVersion(version), withoutSchedule: uncovered }, text, status: 0 };
      }),
    );
  versions
    .command('copy')
    .description('A new STAGING version with the same rules, shifts and roster.')
    .argument('<id>')
    .action(
      act(async (id: string) => {
        const version = await (await context().services()).versions.copy(parseVersionId(id), await context().actor());
        return { document: { version: presentVersion(version) }, text: `Copied into STAGING version ${version.id}.`, status: 0 };
      }),
    );
}

