import type { Command } from 'commander';
import { toValidationResult } from '#src/domain/validation.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import type { RosterDrift } from '#src/services/roster-drift-service.ts';
import type { CliContext, ExitStatus } from './cli-context.ts';
import { parseCount } from './parse-argument.ts';
import { presentChanges, presentChangesText } from './present-diff.ts';
import { presentMessages } from './present-messages.ts';
import type { Act } from './program.ts';
import { textTable } from './text-table.ts';

export function addAmionCommands(program: Command, act: Act, context: () => CliContext): void {
  const amion = program.command('amion').description('The roster on Amion, beside production.');
  amion
    .command('pull')
    .description('Fetch a fresh roster and keep it; production stays as it is.')
    .requiredOption('--department <code>')
    .requiredOption('--months <n>', 'the present month and those after it')
    .action(
      act(async (options: { department: string; months: string }) => {
        const { drift } = await context().services();
        const result = await drift.pull(options.department, parseCount(options.months), await context().actor());
        const { messages, ...batch } = result;
        const validation = toValidationResult(messages);
        const { read, accepted } = batch.accounting;
        const head = batch.state === 'COMPLETE' ? `Fetched ${read} rows, ${accepted} assignments.` : 'The roster could not be fetched.';
        const hint = batch.state === 'COMPLETE' ? [`Next: schedcu amion drift --department ${options.department}`] : [];
        const text = [head, ...presentMessages(validation.messages, false), ...hint].join('\n');
        return { document: { ...batch, validation }, text, status: pullStatus(validation.messages) };
      }),
    );
  amion
    .command('drift')
    .description('What the roster pulled last says otherwise than production.')
    .requiredOption('--department <code>')
    .option('--apply', 'make a STAGING copy with the fresh roster, to be promoted')
    .action(
      act(async (options: { department: string; apply?: boolean }) => {
        const { drift: service } = await context().services();
        const applied = options.apply ? await service.applyDrift(options.department, await context().actor()) : null;
        const drift = applied?.drift ?? (await service.findDrift(options.department));
        const copies = applied?.copies ?? [];
        const made = copies.map(({ of, id }) => `STAGING version ${id} is ${of} with the fresh roster.`);
        return { document: { ...presentDrift(drift), copies }, text: [presentDriftText(drift), ...made].join('\n'), status: 0 };
      }),
    );
}

function pullStatus(messages: readonly { severity: string; code: string }[]): ExitStatus {
  const errors = messages.filter((message) => message.severity === 'ERROR');
  if (errors.length === 0) return 0;
  return errors.every((message) => message.code === 'AMION_UNREACHABLE') ? 1 : 2;
}

function presentDrift({ department, batchId, asOf, versions }: RosterDrift) {
  return {
    ...{ department, batchId, asOf },
    versions: versions.map(({ versionId, from, to, timeZone, differences, coverage, messages }) => ({
      ...{ version: versionId, from, to, differences, messages },
      coverage: presentChanges(coverage, zoneClock(timeZone)),
    })),
  };
}

function presentDriftText({ asOf, versions }: RosterDrift): string {
  const parts = versions.flatMap((v) => {
    const rows = v.differences.map((d) => [d.date, d.shiftType, d.kind, d.before.join('; ') || null, d.after.join('; ') || null]);
    return [
      `Version ${v.versionId}, ${v.from} to ${v.to}: ${rows.length} shifts differ.`,
      ...(rows.length > 0 ? [textTable(['Date', 'Shift', 'Change', 'Production', 'Roster'], rows)] : []),
      ...presentMessages(v.messages, false),
      ...presentChangesText(v.coverage, zoneClock(v.timeZone)),
    ];
  });
  return [`Roster as of ${asOf}`, ...parts].join('\n');
}
