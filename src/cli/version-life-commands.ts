import type { Command } from 'commander';
import { presentVersion } from '#src/services/present/present-version.ts';
import { requirePeriod } from '#src/services/version-span.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseFrom, parseTo, parseVersionId } from './parse-argument.ts';

/** STAGING → PRODUCTION → ARCHIVED, and back by a copy. */
export function addVersionLifeCommands(versions: Command, act: Act, context: () => CliContext): void {
  addCreate(versions, act, context);
  addPromote(versions, act, context);
  addArchive(versions, act, context);
  addCopy(versions, act, context);
  addDelete(versions, act, context);
}

function addCreate(versions: Command, act: Act, context: () => CliContext): void {
  versions
    .command('create')
    .description('An empty STAGING version, to be imported into.')
    .requiredOption('--department <code>', 'whose schedule')
    .requiredOption('--from <date>', 'first schedule date')
    .requiredOption('--to <date>', 'last schedule date')
    .addHelpText('after', examples('versions create --department NYPLH --from 2026-11-01 --to 2026-11-30'))
    .action(
      act(async (options: { department: string; from: string; to: string }) => {
        const [from, to] = [parseFrom(options.from), parseTo(options.to)];
        requirePeriod({ from, to });
        const { versions: service } = await context().services();
        const version = await service.createVersion(options.department, from, to, await context().actor());
        const says = `Made the empty STAGING version ${version.id} for ${version.from} to ${version.to}.`;
        return { document: { version: presentVersion(version) }, text: [says], status: 0 };
      }),
    );
}

function addPromote(versions: Command, act: Act, context: () => CliContext): void {
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
}

function addArchive(versions: Command, act: Act, context: () => CliContext): void {
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
}

function addCopy(versions: Command, act: Act, context: () => CliContext): void {
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

function addDelete(versions: Command, act: Act, context: () => CliContext): void {
  versions
    .command('delete')
    .description('Remove a STAGING version, with what was imported into it and changed by hand.')
    .argument('<id>', 'see versions list')
    .action(
      act(async (id: string) => {
        const versionId = parseVersionId(id);
        const { versions: service } = await context().services();
        await service.remove(versionId, await context().actor());
        return { document: { deleted: versionId }, text: [`Version ${versionId} is deleted.`], status: 0 };
      }),
    );
}
