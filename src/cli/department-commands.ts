import type { Command } from 'commander';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { DepartmentChange, DepartmentSet } from '#src/services/department-service.ts';
import type { Act, CliAnswer, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { disableHospital } from './hospital-commands.ts';
import { parseCount, parseTime } from './parse-argument.ts';
import { isNone, requireChange } from './parse-change.ts';
import { presentMessages } from './present-messages.ts';
import { readGivenFile } from './read-given-file.ts';
import { textTable } from './text-layout.ts';

const LONGEST_LOGIN = 1000;

interface SettingOptions {
  timeZone?: string;
  rollover?: string;
  holidays?: string;
  mapping?: string;
  amionBase?: string;
  amionPullMinutes?: string;
  amionLoginPrompt?: boolean;
  /** False: the login that is stored goes. */
  amionLogin: boolean;
}

export function addDepartmentCommands(program: Command, act: Act, context: () => CliContext): void {
  const department = program.command('department').description('What a department decides for its schedule.');
  addList(department, act, context);
  addAdd(department, act, context);
  addSet(department, act, context);
  addWarnings(department, act, context);
  department
    .command('disable')
    .description('Disable a department with its hospital; not while it has a schedule in force.')
    .argument('<code>', 'see department list')
    .action(act((code: string) => disableHospital(code, context())));
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

function addList(department: Command, act: Act, context: () => CliContext): void {
  department
    .command('list')
    .description('The hospitals that have a schedule of their own.')
    .action(
      act(async () => {
        const list = await (await context().services()).departments.list();
        const rows = list.map((each) => [
          ...[each.code, each.name, each.timeZone, each.rolloverHour, each.holidays.length],
          ...[each.mapping.length, each.hasAmionLogin ? 'stored' : null],
        ]);
        const headers = ['Code', 'Name', 'Time zone', 'Rollover', 'Holidays', 'Mapped', 'Amion login'];
        const text = [textTable(headers, rows)];
        return { document: { departments: list, nextCursor: null }, text, status: 0 };
      }),
    );
}

function addAdd(department: Command, act: Act, context: () => CliContext): void {
  withSettings(
    department
      .command('add')
      .description('Make a hospital a department, with its settings; those not named are the defaults.')
      .argument('<code>', 'see hospitals list'),
  )
    .addHelpText('after', examples('department add NYPLH', 'department add NYPLH --rollover 07:00'))
    .action(
      act(async (code: string, options: SettingOptions) => {
        const change = await readChange(options, context());
        const { departments } = await context().services();
        return presentSet(await departments.create(code, change, await context().actor()));
      }),
    );
}

function addSet(department: Command, act: Act, context: () => CliContext): void {
  withSettings(
    department
      .command('set')
      .description('Change settings; what is not named stays as it is.')
      .argument('<code>', 'hospital that owns the schedule'),
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
        requireChange(change, 'department set', '--time-zone America/New_York');
        const { departments } = await context().services();
        return presentSet(await departments.set(code, change, await context().actor()));
      }),
    );
}

const withSettings = (command: Command): Command =>
  command
    .option('--time-zone <zone>', 'IANA zone, e.g. America/New_York')
    .option('--rollover <HH:MM>', 'hours of a night before it belong to the date before (default 08:00)')
    .option('--holidays <file>', 'dates, one a line: they count as Weekend; an empty file for none')
    .option('--mapping <file.csv>', 'columns assignment, shift_type (ignore is one); no rows for none')
    .option('--amion-base <url>', 'where Amion is asked; none for the default address')
    .option('--amion-pull-minutes <n>', 'between two pulls of a fresh roster, 5 to 1440 (default 30)')
    .option(
      '--amion-login-prompt',
      'ask for the Amion login (a credential) and store it encrypted (SESSION_SECRET)',
    )
    .option('--no-amion-login', 'forget the login that is stored: AMION_LOGIN is used');

function addWarnings(department: Command, act: Act, context: () => CliContext): void {
  department
    .command('warnings')
    .description('The warnings that it has accepted, for later versions too, until withdrawn.')
    .argument('<code>', 'see department list')
    .action(
      act(async (code: string) => {
        const list = await (await context().services()).warnings.listAccepted(code);
        const rows = list.map((each) => [
          ...[each.key, each.reason, each.acceptedByEmail, each.acceptedAt.slice(0, 16).replace('T', ' ')],
        ]);
        const text = [textTable(['Key', 'Reason', 'By', 'Accepted (UTC)'], rows)];
        const acceptedWarnings = list.map(({ id: _, hospitalId: __, ...known }) => known);
        return { document: { acceptedWarnings, nextCursor: null }, text, status: 0 };
      }),
    );
}

async function readChange(options: SettingOptions, context: CliContext): Promise<DepartmentChange> {
  const change: DepartmentChange = {};
  if (options.timeZone !== undefined) change.timeZone = options.timeZone;
  if (options.rollover !== undefined) change.rolloverHour = parseTime(options.rollover);
  if (options.amionBase !== undefined)
    change.amionBaseUrl = isNone(options.amionBase) ? null : options.amionBase;
  if (options.amionPullMinutes !== undefined) change.amionPullMinutes = parseCount(options.amionPullMinutes);
  if (options.holidays !== undefined) change.holidays = await readGivenFile(options.holidays, context);
  if (options.mapping !== undefined) change.mapping = await readGivenFile(options.mapping, context);
  if (!options.amionLogin) change.amionLogin = null;
  if (options.amionLoginPrompt) change.amionLogin = await askLogin(options, context);
  return change;
}

/** An empty line is none: it would take away the login that is stored. */
async function askLogin(options: SettingOptions, context: CliContext): Promise<string> {
  if (!options.amionLogin) {
    const says = '--amion-login-prompt and --no-amion-login do not go together. Leave out one of them.';
    throw new CodedError('BAD_REQUEST', says);
  }
  const login = await context.askSecret('Amion login: ');
  if (login !== '' && login.length <= LONGEST_LOGIN) return login;
  throw new CodedError(
    'BAD_REQUEST',
    `A login has 1 to ${LONGEST_LOGIN} characters. To forget the one that is stored: --no-amion-login.`,
  );
}

function presentSet({ department, validation }: DepartmentSet): CliAnswer {
  if (department) return presentDepartment(department);
  const text = ['Nothing was stored, a file has errors.', ...presentMessages(validation.messages, true)];
  return { document: { validation }, text, status: 2 };
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
