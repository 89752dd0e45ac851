import { type Command, Option } from 'commander';
import { ROLES, type Role, type User } from '#src/domain/user.ts';
import type { AuditedChange } from '#src/services/audit-service.ts';
import type { CliContext } from './cli-context.ts';
import { parseCount } from './parse-argument.ts';
import type { Act } from './program.ts';
import { textTable } from './text-table.ts';

interface AddOptions {
  role: Role;
  department?: string;
  password?: boolean;
}

export function addUserCommands(program: Command, act: Act, context: () => CliContext): void {
  const users = program.command('users').description('Who may sign in.');
  users
    .command('add')
    .argument('<email>')
    .addOption(new Option('--role <role>').choices([...ROLES]).default('USER'))
    .option('--department <code>', 'own department or hospital; every role but ADMIN has one')
    .option('--no-password', 'no password: signs in otherwise')
    .action(
      act(async (email: string, options: AddOptions) => {
        const password = options.password === false ? null : await context().askSecret('Password (15 characters at least): ');
        const { users: service } = await context().services();
        const order = { email, role: options.role, department: options.department ?? null, password };
        const user = await service.add(order, await context().actor());
        return { document: { user }, text: `Added ${user.email} as ${user.role}.`, status: 0 };
      }),
    );
  users.command('list').action(
    act(async () => {
      const list = await (await context().services()).users.list();
      const rows = list.map((user: User) => [user.email, user.role, user.active ? 'active' : 'disabled', user.lastLoginAt]);
      return { document: { users: list }, text: textTable(['Email', 'Role', 'State', 'Last sign-in'], rows), status: 0 };
    }),
  );
  users
    .command('disable')
    .argument('<email>')
    .action(
      act(async (email: string) => {
        const user = await (await context().services()).users.disable(email, await context().actor());
        return { document: { user }, text: `${user.email} may not sign in any more.`, status: 0 };
      }),
    );
  addAudit(program, act, context);
}

interface AuditOptions {
  action?: string;
  resource?: string;
  since?: string;
  limit: string;
}

function addAudit(program: Command, act: Act, context: () => CliContext): void {
  program
    .command('audit')
    .description('Who changed what and when, newest first.')
    .option('--action <action>', 'e.g. VERSION_PROMOTED')
    .option('--resource <resource>', 'e.g. schedule_version:<id>')
    .option('--since <instant>')
    .option('--limit <n>', 'at most 200', '50')
    .action(
      act(async ({ action, resource, since, limit }: AuditOptions) => {
        const { audit } = await context().services();
        const filter = { ...(action && { action }), ...(resource && { resource }), ...(since && { since }) };
        const page = await audit.list(filter, { limit: parseCount(limit) });
        const rows = page.items.map((e: AuditedChange) => [e.at.slice(0, 19), e.userEmail ?? e.userId, e.action, e.resource, short(e.newValues)]);
        const table = textTable(['When (UTC)', 'Who', 'What', 'Where', 'To'], rows);
        return { document: { entries: page.items, nextCursor: page.nextCursor }, text: table, status: 0 };
      }),
    );
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
