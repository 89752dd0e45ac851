import { type Command, Option } from 'commander';
import type { VersionStatus } from '#src/domain/schedule-version.ts';
import { VERSION_STATUSES } from '#src/domain/schedule-version.ts';
import { presentDiff } from '#src/services/present/present-diff.ts';
import { presentVersion, presentView } from '#src/services/present/present-version.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseDate, parseVersionId, requireSpan } from './parse-argument.ts';
import { presentCoverage, presentCoverageText } from './present-coverage.ts';
import { presentDiffText } from './present-diff.ts';
import { presentMessages } from './present-messages.ts';
import { presentViewText } from './present-version.ts';
import { textTable } from './text-layout.ts';

export function addVersionCommands(program: Command, act: Act, context: () => CliContext): void {
  addCoverage(program, act, context);
  const versions = program
    .command('versions')
    .description('The life of schedule versions: STAGING, PRODUCTION, ARCHIVED.');
  addReading(versions, act, context);
  addLife(versions, act, context);
}

function addCoverage(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('coverage')
    .description('Calculate and store the coverage of a version.')
    .requiredOption('--version <id>', 'see versions list')
    .option('--from <date>', 'first schedule date (default the version’s)')
    .option('--to <date>', 'last schedule date (default the version’s)')
    .addHelpText(
      'after',
      examples(
        'coverage --version 0198…',
        'coverage --version 0198… --from 2026-11-20 --to 2026-11-26 --json',
      ),
    )
    .action(
      act(async (options: { version: string; from?: string; to?: string }) => {
        const [from, to] = [
          options.from ? parseDate(options.from) : null,
          options.to ? parseDate(options.to) : null,
        ];
        requireSpan(from, to);
        const versionId = parseVersionId(options.version);
        const { coverage } = await context().services();
        const result = await coverage.calculateCoverage(versionId, from, to, await context().actor());
        const text = [
          ...presentCoverageText(result.coverage),
          '',
          ...presentMessages(result.validation.messages, true),
        ];
        return {
          document: { ...presentCoverage(result.coverage), validation: result.validation },
          text,
          status: 0,
        };
      }),
    );
}

function addReading(versions: Command, act: Act, context: () => CliContext): void {
  versions
    .command('list')
    .description('Every version, newest first.')
    .option('--department <code>', 'only its versions')
    .addOption(new Option('--status <status>', 'only those in this state').choices([...VERSION_STATUSES]))
    .action(
      act(async (options: { department?: string; status?: VersionStatus }) => {
        const { versions: service } = await context().services();
        const list = await service.listVersions(options.department ?? null, options.status ?? null);
        const rows = list.map((v) => [v.id, v.department, v.status, v.from, v.to, v.createdAt.slice(0, 16)]);
        const table = textTable(['Version', 'Department', 'Status', 'From', 'To', 'Created (UTC)'], rows);
        return { document: { versions: list.map(presentVersion) }, text: [table], status: 0 };
      }),
    );
  versions
    .command('show')
    .description('A version with everything that stands for and against it, as of now.')
    .argument('<id>', 'see versions list')
    .action(
      act(async (id: string) => {
        const versionId = parseVersionId(id);
        const view = await (await context().services()).versions.viewVersion(versionId);
        return { document: presentView(view), text: presentViewText(view), status: 0 };
      }),
    );
  versions
    .command('diff')
    .description('What changed from one version to another: shifts, assignments, and who reads what.')
    .argument('<before>', 'id of a version')
    .argument('<after>', 'id of another of the same department')
    .action(
      act(async (before: string, after: string) => {
        const [one, other] = [parseVersionId(before), parseVersionId(after)];
        const { versionDiff } = await context().services();
        const diff = await versionDiff.diff(one, other);
        return { document: presentDiff(diff), text: presentDiffText(diff), status: 0 };
      }),
    );
}

function addLife(versions: Command, act: Act, context: () => CliContext): void {
  versions
    .command('promote')
    .description('Put a STAGING version in force for its dates.')
    .argument('<id>', 'see versions list')
    .option('--override <reason>', 'in spite of the errors that stand, which are listed in the audit trail')
    .addHelpText(
      'after',
      examples(
        'versions promote 0198…',
        'versions promote 0198… --override "MidC stays open on 9 April, agreed"',
      ),
    )
    .action(
      act(async (id: string, options: { override?: string }) => {
        const versionId = parseVersionId(id);
        const { versions: service } = await context().services();
        const result = await service.promoteToProduction(
          versionId,
          options.override ?? null,
          await context().actor(),
        );
        const { version, trimmed, archived, overridden } = result;
        const text = [
          `Version ${version.id} is in force for ${version.from} to ${version.to}.`,
          ...trimmed.map((other) => `Version ${other} keeps its other dates.`),
          ...archived.map((other) => `Version ${other} has no date left and is archived.`),
          ...overridden.map((key) => `Overridden: ${key}`),
        ];
        return { document: { ...result, version: presentVersion(version) }, text, status: 0 };
      }),
    );
  versions
    .command('archive')
    .description('Take a version out of force.')
    .argument('<id>', 'see versions list')
    .action(
      act(async (id: string) => {
        const versionId = parseVersionId(id);
        const { versions: service } = await context().services();
        const { version, uncovered } = await service.archive(versionId, await context().actor());
        const spans = uncovered.map(({ from, to }) => `${from} to ${to}`).join(', ');
        const text = [
          `Version ${version.id} is archived.${spans ? ` Without a schedule now: ${spans}.` : ''}`,
        ];
        return {
          document: { version: presentVersion(version), withoutSchedule: uncovered },
          text,
          status: 0,
        };
      }),
    );
  versions
    .command('copy')
    .description('A new STAGING version with the same rules, shifts and roster.')
    .argument('<id>', 'see versions list')
    .action(
      act(async (id: string) => {
        const versionId = parseVersionId(id);
        const { versions: service } = await context().services();
        const version = await service.copy(versionId, await context().actor());
        return {
          document: { version: presentVersion(version) },
          text: [`Copied into STAGING version ${version.id}.`],
          status: 0,
        };
      }),
    );
}
