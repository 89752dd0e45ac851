import type { Command } from 'commander';
import type { WallView } from '#src/services/wall-service.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import {
  addressOf,
  addressText,
  BASE_URL_IS,
  parseAddressId,
  parseBaseUrl,
  USE_HEADERS,
  useOf,
} from './feed-commands.ts';
import { parseCount } from './parse-argument.ts';
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

interface ListOptions {
  department?: string;
  limit: string;
  cursor?: string;
}

function addList(walls: Command, act: Act, context: () => CliContext): void {
  walls
    .command('list')
    .description(
      'Those that are not revoked, newest first. Their secrets are not kept, so they are not shown.',
    )
    .option('--department <code>', 'of one department')
    .option('--limit <n>', 'at most 200', '50')
    .option('--cursor <cursor>', 'go on where the list before ended')
    .addHelpText('after', examples('walls list', 'walls list --department NYPLH'))
    .action(
      act(async (options: ListOptions) => {
        const { walls: service, departments } = await context().services();
        const department =
          options.department === undefined ? null : await departments.get(options.department);
        const request = { limit: parseCount(options.limit), cursor: options.cursor ?? null };
        const page = await service.list(department?.id ?? null, request);
        const { nextCursor } = page;
        const list = await presentWalls(context(), page.items);
        const rows = list.map((wall) => [wall.id, wall.department, ...useOf(wall)]);
        const table = textTable(['Wall display', 'Department', ...USE_HEADERS], rows);
        const more = nextCursor === null ? [] : [`There are more: --cursor ${nextCursor}`];
        const text = rows.length > 0 ? [table, ...more] : ['There are no such wall displays.'];
        return { document: { walls: list, nextCursor }, text, status: 0 };
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
        const { walls: service, departments } = await context().services();
        const { id } = await departments.get(department);
        const made = await service.create(id, await context().actor());
        const [wall] = await presentWalls(context(), [made.wall]);
        if (!wall) throw new Error('A wall was lost on the way out');
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
        const { walls: service } = await context().services();
        const [revoked] = await presentWalls(context(), [await service.get(id)]);
        await service.revoke(id, await context().actor());
        const says = `The wall display of ${revoked?.department} is revoked.`;
        return { document: { revoked }, text: [says], status: 0 };
      }),
    );
}

/** With the emails of those who made them. */
async function presentWalls(context: CliContext, found: readonly WallView[]) {
  const { users } = await context.services();
  const emails = await users.emailsOf(found.map(({ createdBy }) => createdBy));
  return found.map(({ id, department, createdAt, createdBy, lastUsedAt }) => ({
    ...{ id, department, createdAt, createdBy, lastUsedAt },
    createdByEmail: emails.get(createdBy) ?? null,
  }));
}
