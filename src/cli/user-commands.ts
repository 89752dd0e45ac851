import { type Command, Option } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { ROLES, type Role } from '#src/domain/user.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { textTable } from './text-layout.ts';

interface AddOptions {
  role: Role;
  department?: string;
  password?: boolean;
}

export function addUserCommands(program: Command, act: Act, context: () => CliContext): void {
  const users = program.command('users').description('Who may sign in.');
  users
    .command('add')
    .description('Add somebody; the password is asked for, or read from standard input.')
    .argument('<email>', 'the person with the same email is the same human being')
    .addOption(new Option('--role <role>', 'what they may do').choices([...ROLES]).default('USER'))
    .option('--department <code>', 'own department or hospital; every role but ADMIN has one')
    .option('--no-password', 'no password: signs in otherwise')
    .addHelpText(
      'after',
      examples(
        'users add chief@example.org --role SCHEDULER --department NYPLH',
        'users add root@example.org --role ADMIN < password.txt',
      ),
    )
    .action(
      act(async (email: string, options: AddOptions) => {
        if (options.role !== 'ADMIN' && options.department === undefined) {
          throw new CodedError(
            'BAD_REQUEST',
            `A ${options.role} belongs to a department. Name it: --department CODE.`,
          );
        }
        const password =
          options.password === false
            ? null
            : await context().askSecret('Password (15 characters at least): ');
        const { users: service } = await context().services();
        const order = { email, role: options.role, department: options.department ?? null, password };
        const user = await service.add(order, await context().actor());
        return { document: { user }, text: [`Added ${user.email} as ${user.role}.`], status: 0 };
      }),
    );
  users
    .command('list')
    .description('Everybody who may sign in, and those who may not any more.')
    .action(
      act(async () => {
        const list = await (await context().services()).users.list();
        const rows = list.map((user) => [
          user.email,
          user.role,
          user.active ? 'active' : 'disabled',
          user.lastLoginAt?.slice(0, 16) ?? null,
        ]);
        return {
          document: { users: list },
          text: [textTable(['Email', 'Role', 'State', 'Last sign-in'], rows)],
          status: 0,
        };
      }),
    );
  users
    .command('disable')
    .description('Somebody may not sign in any more.')
    .argument('<email>', 'see users list')
    .action(
      act(async (email: string) => {
        const { users: service } = await context().services();
        const user = await service.disable(email, await context().actor());
        return { document: { user }, text: [`${user.email} may not sign in any more.`], status: 0 };
      }),
    );
}
