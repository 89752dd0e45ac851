import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { personMatcher } from './match-person.ts';

const person = (id: string, name: string, rest: Partial<Person> = {}): Person => ({
  ...{ id: id as PersonId, name, email: `${id}@example.org`, specialty: 'BOTH', active: true, aliases: [] },
  ...{ amionId: null, phone: null, pager: null, ...rest },
});

const PEOPLE = [
  person('tamsin', 'Tamsin O’Hollis', { amionId: '18' }),
  person('mei', 'Mei Castellanos-Wu', { aliases: ['Wu, Mei', 'Castellanos'] }),
  person('paul', 'Paul Grantham'),
  person('paulina', 'Paulina Grantham', { aliases: ['P Grantham'] }),
  person('pia', 'Pia Grantham', { aliases: ['P Grantham'] }),
  person('otis', 'Otis Dunmore', { amionId: '6' }),
  person('gone', 'Vera Gone', { active: false, amionId: '99' }),
];

const match = (
  name: string,
  staffId: string | null = null,
  email: string | null = null,
  members: string[] = [],
) => {
  const found = personMatcher(PEOPLE, new Set(members as PersonId[])).match({ name, staffId, email });
  if (found.kind === 'found') return found.person.id;
  return found.kind === 'ambiguous' ? found.people.map(({ id }) => id) : 'unknown';
};

describe('whom a row of the roster names', () => {
  it.each<[string, Parameters<typeof match>, string | string[]]>([
    ['Amion’s id before everything', ['Dunmore, Otis', '18', 'paul@example.org'], 'tamsin'],
    ['the email before the name', ['Dunmore, Otis', null, ' Paul@Example.org '], 'paul'],
    ['the name, turned', ["O'HOLLIS, TAMSIN MD"], 'tamsin'],
    ['an alias', ['Mei Wu'], 'mei'],
    ['an id that nobody has: by name', ['Paul Grantham', '77'], 'paul'],
    ['an email that nobody has: by name', ['Paul Grantham', null, 'p.g@example.org'], 'paul'],
    ['an empty id and email', ['Paul Grantham', '', ''], 'paul'],
    ['nobody of that name', ['Paul Grant'], 'unknown'],
    ['two of that name are not guessed', ['P. Grantham'], ['paulina', 'pia']],
    ['who has left is unknown', ['Gone, Vera', '99'], 'unknown'],
    ['a text without letters', ['***'], 'unknown'],
    ['an id counts within the department only', ['Nobody', '6', null, ['paul']], 'unknown'],
    ['an id of a member', ['Nobody', '6', null, ['otis']], 'otis'],
    ['names count for everybody', ['Otis Dunmore', null, null, ['paul']], 'otis'],
  ])('%s', (_, row, expected) => {
    expect(match(...row)).toEqual(expected);
  });

  it('two people with one id are not guessed', () => {
    const twins = [person('a', 'Ana Lund', { amionId: '5' }), person('b', 'Bea Lund', { amionId: '5' })];
    expect(personMatcher(twins, new Set()).match({ name: 'Ana Lund', staffId: '5', email: null }).kind).toBe(
      'ambiguous',
    );
  });
});

describe('the nearest known names', () => {
  const namesOf = (people: readonly Person[]): string[] => people.map(({ name }) => name);

  it.each([
    ['a slip of the pen', 'Otis Dunmoore', ['Otis Dunmore']],
    [
      'the same last name, nearest first',
      'Paula Grantham',
      ['Paul Grantham', 'Paulina Grantham', 'Pia Grantham'],
    ],
    ['an alias is shown by its name', 'Castelanos', ['Mei Castellanos-Wu']],
    ['nothing near', 'Xyz Quork', []],
    ['nobody who has left', 'Vera Gones', []],
  ])('%s', (_, name, expected) => {
    expect(namesOf(personMatcher(PEOPLE, new Set()).nearest(name))).toEqual(expected);
  });

  it('of equally near ones by name', () => {
    const alike = [person('b', 'Bea Lundqvist'), person('a', 'Ana Lundqvist')];
    expect(namesOf(personMatcher(alike, new Set()).nearest('Eva Lundqvist'))).toEqual([
      'Ana Lundqvist',
      'Bea Lundqvist',
    ]);
  });
});
