import { beforeAll, describe, expect, it } from 'vitest';
import { form, type HttpWards, json, openHttpWards } from '#test/support/http-wards.ts';
import { textFile } from '#test/support/small-schedule.ts';

let wards: HttpWards;
beforeAll(async () => {
  wards = await openHttpWards();
});

interface Made {
  person: { id: string; amionId: string | null };
}

let count = 0;
const draft = (over: Record<string, unknown> = {}) => {
  count += 1;
  return { name: `Runa Vesper ${count}`, email: `vesper${count}@ashby.test`, specialty: 'BOTH', ...over };
};
const add = (over: Record<string, unknown> = {}) => wards.admin.call('POST', '/api/people', draft(over));
const made = async (over: Record<string, unknown> = {}) => json<Made>(await add(over), 201).person;
const change = (id: string, body: Record<string, unknown>) =>
  wards.admin.call('PATCH', `/api/people/${id}`, body);

describe("Amion's unique id", () => {
  it('is of one person in a department: who has it already is named', async () => {
    const department = wards.own.code;
    const first = await made({ amionId: 'EPIC:1', department });
    const second = await made({ department });
    const taken = {
      ...{ code: 'CONFLICT', faults: [{ path: 'body/amionId' }] },
      detail: expect.stringContaining('Runa Vesper 1'),
    };
    expect(json(await add({ amionId: ' epic:1', department }), 409)).toMatchObject(taken);
    expect(json(await change(second.id, { amionId: 'EPIC:1' }), 409)).toMatchObject(taken);
    expect(json(await change(first.id, { amionId: 'Epic:1', pager: '7' }))).toMatchObject({
      person: { amionId: 'Epic:1', pager: '7' },
    });
  });

  it('of two at once that ask for the same one exactly one gets it', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => add({ amionId: '4711' })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
  });

  it('may be of somebody else in another department, whose schedule is another one of Amion', async () => {
    await made({ amionId: '18', department: wards.own.code });
    await made({ amionId: '18', department: wards.other.code });
    json(await add({ amionId: '18' }), 409);
  });

  it('of somebody disabled is free, until they are to come back', async () => {
    const gone = await made({ amionId: '77' });
    await wards.admin.call('DELETE', `/api/people/${gone.id}`);
    const next = await made({ amionId: '77' });
    json(await change(gone.id, { phone: '1' }));
    json(await change(gone.id, { active: true }), 409);
    json(await change(next.id, { amionId: '' }));
    expect(json(await change(gone.id, { active: true }))).toMatchObject({ person: { amionId: '77' } });
  });

  it('that is empty is none', async () => {
    expect((await made({ amionId: ' ' })).amionId).toBeNull();
    const { id } = await made({ amionId: '99', phone: '', pager: ' ' });
    expect(json(await change(id, { amionId: '' }))).toMatchObject({
      person: { amionId: null, phone: null, pager: null },
    });
  });

  it('of two in a file, or of somebody else, is an error with its line', async () => {
    await made({ amionId: '500', department: wards.own.code });
    const file = textFile('people.csv', [
      'name,email,specialty,amion_id',
      'Ada Fenn,fenn@ashby.test,both,501',
      'Ina Birch,birch@ashby.test,both,501',
      'Zed Rook,rook@ashby.test,both,500',
    ]);
    const parts = form({ file, department: wards.own.code });
    const refused = await wards.admin.call('POST', '/api/people/import', undefined, parts);
    const { validation } = json<{ validation: { messages: { code: string; context: { line: number } }[] } }>(
      refused,
      422,
    );
    expect(validation.messages.map(({ code, context }) => [code, context.line])).toEqual([
      ['AMBIGUOUS_PERSON', 3],
      ['AMBIGUOUS_PERSON', 4],
    ]);
    const { people } = json<{ people: unknown[] }>(await wards.admin.call('GET', '/api/people?search=fenn'));
    expect(people).toEqual([]);
  });
});
