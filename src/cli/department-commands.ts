import type { Command } from 'commander';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { DepartmentChange } from '#src/services/department-service.ts';
import type { Act, CliAnswer, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseCount, parseTime } from './parse-argument.ts';
import { presentMessages } from './present-messages.ts';
import { readGivenFile } from './read-given-file.ts';

interface SettingOptions {
  timeZone?: string;
  rollover?: string;
  holidays?: string;
  mapping?: string;
  amionBase?: string;
  amionPullMinutes?: string;
  amionLoginPrompt?: boolean;
}

export function addDepartmentCommands(program: Command, act: Act, context: () => CliContext): void {
  const department = program.command('department').description('What a department decides for its schedule.');
  addSet(department, act, context);
  department
    .command('show')
    .description('The settings of a department.')
    .argument('<code>', 'see hospitals list')
    .action(
      act(async (code: string) =>
        presentDepartment(await (await context().services()).departments.get(code)),
      ),
    );
}

function addSet(department: Command, act: Act, context: () => CliContext): void {
  department
    .command('set')
    .description('Change settings; what is not named stays as it is.')
    .argument('<code>', 'hospital that owns the schedule')
    .option('--time-zone <zone>', 'IANA zone, e.g. America/New_York')
    .option('--rollover <HH:MM>', 'hours of a night before it belong to the date before (default 08:00)')
    .option('--holidays <file>', 'dates, one a line: they count as Weekend')
    .option('--mapping <file.csv>', 'columns assignment, shift_type (ignore is one)')
    .option('--amion-base <url>', 'where Amion is asked')
    .option('--amion-pull-minutes <n>', 'between two pulls of a fresh roster, 5 to 1440 (default 30)')
    .option(
      '--amion-login-prompt',
      'ask for the Amion login (a credential) and store it encrypted (SESSION_SECRET)',
    )
    .addHelpText(
      'after',
      examples(
        'department set NYPLH --time-zone America/New_York --holidays holidays.txt',
        'department set NYPLH --mapping mapping.csv --amion-login-prompt',
      ),
    )
    .action(
      act(async (code: string, options: SettingOptions) => {
        const change = await readChange(options, context());
        if (Object.keys(change).length === 0) {
          throw new CodedError(
            'BAD_REQUEST',
            'Name what to set, e.g. --time-zone America/New_York. See schedcu department set --help.',
          );
        }
        const { departments } = await context().services();
        const { department: stored, validation } = await departments.set(
          code,
          change,
          await context().actor(),
        );
        if (stored) return presentDepartment(stored);
        const text = [
          'Nothing was stored, a file has errors.',
          ...presentMessages(validation.messages, true),
        ];
        return { document: { validation }, text, status: 2 };
      }),
    );
}

async function readChange(options: SettingOptions, context: CliContext): Promise<DepartmentChange> {
  const change: DepartmentChange = {};
  if (options.timeZone !== undefined) change.timeZone = options.timeZone;
  if (options.rollover !== undefined) change.rolloverHour = parseTime(options.rollover);
  if (options.amionBase !== undefined) change.amionBaseUrl = options.amionBase;
  if (options.amionPullMinutes !== undefined) change.amionPullMinutes = parseCount(options.amionPullMinutes);
  if (options.holidays !== undefined) change.holidays = await readGivenFile(options.holidays, context);
  if (options.mapping !== undefined) change.mapping = await readGivenFile(options.mapping, context);
  if (options.amionLoginPrompt) change.amionLogin = await context.askSecret('Amion login: ');
  return change;
}

function presentDepartment(department: Department): CliAnswer {
  const { code, name, timeZone, rolloverHour, holidays, mapping, amionBaseUrl, hasAmionLogin } = department;
  const every = `pulled every ${department.amionPullMinutes} minutes`;
  const text = [
    name === code ? code : `${code} · ${name}`,
    `  time zone      ${timeZone}`,
    `  rollover hour  ${rolloverHour}`,
    `  holidays       ${holidays.join(', ') || 'none'}`,
    `  Amion          ${amionBaseUrl ?? 'default address (AMION_BASE_URL)'}, login ${hasAmionLogin ? 'stored' : 'from AMION_LOGIN'}, ${every}`,
    `  mapping        ${mapping.length === 0 ? 'none: the names of the shift types themselves' : ''}`.trimEnd(),
    ...mapping.map(({ assignment, shiftType }) => `    ${assignment} → ${shiftType ?? 'ignore'}`),
  ];
  return { document: { department }, text, status: 0 };
}
