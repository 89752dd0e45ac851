import { type Command, Option } from 'commander';
import type { VersionStatus } from '#src/domain/schedule-version.ts';
import { VERSION_STATUSES } from '#src/domain/schedule-version.ts';
import { presentDiff } from '#src/services/present/present-diff.ts';
import { presentVersion, presentView } from '#src/services/present/present-version.ts';
import { requireSpan } from '#src/services/version-span.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { listAll } from './list-all.ts';
import { parseFrom, parseTo, parseVersionId } from './parse-argument.ts';
import { parseGiven } from './parse-change.ts';
import { presentCoverage, presentCoverageText } from './present-coverage.ts';
import { presentDiffText } from './present-diff.ts';
import { presentMessages } from './present-messages.ts';
import { presentViewText } from './present-version.ts';
import { textTable } from './text-layout.ts';
import { addVersionContentCommands } from './version-content-commands.ts';
import { addVersionLifeCommands } from './version-life-commands.ts';

export function addVersionCommands(program: Command, act: Act, context: () => CliContext): void {
  addCoverage(program, act, context);
  const versions = program
    .command('versions')
    .description('The life of schedule versions: STAGING, PRODUCTION, ARCHIVED.');
  addReading(versions, act, context);
  addVersionContentCommands(versions, act, context);
  addVersionLifeCommands(versions, act, context);
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
          options.from ? parseFrom(options.from) : null,
          options.to ? parseTo(options.to) : null,
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

interface ListOptions {
  department?: string;
  status?: VersionStatus;
  from?: string;
  to?: string;
}

function addReading(versions: Command, act: Act, context: () => CliContext): void {
  versions
    .command('list')
    .description('Every version, newest first.')
    .option('--department <code>', 'only its versions')
    .addOption(new Option('--status <status>', 'only those in this state').choices([...VERSION_STATUSES]))
    .option('--from <date>', 'only those with this schedule date or a later one')
    .option('--to <date>', 'only those with this schedule date or an earlier one')
    .addHelpText('after', examples('versions list --department NYPLH --from 2026-11-01 --to 2026-11-30'))
    .action(
      act(async ({ department: code, status, ...span }: ListOptions) => {
        const dates = parseGiven(span, { from: parseFrom, to: parseTo });
        requireSpan(dates.from ?? null, dates.to ?? null);
        const { versions: service, departments } = await context().services();
        const department = code === undefined ? null : await departments.get(code);
        const filter = {
          ...dates,
          ...(department && { hospitalId: department.id }),
          ...(status && { status }),
        };
        const list = await listAll((request) => service.pageVersions(filter, request));
        const rows = list.map((v) => [v.id, v.department, v.status, v.from, v.to, v.createdAt.slice(0, 16)]);
        const table = textTable(['Version', 'Department', 'Status', 'From', 'To', 'Created (UTC)'], rows);
        const document = { versions: list.map(presentVersion), nextCursor: null };
        return { document, text: [table], status: 0 };
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
