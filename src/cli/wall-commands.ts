import type { Command } from 'commander';
import { presentWall, presentWalls } from '#src/services/present/present-shared-secret.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { type PageOptions, pageOf, presentPage, withPages } from './paged-list.ts';
import {
  addressOf,
  addressText,
  BASE_URL_IS,
  listOf,
  parseAddressId,
  parseBaseUrl,
  USE_HEADERS,
  useOf,
} from './secret-address.ts';
import { textTable } from './text-layout.ts';

/** Wall displays under secret addresses: made, listed and revoked. */
export function addWallCommands(program: Command, act: Act, context: () => CliContext): void {
  const walls = program
    .command('walls')
    .description('Wall displays: tonight of a department, on a screen that nobody signs in at.');
  addList(walls, act, context);
  addMake(walls, act, context);
  addRevoke(walls, act, context);
}

interface ListOptions extends PageOptions {
  department?: string;
}

function addList(walls: Command, act: Act, context: () => CliContext): void {
  withPages(listOf(walls))
    .addHelpText('after', examples('walls list', 'walls list --department NYPLH'))
    .action(
      act(async (options: ListOptions) => {
        const services = await context().services();
        const department =
          options.department === undefined ? null : await services.departments.get(options.department);
        const { items, nextCursor } = await services.walls.list(department?.id ?? null, pageOf(options));
        const list = await presentWalls(services, items);
        const rows = list.map((wall) => [wall.id, wall.department, ...useOf(wall)]);
        const headers = ['Wall display', 'Department', ...USE_HEADERS];
        const table = rows.length > 0 ? textTable(headers, rows) : null;
        return presentPage({ walls: list, nextCursor }, table, 'There are no such wall displays.');
      }),
    );
}

function addMake(walls: Command, act: Act, context: () => CliContext): void {
  walls
    .command('make')
    .description('Make a wall display; its address is printed this once.')
    .requiredOption('--department <code>', 'whose tonight it shows')
    .option('--base-url <url>', BASE_URL_IS)
    .addHelpText('after', examples('walls make --department NYPLH --base-url https://schedcu.example.org'))
    .action(
      act(async ({ department, baseUrl }: { department: string; baseUrl?: string }) => {
        const base = parseBaseUrl(baseUrl);
        const services = await context().services();
        const { id } = await services.departments.get(department);
        const made = await services.walls.create(id, await context().actor());
        const wall = await presentWall(services, made.wall);
        const address = addressOf(base, `/wall/${made.secret}`);
        const text = [
          `Made a wall display of ${wall.department}, to be opened on the screen:`,
          ...addressText(address),
          `Whoever has the address sees who reads what in ${wall.department}, until it is revoked: schedcu walls revoke ${wall.id}`,
        ];
        return { document: { wall, ...address }, text, status: 0 };
      }),
    );
}

function addRevoke(walls: Command, act: Act, context: () => CliContext): void {
  walls
    .command('revoke <id>')
    .description('The screen shows nothing from now on. This is not taken back: make a new display then.')
    .addHelpText('after', examples('walls revoke 01980000-0000-7000-8000-000000000000'))
    .action(
      act(async (text: string) => {
        const id = parseAddressId(text, 'wall');
        const services = await context().services();
        const revoked = await presentWall(services, await services.walls.get(id));
        await services.walls.revoke(id, await context().actor());
        const says = `The wall display of ${revoked.department} is revoked.`;
        return { document: { revoked }, text: [says], status: 0 };
      }),
    );
}
