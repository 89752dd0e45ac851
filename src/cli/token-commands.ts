import { type Command, Option } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { parseId } from '#src/domain/ids.ts';
import { SCOPES, type Scope } from '#src/domain/permission.ts';
import type { TokenService } from '#src/services/token-service.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { findUser } from './find-by-email.ts';
import { type PageOptions, pageOf, presentPage, withPages } from './paged-list.ts';
import { parseCount } from './parse-argument.ts';
import { textTable } from './text-layout.ts';

/** Bearer tokens of users, for programs: made, listed and revoked. */
export function addTokenCommands(program: Command, act: Act, context: () => CliContext): void {
  const tokens = program.command('tokens').description('Bearer tokens, by which programs ask as a user.');
  addList(tokens, act, context);
  addMake(tokens, act, context);
  addRevoke(tokens, act, context);
}

interface ListOptions extends PageOptions {
  user: string;
}

function addList(tokens: Command, act: Act, context: () => CliContext): void {
  const command = tokens
    .command('list')
    .description(
      'Those that are not revoked, newest first. Their secrets are not kept, so they are not shown.',
    )
    .requiredOption('--user <email>', 'whose they are');
  withPages(command)
    .addHelpText('after', examples('tokens list --user chief@example.org'))
    .action(
      act(async ({ user, ...page }: ListOptions) => {
        const { tokens: service } = await context().services();
        const { items, nextCursor } = await service.list(await findUser(context(), user), pageOf(page));
        const headers = ['Token', 'Name', 'Scopes', 'Expires (UTC)', 'Last used'];
        const table = items.length > 0 ? textTable(headers, items.map(toRow)) : null;
        return presentPage({ tokens: items, nextCursor }, table, `${user} has no tokens.`);
      }),
    );
}

interface MakeOptions {
  user: string;
  name: string;
  scope: Scope[];
  days: string;
}

function addMake(tokens: Command, act: Act, context: () => CliContext): void {
  tokens
    .command('make')
    .description('Make a token; its secret is printed this once.')
    .requiredOption('--user <email>', 'as whom the program asks')
    .requiredOption('--name <name>', 'the program that will use it')
    .addOption(
      new Option('--scope <scope...>', 'what it may be used for, within the role of the user')
        .choices([...SCOPES])
        .makeOptionMandatory(),
    )
    .option('--days <n>', 'until it expires, at most 366', '90')
    .addHelpText('after', examples('tokens make --user desk@example.org --name "night screen" --scope ask'))
    .action(
      act(async ({ user, name, scope, days }: MakeOptions) => {
        const { tokens: service } = await context().services();
        const order = { name: name.trim(), scopes: scope, days: parseCount(days) };
        const owner = await findUser(context(), user);
        const { token, secret } = await service.createFor(owner, order, await context().actor());
        const text = [
          `Made the token "${token.name}" of ${owner.email}. Programs send it as "Authorization: Bearer …":`,
          `  ${secret}`,
          `It is shown this once, and expires ${minuteOf(token.expiresAt)} (UTC).`,
        ];
        return { document: { token, secret }, text, status: 0 };
      }),
    );
}

function addRevoke(tokens: Command, act: Act, context: () => CliContext): void {
  tokens
    .command('revoke <id>')
    .description('It opens nothing any more. This is not taken back: make a new token then.')
    .requiredOption('--user <email>', 'whose it is')
    .addHelpText(
      'after',
      examples('tokens revoke 01980000-0000-7000-8000-000000000000 --user desk@example.org'),
    )
    .action(
      act(async (text: string, { user }: { user: string }) => {
        const id = parseId(text);
        if (!id) throw new CodedError('BAD_REQUEST', `"${text}" is no token id. See schedcu tokens list.`);
        const { tokens: service } = await context().services();
        const owner = await findUser(context(), user);
        await service.revokeOf(owner, id, await context().actor());
        return { document: { revoked: { id } }, text: [`The token ${id} is revoked.`], status: 0 };
      }),
    );
}

const minuteOf = (at: string): string => at.slice(0, 16).replace('T', ' ');

type Token = Awaited<ReturnType<TokenService['list']>>['items'][number];

const toRow = ({ id, name, scopes, expiresAt, lastUsedAt }: Token): string[] => [
  ...[id, name, scopes.join(' '), minuteOf(expiresAt), lastUsedAt ? minuteOf(lastUsedAt) : 'never'],
];
