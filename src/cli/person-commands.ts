import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import type { Person } from '#src/domain/person.ts';
import { parseSpecialty, type Specialty } from '#src/domain/specialty.ts';
import type { Act, CliAnswer, CliContext } from './cli-context.ts';
import { examples } from './examples.ts';
import { findPerson } from './find-by-email.ts';
import { isNone, parseGiven, parseText, parseTextOrNone, requireChange } from './parse-change.ts';
import { stateOf } from './state-option.ts';
import type { TextBlock } from './text-layout.ts';

const FIELDS = {
  name: (text: string) => parseText(text, 255, 'A name'),
  email: (text: string) => parseText(text, 255, 'An email'),
  specialty: parseReads,
  aliases: parseAliases,
  amionId: (text: string) => parseTextOrNone(text, 255, 'An Amion id'),
  phone: (text: string) => parseTextOrNone(text, 50, 'A phone number'),
  pager: (text: string) => parseTextOrNone(text, 50, 'A pager number'),
};
type FieldOptions = { [K in keyof typeof FIELDS]?: string };

/** One person at a time; files of them are what `people import` takes. */
export function addPersonCommands(people: Command, act: Act, context: () => CliContext): void {
  addShow(people, act, context);
  addAdd(people, act, context);
  addSet(people, act, context);
  addDisable(people, act, context);
}

function addShow(people: Command, act: Act, context: () => CliContext): void {
  people
    .command('show')
    .description('What is known of a person.')
    .argument('<email>', 'see people list')
    .action(act(async (email: string) => presentPerson(await findPerson(context(), email))));
}

interface AddOptions extends FieldOptions {
  name: string;
  specialty: string;
  department?: string;
}

function addAdd(people: Command, act: Act, context: () => CliContext): void {
  const command = people
    .command('add')
    .description('Add somebody who can hold a shift.')
    .argument('<email>', 'their own: it tells people apart')
    .requiredOption('--name <name>', 'as the roster has it')
    .requiredOption('--specialty <specialty>', 'body, neuro or both')
    .option('--department <code>', 'make them a member of this department');
  withReach(command, '')
    .addHelpText(
      'after',
      examples(
        'people add nora@example.org --name "Abernathy, Nora" --specialty both --department NYPLH',
        'people add nora@example.org --name "Abernathy, Nora" --specialty body --aliases "N. Abernathy; Nora A."',
      ),
    )
    .action(
      act(async (email: string, options: AddOptions) => {
        const { name, specialty, ...reach } = options;
        const draft = {
          ...{ aliases: [], amionId: null, phone: null, pager: null, ...parseGiven(reach, REACH) },
          ...{ name: FIELDS.name(name), email: FIELDS.email(email), specialty: FIELDS.specialty(specialty) },
        };
        const { people: service, departments } = await context().services();
        const department =
          options.department === undefined ? null : await departments.get(options.department);
        const person = await service.create(draft, department?.id ?? null, await context().actor());
        return presentPerson(person);
      }),
    );
}

interface SetOptions extends FieldOptions {
  enable?: boolean;
}

function addSet(people: Command, act: Act, context: () => CliContext): void {
  const command = people
    .command('set')
    .description('Correct a person; what is not named stays as it is.')
    .argument('<email>', 'see people list')
    .option('--name <name>', 'as the roster has it')
    .option('--email <email>', 'another email than until now')
    .option('--specialty <specialty>', 'body, neuro or both: changes every answer at once');
  withReach(command, '; none takes it away')
    .option('--enable', 'rosters find somebody again who was disabled')
    .addHelpText(
      'after',
      examples(
        'people set nora@example.org --specialty neuro --pager 5550100',
        'people set nora@example.org --phone none --enable',
      ),
    )
    .action(
      act(async (email: string, options: SetOptions) => {
        const change = { ...parseGiven(options, FIELDS), ...(options.enable && { active: true }) };
        requireChange(change, 'people set', '--specialty both');
        const { people: service } = await context().services();
        const { id } = await findPerson(context(), email);
        return presentPerson(await service.update(id, change, await context().actor()));
      }),
    );
}

function addDisable(people: Command, act: Act, context: () => CliContext): void {
  people
    .command('disable')
    .description('Rosters do not find this person any more; schedules that are stored keep them.')
    .argument('<email>', 'see people list')
    .action(
      act(async (email: string) => {
        const { people: service } = await context().services();
        const { id } = await findPerson(context(), email);
        const person = await service.update(id, { active: false }, await context().actor());
        const says = `${person.name} is disabled: a roster with this name names somebody unknown. Back: schedcu people set ${person.email} --enable`;
        return { document: { person }, text: [says], status: 0 };
      }),
    );
}

const { aliases, amionId, phone, pager } = FIELDS;
const REACH = { aliases, amionId, phone, pager };

const withReach = (command: Command, orNone: string): Command =>
  command
    .option(
      '--aliases <names>',
      `other spellings that reports use, ; between${orNone && '; none for no other'}`,
    )
    .option('--amion-id <id>', `unique id on Amion${orNone}`)
    .option('--phone <number>', `where to call${orNone}`)
    .option('--pager <number>', `where to page${orNone}`);

/** BAD_REQUEST for what nobody reads. */
export function parseReads(text: string): Specialty {
  const specialty = parseSpecialty(text);
  if (specialty) return specialty;
  throw new CodedError('BAD_REQUEST', `"${text}" is no specialty. Write body, neuro or both.`);
}

const MOST_ALIASES = 50;

function parseAliases(text: string): string[] {
  const names = isNone(text) ? [] : text.split(';').map((name) => name.trim());
  const found = names.filter(Boolean).map((name) => parseText(name, 255, 'An alias'));
  if (found.length <= MOST_ALIASES) return found;
  throw new CodedError('BAD_REQUEST', `A person has ${MOST_ALIASES} aliases at most, not ${found.length}.`);
}

function presentPerson(person: Person): CliAnswer {
  const { name, email, specialty, amionId, phone, pager, aliases } = person;
  const text: TextBlock[] = [
    name,
    `  email      ${email}`,
    `  specialty  ${specialty}`,
    `  aliases    ${aliases.join('; ') || 'none'}`,
    `  Amion id   ${amionId ?? 'none'}`,
    `  phone      ${phone ?? 'none'}`,
    `  pager      ${pager ?? 'none'}`,
    `  state      ${stateOf(person)}`,
  ];
  return { document: { person }, text, status: 0 };
}
