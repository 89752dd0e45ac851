import { type Command, Option } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { ROLES, type Role } from '#src/domain/user.ts';
import type { Act, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { findUser } from './find-by-email.ts';
import { listAll } from './list-all.ts';
import { isNone, requireChange } from './parse-change.ts';
import { presentUser, presentUsers, signInOf } from './present-user.ts';
import { activeFilter, type State, stateOf, stateOption } from './state-option.ts';
import { textTable } from './text-layout.ts';

export function addUserCommands(program: Command, act: Act, context: () => CliContext): void {
  const users = program.command('users').description('Who may sign in.');
  addAdd(users, act, context);
  addList(users, act, context);
  addShow(users, act, context);
  addSet(users, act, context);
  addPassword(users, act, context);
  addDisable(users, act, context);
}

interface AddOptions {
  role: Role;
  department?: string;
  password?: boolean;
}

function addAdd(users: Command, act: Act, context: () => CliContext): void {
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
        const password = options.password === false ? null : await askPassword(context());
        const { users: service } = await context().services();
        const order = { email, role: options.role, department: options.department ?? null, password };
        const user = await service.add(order, await context().actor());
        return await presentUser(context(), user, `Added ${user.email} as ${user.role}.`);
      }),
    );
}

interface ListOptions {
  department?: string;
  role?: Role;
  state?: State;
  search?: string;
}

function addList(users: Command, act: Act, context: () => CliContext): void {
  users
    .command('list')
    .description('Everybody who may sign in, and those who may not any more.')
    .option('--department <code>', 'only those of this department or hospital')
    .addOption(new Option('--role <role>', 'only those with this role').choices([...ROLES]))
    .addOption(stateOption())
    .option('--search <text>', 'a part of the email')
    .addHelpText('after', examples('users list', 'users list --department NYPLH --state active'))
    .action(
      act(async ({ department: code, role, state, search }: ListOptions) => {
        const { users: service, departments } = await context().services();
        const department = code === undefined ? null : await departments.get(code);
        const filter = {
          ...(department && { hospitalId: department.id }),
          ...(role && { role }),
          ...(search !== undefined && { search: search.trim() }),
          ...activeFilter(state),
        };
        const found = await listAll((request) => service.page(filter, request));
        const list = await presentUsers(context(), found);
        const rows = list.map((user) => [
          ...[user.email, user.role, user.department, stateOf(user), signInOf(user)],
        ]);
        const text = [textTable(['Email', 'Role', 'Department', 'State', 'Last sign-in (UTC)'], rows)];
        return { document: { users: list, nextCursor: null }, text, status: 0 };
      }),
    );
}

function addShow(users: Command, act: Act, context: () => CliContext): void {
  users
    .command('show')
    .description('What is known of a user.')
    .argument('<email>', 'see users list')
    .action(act(async (email: string) => presentUser(context(), await findUser(context(), email))));
}

interface SetOptions {
  role?: Role;
  department?: string;
  enable?: boolean;
}

function addSet(users: Command, act: Act, context: () => CliContext): void {
  users
    .command('set')
    .description('Change what somebody may do, and where; what is not named stays as it is.')
    .argument('<email>', 'see users list')
    .addOption(new Option('--role <role>', 'what they may do').choices([...ROLES]))
    .option('--department <code>', 'own department or hospital; none for an ADMIN of all')
    .option('--enable', 'somebody who was disabled may sign in again')
    .addHelpText(
      'after',
      examples(
        'users set chief@example.org --role VIEWER',
        'users set chief@example.org --role ADMIN --department none',
        'users set chief@example.org --enable',
      ),
    )
    .action(
      act(async (email: string, { role, department, enable }: SetOptions) => {
        const order = {
          ...(role && { role }),
          ...(department !== undefined && { department: isNone(department) ? null : department }),
          ...(enable && { active: true }),
        };
        requireChange(order, 'users set', '--role VIEWER');
        const { users: service } = await context().services();
        const { id } = await findUser(context(), email);
        return await presentUser(context(), await service.update(id, order, await context().actor()));
      }),
    );
}

function addPassword(users: Command, act: Act, context: () => CliContext): void {
  users
    .command('password')
    .description('Set a password, asked for or read from standard input; the user is signed out everywhere.')
    .argument('<email>', 'see users list')
    .addHelpText(
      'after',
      examples('users password chief@example.org', 'users password chief@example.org < password.txt'),
    )
    .action(
      act(async (email: string) => {
        const password = await askPassword(context());
        const { users: service } = await context().services();
        const user = await findUser(context(), email);
        await service.setPassword(user.id, password, await context().actor());
        const says = `The password of ${user.email} is set, and the user is signed out everywhere.`;
        return await presentUser(context(), user, says);
      }),
    );
}

const askPassword = (context: CliContext): Promise<string> =>
  context.askSecret('Password (15 characters at least): ');

function addDisable(users: Command, act: Act, context: () => CliContext): void {
  users
    .command('disable')
    .description('Somebody may not sign in any more.')
    .argument('<email>', 'see users list')
    .action(
      act(async (email: string) => {
        const { users: service } = await context().services();
        const user = await service.disable(email, await context().actor());
        return await presentUser(context(), user, `${user.email} may not sign in any more.`);
      }),
    );
}
