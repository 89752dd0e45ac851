import { describe, expect, it } from 'vitest';
import type { HospitalId, PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { amionIdHolders } from './amion-id-holders.ts';
import { findTakenAmionIds, planPeople } from './plan-people.ts';

const known = (name: string, over: Partial<Person> = {}): Person => ({
  ...{ id: name as PersonId, name, email: `${name}@ashby.test`, specialty: 'BOTH', active: true },
  ...{ aliases: [`The ${name}`], amionId: null, phone: '555', pager: null, ...over },
});
const draft = (line: number, name: string, amionId?: string) => ({
  ...{ line, name, email: `${name}@ashby.test`, specialty: 'BODY_ONLY' as const },
  ...(amionId !== undefined && { amionId }),
});
const newId = () => 'new' as PersonId;

it('what a file says replaces what was known, the rest stays; who is disabled is active again', () => {
  const before = known('hollis', { amionId: '18', active: false, email: 'Hollis@ashby.test' });
  expect(planPeople([{ ...draft(2, 'hollis'), phone: null }, draft(3, 'wu')], [before], newId)).toEqual([
    { line: 2, known: before, person: { ...before, specialty: 'BODY_ONLY', phone: null, active: true } },
    {
      ...{ line: 3, known: null },
      person: { ...known('wu', { aliases: [], phone: null, specialty: 'BODY_ONLY' }), id: 'new' },
    },
  ]);
});

describe('an Amion id', () => {
  const taken = (
    drafts: ReturnType<typeof draft>[],
    people: Person[],
    departments: Record<string, string[]> = {},
  ) => {
    const sets = new Map(Object.entries(departments).map(([id, of]) => [id, new Set(of as HospitalId[])]));
    const planned = planPeople(drafts, people, () => `new ${drafts.length}` as PersonId);
    const holders = amionIdHolders((id) => sets.get(id));
    return findTakenAmionIds('p.csv', planned, people, holders).map(({ context }) => context['line']);
  };

  it.each<[string, Person[], Record<string, string[]>, number[]]>([
    ['of nobody', [known('wu')], {}, []],
    ['of themselves', [known('hollis', { amionId: '18' })], {}, []],
    ['of somebody of no department', [known('wu', { amionId: ' 18' })], { hollis: ['Ashby'] }, [2]],
    ['of somebody of the same one', [known('wu', { amionId: '18' })], { wu: ['A'], hollis: ['A', 'B'] }, [2]],
    ['of somebody of another one', [known('wu', { amionId: '18' })], { wu: ['A'], hollis: ['B'] }, []],
    ['of somebody disabled', [known('wu', { amionId: '18', active: false })], {}, []],
  ])('%s', (_, people, departments, lines) => {
    const self = people.some(({ name }) => name === 'hollis') ? [] : [known('hollis')];
    expect(taken([draft(2, 'hollis', '18')], [...people, ...self], departments)).toEqual(lines);
  });

  it('of two rows is told at the later one; two people may exchange theirs', () => {
    const people = [known('hollis', { amionId: '18' }), known('wu', { amionId: '19' })];
    expect(taken([draft(2, 'hollis', 'x1'), draft(3, 'wu', 'X1')], people)).toEqual([3]);
    expect(taken([draft(2, 'hollis', '19'), draft(3, 'wu', '18')], people)).toEqual([]);
  });
});
