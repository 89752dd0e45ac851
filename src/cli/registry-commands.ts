import type { Command } from 'commander';
import type { Department } from '#src/domain/department.ts';
import type { DepartmentChange } from '#src/services/department-service.ts';
import type { RegistryImport } from '#src/services/registry-service.ts';
import { type CliAnswer, type CliContext, readGivenFile } from './cli-context.ts';
import { parseTime } from './parse-argument.ts';
import { presentMessages } from './present-messages.ts';
import type { Act } from './program.ts';
import { textTable } from './text-table.ts';

const DEFAULT_ZONE = 'America/New_York';

export function addRegistryCommands(program: Command, act: Act, context: () => CliContext): void {
  addPeople(program, act, context);
  addHospitals(program, act, context);
  addDepartment(program, act, context);
}

function presentImport(what: string, result: RegistryImport): CliAnswer {
  const { added, updated, unchanged, validation } = result;
  const counts = `${what}: ${added} added, ${updated} updated, ${unchanged} unchanged.`;
  const head = validation.canImport ? counts : `${what}: nothing was stored, the file has errors.`;
  return {
    document: result,
    text: [head, ...presentMessages(validation.messages, true)].join('\n'),
    status: validation.canImport ? 0 : 2,
  };
}

function addPeople(program: Command, act: Act, context: () => CliContext): void {
  const people = program.command('people').description('Radiologists: who may read what, and how to reach them.');
  people
    .command('import')
    .description('Columns name, email, specialty (body, neuro, both), aliases (; between), amion_id, phone, pager.')
    .argument('<file.csv>')
    .option('--department <code>', 'make them members of this department')
    .action(
      act(async (path: string, options: { department?: string }) => {
        const { registry, departments } = await context().services();
        const department = options.department ? await departments.get(options.department) : null;
        const file = await readGivenFile(path);
        return presentImport('People', await registry.importPeople(file, department?.id ?? null, await context().actor()));
      }),
    );
  people
    .command('list')
    .option('--department <code>', 'only its members')
    .action(
      act(async (options: { department?: string }) => {
        const { registry, departments } = await context().services();
        const department = options.department ? await departments.get(options.department) : null;
        const list = await registry.listPeople(department?.id ?? null);
        const rows = list.map((p) => [p.name, p.email, p.specialty, p.amionId, p.pager, p.phone, p.aliases.join('; ') || null]);
        const headers = ['Name', 'Email', 'Specialty', 'Amion id', 'Pager', 'Phone', 'Aliases'];
        return { document: { people: list }, text: textTable(headers, rows), status: 0 };
      }),
    );
}

function addHospitals(program: Command, act: Act, context: () => CliContext): void {
  const hospitals = program.command('hospitals').description('Sites whose studies are read.');
  hospitals
    .command('import')
    .description('Columns code (the word in the matrix), name, location, time_zone.')
    .argument('<file.csv>')
    .action(
      act(async (path: string) => {
        const { registry } = await context().services();
        const file = await readGivenFile(path);
        return presentImport('Hospitals', await registry.importHospitals(file, DEFAULT_ZONE, await context().actor()));
      }),
    );
  hospitals.command('list').action(
    act(async () => {
      const list = await (await context().services()).registry.listHospitals();
      const rows = list.map((h) => [h.code, h.name, h.location, h.timeZone]);
      return { document: { hospitals: list }, text: textTable(['Code', 'Name', 'Location', 'Time zone'], rows), status: 0 };
    }),
  );
}

interface SettingOptions {
  timeZone?: string;
  rollover?: string;
  holidays?: string;
  mapping?: string;
  amionBaseUrl?: string;
  amionLoginPrompt?: boolean;
}

function addDepartment(program: Command, act: Act, context: () => CliContext): void {
  const department = program.command('department').description('What a department decides for its schedule.');
  department
    .command('set')
    .argument('<code>')
    .option('--time-zone <zone>', 'IANA zone, e.g. America/New_York')
    .option('--rollover <HH:MM>', 'hours of a night before it belong to the date before (default 08:00)')
    .option('--holidays <file>', 'dates, one a line: they count as Weekend')
    .option('--mapping <file.csv>', 'columns assignment, shift_type (ignore is one)')
    .option('--amion-base-url <url>', 'where Amion is asked')
    .option('--amion-login-prompt', 'ask for the Amion login (a credential) and store it encrypted')
    .action(
      act(async (code: string, options: SettingOptions) => {
        const { departments } = await context().services();
        const { department: stored, validation } = await departments.set(
          code,
          await readChange(options, context()),
          await context().actor(),
        );
        if (stored) return presentDepartment(stored);
        const text = ['Nothing was stored, a file has errors.', ...presentMessages(validation.messages, true)].join('\n');
        return { document: { validation }, text, status: 2 };
      }),
    );
  department
    .command('show')
    .argument('<code>')
    .action(act(async (code: string) => presentDepartment(await (await context().services()).departments.get(code))));
}

async function readChange(options: SettingOptions, context: CliContext): Promise<DepartmentChange> {
  const change: DepartmentChange = {};
  if (options.timeZone) change.timeZone = options.timeZone;
  if (options.rollover) change.rolloverHour = parseTime(options.rollover);
  if (options.amionBaseUrl) change.amionBaseUrl = options.amionBaseUrl;
  if (options.amionLoginPrompt) change.amionLogin = await context.askSecret('Amion login: ');
  if (options.holidays) change.holidays = await readGivenFile(options.holidays);
  if (options.mapping) change.mapping = await readGivenFile(options.mapping);
  return change;
}

function presentDepartment(department: Department): CliAnswer {
  const { code, name, timeZone, rolloverHour, holidays, mapping, amionBaseUrl, hasAmionLogin } = department;
  const text = [
    `${code} · ${name}`,
    `  time zone      ${timeZone}`,
    `  rollover hour  ${rolloverHour}`,
    `  holidays       ${holidays.join(', ') || 'none'}`,
    `  Amion          ${amionBaseUrl ?? 'default address'}, ${hasAmionLogin ? 'login stored' : 'login from AMION_LOGIN'}`,
    `  mapping        ${mapping.length === 0 ? 'the names of the shift types themselves' : ''}`,
    ...mapping.map(({ assignment, shiftType }) => `    ${assignment} → ${shiftType ?? 'ignore'}`),
  ].join('\n');
  return { document: { department }, text, status: 0 };
}
