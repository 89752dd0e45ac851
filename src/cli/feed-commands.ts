import { type Command, Option } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { parseId } from '#src/domain/ids.ts';
import type { SharedSecret } from '#src/domain/shared-secret.ts';
import type { FeedView } from '#src/services/feed-service.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { parseCount } from './parse-argument.ts';
import { type TextBlock, textTable } from './text-layout.ts';

const KINDS = { person: 'PERSON_FEED', position: 'POSITION_FEED', hospital: 'HOSPITAL_FEED' } as const;
const WORDS = { PERSON_FEED: 'person', POSITION_FEED: 'position', HOSPITAL_FEED: 'hospital' } as const;
type Kind = keyof typeof KINDS;

/** Calendar feeds under secret addresses: made, listed and revoked. */
export function addFeedCommands(program: Command, act: Act, context: () => CliContext): void {
  const feeds = program
    .command('feeds')
    .description('Calendar feeds: secret addresses that any calendar can subscribe to.');
  addList(feeds, act, context);
  addMake(feeds, act, context);
  addRevoke(feeds, act, context);
}

interface ListOptions {
  department?: string;
  limit: string;
  cursor?: string;
}

function addList(feeds: Command, act: Act, context: () => CliContext): void {
  feeds
    .command('list')
    .description(
      'Those that are not revoked, newest first. Their secrets are not kept, so they are not shown.',
    )
    .option('--department <code>', 'of one department')
    .option('--limit <n>', 'at most 200', '50')
    .option('--cursor <cursor>', 'go on where the list before ended')
    .addHelpText('after', examples('feeds list', 'feeds list --department NYPLH'))
    .action(
      act(async (options: ListOptions) => {
        const { feeds: service, departments } = await context().services();
        const department =
          options.department === undefined ? null : await departments.get(options.department);
        const request = { limit: parseCount(options.limit), cursor: options.cursor ?? null };
        const page = await service.list({ ...(department && { hospitalId: department.id }) }, request);
        const { nextCursor } = page;
        const list = await presentFeeds(context(), page.items);
        const rows = list.map((feed) => [feed.id, feed.department, feed.kind, feed.title, ...useOf(feed)]);
        const table = textTable(['Feed', 'Department', 'Kind', 'Of', ...USE_HEADERS], rows);
        const more = nextCursor === null ? [] : [`There are more: --cursor ${nextCursor}`];
        const text = rows.length > 0 ? [table, ...more] : ['There are no such feeds.'];
        return { document: { feeds: list, nextCursor }, text, status: 0 };
      }),
    );
}

interface MakeOptions {
  department: string;
  kind: Kind;
  of: string;
  baseUrl?: string;
}

function addMake(feeds: Command, act: Act, context: () => CliContext): void {
  feeds
    .command('make')
    .description('Make a feed; its address is printed this once.')
    .requiredOption('--department <code>', 'whose schedule it shows')
    .addOption(new Option('--kind <kind>', 'what it is of').choices(Object.keys(KINDS)).makeOptionMandatory())
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
        const { feeds: service, departments, users } = await context().services();
        const { id: departmentId } = await departments.get(department);
        const actor = await context().actor();
        const order = { kind: KINDS[kind], of, departmentId };
        const made = await service.create(order, await users.get(actor.userId), actor);
        const [feed] = await presentFeeds(context(), [made.feed]);
        if (!feed) throw new Error('A feed was lost on the way out');
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
        const { feeds: service } = await context().services();
        const [revoked] = await presentFeeds(context(), [await service.get(id)]);
        await service.revoke(id, await context().actor());
        return { document: { revoked }, text: [`The feed of ${revoked?.title} is revoked.`], status: 0 };
      }),
    );
}

/** With the emails of those who made them. */
async function presentFeeds(context: CliContext, found: readonly FeedView[]) {
  const { users } = await context.services();
  const emails = await users.emailsOf(found.map(({ createdBy }) => createdBy));
  return found.map(({ id, kind, title, department, createdAt, createdBy, lastUsedAt }) => ({
    ...{ id, kind: WORDS[kind], title, department, createdAt, createdBy, lastUsedAt },
    createdByEmail: emails.get(createdBy) ?? null,
  }));
}

export const USE_HEADERS = ['Made (UTC)', 'By', 'Last used'];

/** What a list says of every secret address: since when, by whom, and whether anybody asks for it. */
export function useOf({
  createdAt,
  createdByEmail,
  createdBy,
  lastUsedAt,
}: Pick<SharedSecret, 'createdAt' | 'createdBy' | 'lastUsedAt'> & {
  createdByEmail: string | null;
}): string[] {
  const minute = (at: string): string => at.slice(0, 16).replace('T', ' ');
  return [minute(createdAt), createdByEmail ?? createdBy, lastUsedAt ? minute(lastUsedAt) : 'never'];
}

export const BASE_URL_IS =
  'where the server is reached, e.g. https://schedcu.example.org (default: only the path is printed)';

/** Without a slash at its end; null where none is given. Asked for before anything is made: a secret is not shown twice. */
export function parseBaseUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && !/[?#@]/.test(text))
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  throw new CodedError(
    'BAD_REQUEST',
    `"${text}" is no address of a server. Write it as https://schedcu.example.org, without "@", "?" or "#".`,
  );
}

/** A secret address; `url` null where nobody said how the server is reached. */
interface SecretAddress {
  path: string;
  url: string | null;
}

export const addressOf = (base: string | null, path: string): SecretAddress => ({
  ...{ path, url: base === null ? null : `${base}${path}` },
});

export const addressText = ({ path, url }: SecretAddress): TextBlock[] => [
  `  ${url ?? path}`,
  ...(url ? [] : ['Put the address of the server before it, like https://schedcu.example.org.']),
  'It is shown this once.',
];

export function parseAddressId(text: string, what: 'feed' | 'wall'): string {
  const id = parseId(text);
  if (id) return id;
  throw new CodedError('BAD_REQUEST', `"${text}" is no ${what} id. See schedcu ${what}s list.`);
}
