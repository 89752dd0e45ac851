import { expect, it } from 'vitest';
import { layOut } from '#src/cli/text-layout.ts';
import { date } from '#test/support/builders.ts';
import { openExampleDatabase } from '#test/support/example-database.ts';
import { TEST_CONFIG, wire } from '#test/support/services.ts';
import { presentStanding } from './standing-summary.ts';

const database = await openExampleDatabase();
const services = wire(TEST_CONFIG, database, () => '2026-11-27T12:00:00Z');
const actor = await services.users.commandLineActor('tester');
const summary = async (): Promise<string> => layOut(await presentStanding(services, false), null);

it('says how the example stands, and asks it something', async () => {
  const text = await summary();
  expect(text).toMatch(/HARBOR: version \S+ is in force for 2026-10-01 to 2026-12-31, as it was left/);
  expect(text).toContain('Who reads CT Head at MERCY at 2026-12-13T02:30?');
  expect(text).toContain('--at 2026-12-13T02:30');
});

it('asks nothing where that night has no schedule any more, and names the dates that are left', async () => {
  const { id } = await services.versions.createVersion(
    'HARBOR',
    date('2026-12-10'),
    date('2026-12-12'),
    actor,
  );
  await services.versions.promoteToProduction(id, 'for a while', actor);
  await services.versions.archive(id, actor);
  const text = await summary();
  expect(text).toContain(
    'is in force for 2026-10-01 to 2026-12-09, 2026-12-13 to 2026-12-31, as it was left',
  );
  expect(text).not.toMatch(/Who reads|--at/);
});

it('says that no schedule is in force', async () => {
  const [version] = await services.versions.listVersions('HARBOR', 'PRODUCTION');
  if (version) await services.versions.archive(version.id, actor);
  expect(await summary()).toContain('No schedule is in force yet.');
});
