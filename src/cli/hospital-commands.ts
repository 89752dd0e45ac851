import type { Command } from 'commander';
import type { Hospital } from '#src/domain/department.ts';
import type { Act, CliAnswer, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { listAll } from './list-all.ts';
import { parseGiven, parseText, parseTextOrNone, requireChange } from './parse-change.ts';
import { presentRegistryImport } from './present-registry-import.ts';
import { readGivenFile } from './read-given-file.ts';
import { textTable } from './text-layout.ts';

/** Of a hospital whose row names none. */
const DEFAULT_ZONE = 'America/New_York';

export function addHospitalCommands(program: Command, act: Act, context: () => CliContext): void {
  const hospitals = program.command('hospitals').description('Sites whose studies are read.');
  hospitals
    .command('import')
    .description('Add and update hospitals by their code.')
    .argument(
      '<file.csv>',
      `columns code (the word in the matrix), name, location, time_zone (default ${DEFAULT_ZONE})`,
    )
    .addHelpText('after', examples('hospitals import hospitals.csv'))
    .action(
      act(async (path: string) => {
        const file = await readGivenFile(path, context());
        const { registry } = await context().services();
        return presentRegistryImport(
          'Hospitals',
          await registry.importHospitals(file, DEFAULT_ZONE, await context().actor()),
        );
      }),
    );
  addList(hospitals, act, context);
  addShow(hospitals, act, context);
  addAdd(hospitals, act, context);
  addSet(hospitals, act, context);
  addDisable(hospitals, act, context);
}

function addList(hospitals: Command, act: Act, context: () => CliContext): void {
  hospitals
    .command('list')
    .description('Every hospital; each may be a department with a schedule of its own.')
    .option('--search <text>', 'a part of the code, the name or the location')
    .option('--disabled', 'those that were disabled, in place of the others')
    .action(
      act(async ({ search, disabled }: { search?: string; disabled?: boolean }) => {
        const { hospitals: service } = await context().services();
        const filter = {
          ...(search !== undefined && { search: search.trim() }),
          ...(disabled && { active: false }),
        };
        const list = await listAll((request) => service.list(filter, request));
        const rows = list.map((h) => [h.code, h.name, h.location, h.timeZone]);
        const text = [textTable(['Code', 'Name', 'Location', 'Time zone'], rows)];
        return { document: { hospitals: list, nextCursor: null }, text, status: 0 };
      }),
    );
}

function addShow(hospitals: Command, act: Act, context: () => CliContext): void {
  hospitals
    .command('show')
    .description('One hospital; as a department its settings are in department show.')
    .argument('<code>', 'see hospitals list')
    .action(
      act(async (code: string) => presentHospital(await (await context().services()).hospitals.get(code))),
    );
}

const FIELDS = {
  name: (text: string) => parseText(text, 255, 'A name'),
  location: (text: string) => parseTextOrNone(text, 255, 'A location'),
  timeZone: (text: string) => text.trim(),
};
type FieldOptions = { [K in keyof typeof FIELDS]?: string };

function addAdd(hospitals: Command, act: Act, context: () => CliContext): void {
  hospitals
    .command('add')
    .description('Add a hospital.')
    .argument('<code>', 'the word in the matrix')
    .requiredOption('--name <name>', 'as people say it')
    .option('--location <text>', 'where it is')
    .option('--time-zone <zone>', `IANA zone (default ${DEFAULT_ZONE})`)
    .addHelpText('after', examples('hospitals add Allen --name "Allen Hospital" --location "New York"'))
    .action(
      act(async (code: string, options: FieldOptions & { name: string }) => {
        const draft = {
          ...{ code: parseText(code, 50, 'A code'), location: null, timeZone: DEFAULT_ZONE },
          ...{ ...parseGiven(options, FIELDS), name: FIELDS.name(options.name) },
        };
        const { hospitals: service } = await context().services();
        return presentHospital(await service.create(draft, await context().actor()));
      }),
    );
}

function addSet(hospitals: Command, act: Act, context: () => CliContext): void {
  hospitals
    .command('set')
    .description('Correct a hospital; what is not named stays as it is, its code for good.')
    .argument('<code>', 'see hospitals list')
    .option('--name <name>', 'as people say it')
    .option('--location <text>', 'where it is; none takes it away')
    .option('--time-zone <zone>', 'IANA zone, e.g. America/New_York')
    .option('--enable', 'bring back one that was disabled, as it was')
    .addHelpText(
      'after',
      examples(
        'hospitals set Allen --name "Allen Hospital" --time-zone America/New_York',
        'hospitals set Allen --enable',
      ),
    )
    .action(
      act(async (code: string, options: FieldOptions & { enable?: boolean }) => {
        const change = { ...parseGiven(options, FIELDS), ...(options.enable && { active: true }) };
        requireChange(change, 'hospitals set', '--name "Allen Hospital"');
        const { hospitals: service } = await context().services();
        return presentHospital(await service.update(code, change, await context().actor()));
      }),
    );
}

function addDisable(hospitals: Command, act: Act, context: () => CliContext): void {
  hospitals
    .command('disable')
    .description('Take a hospital from every list; a matrix that names it is refused then.')
    .argument('<code>', 'see hospitals list')
    .action(act((code: string) => disableHospital(code, context())));
}

/** A department goes with its hospital. */
export async function disableHospital(given: string, context: CliContext): Promise<CliAnswer> {
  const { hospitals } = await context.services();
  const { code } = await hospitals.get(given);
  await hospitals.disable(code, await context.actor());
  const says = `${code} is disabled. Back: schedcu hospitals set ${code} --enable`;
  return { document: { disabled: code }, text: [says], status: 0 };
}

function presentHospital(hospital: Hospital): CliAnswer {
  const { code, name, location, timeZone } = hospital;
  const text = [
    name === code ? code : `${code} · ${name}`,
    `  location   ${location ?? 'none'}`,
    `  time zone  ${timeZone}`,
  ];
  return { document: { hospital }, text, status: 0 };
}
