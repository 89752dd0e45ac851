import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, answerOf, api, type Schemas } from '#web/client/api.ts';
import type { NearPerson } from './repairs.ts';

export type Person = Schemas['Person'];

/** Members of the department by a part of their name, email or alias. */
export const peopleQuery = (department: string, search: string) =>
  queryOptions({
    queryKey: ['people', department, 'found', search],
    queryFn: async ({ signal }) => {
      const query = { department, limit: 30, ...(search && { search }) };
      return (await answerOf(api.GET('/api/people', { params: { query }, signal }))).people;
    },
  });

/** Whose name or alias a spelling is, once somebody has seen to it. */
export const holderQuery = (department: string, name: string) =>
  queryOptions({
    ...peopleQuery(department, name),
    select: (people: Person[]) =>
      people.find((person) => person.active && (person.name === name || person.aliases.includes(name))) ??
      null,
  });

async function getPerson(department: string, { id, name, email }: NearPerson): Promise<Person> {
  if (id !== null) return (await answerOf(api.GET('/api/people/{id}', { params: { path: { id } } }))).person;
  const query = { department, search: email ?? name, limit: 30 };
  const { people } = await answerOf(api.GET('/api/people', { params: { query } }));
  const found = people.find((person) => (email === null ? person.name === name : person.email === email));
  if (found) return found;
  throw new ApiError({
    ...{ type: 'about:blank', title: 'Not found', status: 404, code: 'NOT_FOUND', requestId: '' },
    detail: `${name} is no member of ${department}, or was renamed. Search for them.`,
  });
}

async function changePerson(id: string, body: Schemas['PersonChange']): Promise<Person> {
  const call = api.PATCH('/api/people/{id}', { params: { path: { id } }, body });
  return (await answerOf(call)).person;
}

/** Adds a spelling to a person as they are now, or takes it away again. */
export function useAlias(department: string, alias: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ person, isTaken }: { person: NearPerson; isTaken: boolean }) => {
      const { id, aliases } = await getPerson(department, person);
      const others = aliases.filter((one) => one !== alias);
      return await changePerson(id, { aliases: isTaken ? others : [...others, alias] });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
}

/** Gives a person Amion's unique id, so that their name need not decide. */
export function useAmionId(department: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ person, amionId }: { person: NearPerson; amionId: string }) =>
      await changePerson((await getPerson(department, person)).id, { amionId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
}

export function useNewPerson(department: string) {
  const queryClient = useQueryClient();
  return async (draft: Omit<Schemas['NewPerson'], 'department'>): Promise<Person> => {
    const call = api.POST('/api/people', { body: { ...draft, department } });
    const { person } = await answerOf(call);
    await queryClient.invalidateQueries({ queryKey: ['people'] });
    return person;
  };
}
