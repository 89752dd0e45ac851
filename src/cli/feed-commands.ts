import { type Command, Option } from 'commander';
import {
  FEED_WORDS,
  type FeedWord,
  presentFeed,
  presentFeeds,
} from '#src/services/present/present-shared-secret.ts';
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

/** Calendar feeds under secret addresses: made, listed and revoked. */
export function addFeedCommands(program: Command, act: Act, context: () => CliContext): void {
  const feeds = program
    .command('feeds')
    .description('Calendar feeds: secret addresses that any calendar can subscribe to.');
  addList(feeds, act, context);
  addMake(feeds, act, context);
  addRevoke(feeds, act, context);
}

interface ListOptions extends PageOptions {
  department?: string;
}

function addList(feeds: Command, act: Act, context: () => CliContext): void {
  withPages(listOf(feeds))
    .addHelpText('after', examples('feeds list', 'feeds list --department NYPLH'))
    .action(
      act(async (options: ListOptions) => {
        const services = await context().services();
        const department =
          options.department === undefined ? null : await services.departments.get(options.department);
        const filter = { ...(department && { hospitalId: department.id }) };
        const { items, nextCursor } = await services.feeds.list(filter, pageOf(options));
        const list = await presentFeeds(services, items);
        const rows = list.map((feed) => [feed.id, feed.department, feed.kind, feed.title, ...useOf(feed)]);
        const headers = ['Feed', 'Department', 'Kind', 'Of', ...USE_HEADERS];
        const table = rows.length > 0 ? textTable(headers, rows) : null;
        return presentPage({ feeds: list, nextCursor }, table, 'There are no such feeds.');
      }),
    );
}

interface MakeOptions {
  department: string;
  kind: FeedWord;
  of: string;
  baseUrl?: string;
}

function addMake(feeds: Command, act: Act, context: () => CliContext): void {
  feeds
    .command('make')
    .description('Make a feed; its address is printed this once.')
    .requiredOption('--department <code>', 'whose schedule it shows')
    .addOption(
      new Option('--kind <kind>', 'what it is of').choices(Object.keys(FEED_WORDS)).makeOptionMandatory(),
    )
    .requiredOption(
      '--of <which>',
      'email of a member, position (ON1, "ON Body"), or code of a hospital; by the kind',
    )
    .option('--base-url <url>', BASE_URL_IS)
    .addHelpText(
      'after',
      examples(
        'feeds make --department NYPLH --kind position --of ON1 --base-url https://schedcu.example.org',
        'feeds make --department NYPLH --kind person --of chief@example.org --json',
      ),
    )
    .action(
      act(async ({ department, kind, of, baseUrl }: MakeOptions) => {
        const base = parseBaseUrl(baseUrl);
        const services = await context().services();
        const { id: departmentId } = await services.departments.get(department);
        const actor = await context().actor();
        const order = { kind: FEED_WORDS[kind], of, departmentId };
        const made = await services.feeds.create(order, await services.users.get(actor.userId), actor);
        const feed = await presentFeed(services, made.feed);
        const address = addressOf(base, `/feeds/${made.secret}.ics`);
        const text = [
          `Made the feed of ${feed.title} (${feed.kind}) in ${feed.department}, to be added to a calendar as a subscription:`,
          ...addressText(address),
          `Whoever has the address sees these duties, until it is revoked: schedcu feeds revoke ${feed.id}`,
        ];
        return { document: { feed, ...address }, text, status: 0 };
      }),
    );
}

function addRevoke(feeds: Command, act: Act, context: () => CliContext): void {
  feeds
    .command('revoke <id>')
    .description('Its address answers no more. This is not taken back: make a new feed then.')
    .addHelpText('after', examples('feeds revoke 01980000-0000-7000-8000-000000000000'))
    .action(
      act(async (text: string) => {
        const id = parseAddressId(text, 'feed');
        const services = await context().services();
        const revoked = await presentFeed(services, await services.feeds.get(id));
        await services.feeds.revoke(id, await context().actor());
        return { document: { revoked }, text: [`The feed of ${revoked.title} is revoked.`], status: 0 };
      }),
    );
}
