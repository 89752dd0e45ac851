import type { Command } from 'commander';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
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
  hospitals
    .command('list')
    .description('Every hospital; each may be a department with a schedule of its own.')
    .action(
      act(async () => {
        const list = await (await context().services()).registry.listHospitals();
        const rows = list.map((h) => [h.code, h.name, h.location, h.timeZone]);
        const headers = ['Code', 'Name', 'Location', 'Time zone'];
        return { document: { hospitals: list }, text: [textTable(headers, rows)], status: 0 };
      }),
    );
}
