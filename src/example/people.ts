import { parseSpecialty, type Specialty } from '#src/domain/specialty.ts';

/** An invented radiologist: as the people file writes it, and as the roster does. */
export interface ExamplePerson {
  name: string;
  specialty: Specialty;
  email: string;
  aliases: string[];
  phone: string;
  pager: string;
  /** Amion's unique id, and whether the people file knows it. */
  amionId: string;
  idIsKnown: boolean;
  rosterName: string;
  /** Whether the roster shows the email (it lacks some). */
  emailOnRoster: boolean;
  /** Amion's word for the kind of staff; it decides nothing. */
  staffType: string;
  initials: string;
}

/*
 * The roster spells names its own way. `id` and `mail` say what else it shares with the people file, so that matching
 * by unique id, by email, by name and by alias (R12) each happen.
 */
const TABLE = `
name                   | specialty  | on the roster            | amion id       | id | mail | staff  | aliases          | phone    | pager
Marit Ashgrove         | BOTH       | Ashgrove, Marit          | 3101           | x  | x    | Neuro  |                  | 555-0131 | 5550131
Odelie Beranger        | BOTH       | Béranger, Odélie         | 3102           | -  | -    | Body   |                  | 555-0132 | 5550132
Idris Crowhurst        | BODY_ONLY  | Crowhurst, Idris         | 3103           | x  | x    | Body   |                  | 555-0133 | 5550133
Paloma Dunnock-Reyes   | BOTH       | Dunnock-Reyes, Paloma    | 3104           | -  | x    | Body   |                  | 555-0134 |
Torsten Ekenvik        | BOTH       | Ekenvik, Torsten         | 3105           | x  | -    | Neuro  |                  |          | 5550135
Wilhelmina Farthingale | NEURO_ONLY | Farthingale, Mina        | 3106           | -  | -    | Neuro  | Mina Farthingale | 555-0136 | 5550136
Ambrose Greavesend Jr  | BOTH       | Greavesend Jr, Ambrose   | 3107           | x  | x    | MSK*   |                  | 555-0137 | 5550137
Sunniva Hallowfield    | BODY_ONLY  | Hallowfield, Sunniva     | EPICID:X441008 | x  | x    | Chest  |                  | 555-0138 | 5550138
Petra Ivanhall         | NEURO_ONLY | Ivanhall, Petra          | 3109           | -  | x    | Neuro  |                  | 555-0139 | 5550139
Fergus O'Quillan       | BOTH       | O'Quillan, Fergus        | 3110           | -  | -    | Body   |                  | 555-0140 | 5550140
Liv Quistholm          | BOTH       | Quistholm, Liv           | 3111           | x  | x    | Neuro  |                  | 555-0141 | 5550141
Rufus Thackwell        | BOTH       | Thackwell, Rufus B       | 3112           | -  | -    | MSK*   | Rufus B Thackwell; R. Thackwell | 555-0142 | 5550142
Noor Vexley            | BOTH       | Vexley, Noor             | 3113           | x  | x    | Body   |                  | 555-0143 | 5550143
`;

/** Everybody of the example's group, by last name. */
export const EXAMPLE_PEOPLE: readonly ExamplePerson[] = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [name = '', specialty = '', rosterName = '', amionId = '', id, mail, staffType = '', ...rest] = line
      .split('|')
      .map((cell) => cell.trim());
    const [aliases = '', phone = '', pager = ''] = rest;
    return {
      name,
      specialty: parseSpecialty(specialty) ?? 'BOTH',
      email: `${name.toLowerCase().replace(/ jr$/, '').replace(/'/g, '').replace(' ', '.')}@example.org`,
      aliases: aliases.split(';').flatMap((alias) => alias.trim() || []),
      phone,
      pager,
      amionId,
      idIsKnown: id === 'x',
      rosterName,
      emailOnRoster: mail === 'x',
      staffType,
      initials: name.replace(/[^A-Z]/g, '').slice(0, 2),
    };
  });

/** The person whose name begins so; the example's own tables name people by their last name. */
export function getExamplePerson(lastName: string): ExamplePerson {
  const found = EXAMPLE_PEOPLE.find((person) => person.rosterName.startsWith(lastName));
  if (!found) throw new Error(`The example has nobody called ${lastName}.`);
  return found;
}
