import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { toValidationResult } from '#src/domain/validation.ts';
import { presentDrift } from '#src/services/present/present-drift.ts';
import type { Act, CliContext, ExitStatus } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseCount } from './parse-argument.ts';
import { presentDriftText } from './present-drift.ts';
import { presentMessages } from './present-messages.ts';
import { progressLine } from './progress-line.ts';

export function addAmionCommands(program: Command, act: Act, context: () => CliContext): void {
  const amion = program.command('amion').description('The roster on Amion, beside production.');
  addPull(amion, act, context);
  addDrift(amion, act, context);
}

function addPull(amion: Command, act: Act, context: () => CliContext): void {
  amion
    .command('pull')
    .description('Fetch a fresh roster and keep it; production stays as it is.')
    .requiredOption('--department <code>', 'whose roster')
    .requiredOption('--months <n>', 'the present month and those after it')
    .addHelpText('after', examples('amion pull --department NYPLH --months 2'))
    .action(
      act(async (options: { department: string; months: string }) => {
        const months = parseCount(options.months);
        const { drift } = await context().services();
        const onProgress = progressLine(context());
        const actor = await context().actor();
        const { messages, ...batch } = await drift.pull(options.department, months, actor, { onProgress });
        const validation = toValidationResult(messages);
        const { read, accepted } = batch.accounting;
        const complete = batch.state === 'COMPLETE';
        const head = complete
          ? `Fetched ${read} rows, ${accepted} assignments.`
          : 'The roster could not be fetched; nothing was kept.';
        const hint = complete ? [`Next: schedcu amion drift --department ${options.department}`] : [];
        const text = [head, ...presentMessages(validation.messages, false), ...hint];
        return { document: { ...batch, validation }, text, status: pullStatus(validation.messages) };
      }),
    );
}

function addDrift(amion: Command, act: Act, context: () => CliContext): void {
  amion
    .command('drift')
    .description('What the roster pulled last says otherwise than production.')
    .option('--department <code>', 'whose roster (default the only department with a schedule in force)')
    .option('--apply', 'make a STAGING copy with the fresh roster, to be promoted')
    .addHelpText(
      'after',
      examples('amion drift --department NYPLH', 'amion drift --department NYPLH --apply'),
    )
    .action(
      act(async (options: { department?: string; apply?: boolean }) => {
        const department = options.department ?? (await findOnlyDepartment(context()));
        const { drift: service } = await context().services();
        const applied = options.apply ? await service.applyDrift(department, await context().actor()) : null;
        const drift = applied?.drift ?? (await service.findDrift(department));
        const copies = applied?.copies ?? [];
        const made = copies.map(({ of, id }) => `STAGING version ${id} is ${of} with the fresh roster.`);
        return {
          document: { ...presentDrift(drift), copies },
          text: [...presentDriftText(drift), ...made],
          status: 0,
        };
      }),
    );
}

async function findOnlyDepartment(context: CliContext): Promise<string> {
  const { versions } = await context.services();
  const inForce = await versions.listVersions(null, 'PRODUCTION');
  const [only, ...others] = new Set(inForce.map((version) => version.department));
  if (!only)
    throw new CodedError('NO_SCHEDULE', 'No department has a schedule in force. Promote a version first.');
  if (others.length === 0) return only;
  throw new CodedError('BAD_REQUEST', `Name the department: --department ${[only, ...others].join(' or ')}.`);
}

function pullStatus(messages: readonly { severity: string; code: string }[]): ExitStatus {
  const errors = messages.filter((message) => message.severity === 'ERROR');
  if (errors.length === 0) return 0;
  return errors.every((message) => message.code === 'AMION_UNREACHABLE') ? 1 : 2;
}
