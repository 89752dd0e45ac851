import type { Command } from 'commander';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { listAll } from './list-all.ts';
import { addPersonCommands, parseReads } from './person-commands.ts';
import { presentRegistryImport } from './present-registry-import.ts';
import { readGivenFile } from './read-given-file.ts';
import { activeFilter, type State, stateOf, stateOption } from './state-option.ts';
import { textTable } from './text-layout.ts';

export function addPeopleCommands(program: Command, act: Act, context: () => CliContext): void {
  const people = program
    .command('people')
    .description('Radiologists: who may read what, and how to reach them.');
  people
    .command('import')
    .description('Add and update people by their email.')
    .argument(
      '<file.csv>',
      'columns name, email, specialty (body, neuro, both), aliases (; between), amion_id, phone, pager',
    )
    .option('--department <code>', 'make them members of this department')
    .addHelpText('after', examples('people import people.csv --department NYPLH'))
    .action(
      act(async (path: string, options: { department?: string }) => {
        const file = await readGivenFile(path, context());
        const { registry, departments } = await context().services();
        const department =
          options.department === undefined ? null : await departments.get(options.department);
        return presentRegistryImport(
          'People',
          await registry.importPeople(file, department?.id ?? null, await context().actor()),
        );
      }),
    );
  addList(people, act, context);
  addPersonCommands(people, act, context);
}

interface ListOptions {
  department?: string;
  specialty?: string;
  state?: State;
  search?: string;
}

function addList(people: Command, act: Act, context: () => CliContext): void {
  people
    .command('list')
    .description('Everybody who can hold a shift, and those who are disabled.')
    .option('--department <code>', 'only its members')
    .option('--specialty <specialty>', 'only body, neuro or both')
    .addOption(stateOption())
    .option('--search <text>', 'a part of the name, the email or an alias')
    .addHelpText('after', examples('people list --department NYPLH', 'people list --search abern'))
    .action(
      act(async ({ department: code, specialty, state, search }: ListOptions) => {
        const { people: service, departments } = await context().services();
        const department = code === undefined ? null : await departments.get(code);
        const filter = {
          ...(department && { departmentId: department.id }),
          ...(specialty !== undefined && { specialty: parseReads(specialty) }),
          ...(search !== undefined && { search: search.trim() }),
          ...activeFilter(state),
        };
        const list = await listAll((request) => service.list(filter, request));
        const rows = list.map((p) => [
          ...[p.name, p.email, p.specialty, p.amionId, p.pager, p.phone],
          ...[p.aliases.join('; '), stateOf(p)],
        ]);
        const headers = ['Name', 'Email', 'Specialty', 'Amion id', 'Pager', 'Phone', 'Aliases', 'State'];
        const text = [textTable(headers, rows)];
        return { document: { people: list, nextCursor: null }, text, status: 0 };
      }),
    );
}
