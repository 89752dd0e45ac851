import type { Command } from 'commander';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { presentRegistryImport } from './present-registry-import.ts';
import { readGivenFile } from './read-given-file.ts';
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
  people
    .command('list')
    .description('Everybody who can hold a shift.')
    .option('--department <code>', 'only its members')
    .action(
      act(async (options: { department?: string }) => {
        const { registry, departments } = await context().services();
        const department =
          options.department === undefined ? null : await departments.get(options.department);
        const list = await registry.listPeople(department?.id ?? null);
        const rows = list.map((p) => [
          p.name,
          p.email,
          p.specialty,
          p.amionId,
          p.pager,
          p.phone,
          p.aliases.join('; '),
        ]);
        const headers = ['Name', 'Email', 'Specialty', 'Amion id', 'Pager', 'Phone', 'Aliases'];
        return { document: { people: list }, text: [textTable(headers, rows)], status: 0 };
      }),
    );
}
