import { describe, expect, it } from 'vitest';
import { readTable } from '../../sources/table/read-table.ts';
import { buildPeople, PEOPLE_COLUMNS, parseEmail } from './build-people.ts';

const build = (text: string) =>
  buildPeople(readTable('people.csv', new TextEncoder().encode(text), PEOPLE_COLUMNS));

it('one row is one person with aliases and contacts', () => {
  const { people, messages } = build(
    'name,email,specialty,aliases,amion_id,phone,pager\n"Abernathy, Nora",Nora@Example.org,Neuro,N. Abernathy; Nora A.,EPICID:Z900001,555-0150,5550100\n',
  );
  expect(messages).toEqual([]);
  expect(people).toEqual([
    {
      line: 2,
      name: 'Abernathy, Nora',
      email: 'nora@example.org',
      specialty: 'NEURO_ONLY',
      aliases: ['N. Abernathy', 'Nora A.'],
      amionId: 'EPICID:Z900001',
      phone: '555-0150',
      pager: '5550100',
    },
  ]);
});

it('a column that the file lacks says nothing; an empty cell in one that is there says "none"', () => {
  expect(build('name,email,specialty\nFair,f@example.org,both\n').people).toEqual([
    { line: 2, name: 'Fair', email: 'f@example.org', specialty: 'BOTH' },
  ]);
  expect(build('name,email,specialty,pager,aliases\nFair,f@example.org,both,,\n').people).toEqual([
    { line: 2, name: 'Fair', email: 'f@example.org', specialty: 'BOTH', pager: null, aliases: [] },
  ]);
});

it.each([
  ['amion_id', 'x'.repeat(256)],
  ['phone', '5'.repeat(51)],
  ['pager', '5'.repeat(51)],
  ['aliases', `N. Fair;${'x'.repeat(256)}`],
  ['aliases', 'x;'.repeat(51)],
])('%s that is too long is an error, never cut', (column, text) => {
  const { people, messages } = build(`name;email;specialty;${column}\nFair;f@example.org;both;"${text}"\n`);
  expect(people).toEqual([]);
  expect(messages).toMatchObject([
    { severity: 'ERROR', code: 'MISSING_VALUE', context: { line: 2, column } },
  ]);
});

describe('specialties in their spellings', () => {
  it.each([
    ['body', 'BODY_ONLY'],
    ['BODY_ONLY', 'BODY_ONLY'],
    ['Neuro only', 'NEURO_ONLY'],
    ['both', 'BOTH'],
    ['anyone', 'BOTH'],
  ])('%s', (text, specialty) => {
    expect(build(`name,email,specialty\nFair,a@b.org,${text}\n`).people[0]?.specialty).toBe(specialty);
  });
});

it('every fault of every row is told, with its line and column', () => {
  const { people, messages } = build(
    'name,email,specialty\n,nobody,chest\nFair,fair@example.org,both\nWu,,body\n',
  );
  expect(people.map(({ name }) => name)).toEqual(['Fair']);
  expect(messages.map(({ code, context }) => [code, context['line'], context['column']])).toEqual([
    ['MISSING_VALUE', 2, 'name'],
    ['INVALID_EMAIL', 2, 'email'],
    ['INVALID_SPECIALTY', 2, 'specialty'],
    ['INVALID_EMAIL', 4, 'email'],
  ]);
});

it('the first of two rows with one email counts', () => {
  const { people, messages } = build(
    'name,email,specialty\nFair,f@example.org,both\nFair Jr,F@example.org,body\n',
  );
  expect(people.map(({ name }) => name)).toEqual(['Fair']);
  expect(messages.map(({ severity, code }) => [severity, code])).toEqual([['WARNING', 'DUPLICATE_ROW']]);
});

it.each([
  ['a@b.org', 'a@b.org'],
  [' Nora.A@Example.ORG ', 'nora.a@example.org'],
  ['a@b', null],
  ['a b@c.org', null],
  ['@c.org', null],
  [`${'x'.repeat(250)}@c.org`, null],
])('parseEmail(%j) is %j', (text, expected) => {
  expect(parseEmail(text)).toBe(expected);
});
