import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpWards, json, openHttpWards } from '#test/support/http-wards.ts';

let wards: HttpWards;
beforeAll(async () => {
  wards = await openHttpWards();
});

describe('making a hospital a department', () => {
  it('happens once, of however many at the same time', async () => {
    const answers = await Promise.all(
      ['Brook', 'BROOK', 'Brook'].map((code) => wards.admin.call('POST', '/api/departments', { code })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    const audit = await wards.admin.call('GET', '/api/audit?action=DEPARTMENT_SET&department=Brook');
    expect(json<{ entries: unknown[] }>(audit).entries).toHaveLength(1);
  });

  it('is refused where it has a schedule already', async () => {
    await wards.services.stage(wards.own, { roster: null });
    const answer = await wards.admin.call('POST', '/api/departments', { code: wards.own.code.toLowerCase() });
    expect(json(answer, 409)).toMatchObject({ code: 'CONFLICT', faults: [{ path: 'body/code' }] });
  });
});

describe('the shift mapping', () => {
  const map = (...mapping: { assignment: string; shiftType: string | null }[]) =>
    wards.scheduler.call('PATCH', `/api/departments/${wards.own.code}`, { mapping });

  it.each([
    ['in other letters', 'call one'],
    ['with other spaces', 'Call  One'],
    ['without spaces', 'CALLONE'],
  ])('names an assignment once: the same %s for another shift type is refused', async (_, again) => {
    const refused = await map(
      { assignment: 'Call One', shiftType: 'ON1' },
      { assignment: again, shiftType: 'ON2' },
    );
    expect(json(refused, 400)).toMatchObject({
      ...{ code: 'BAD_REQUEST', faults: [{ path: 'body/mapping' }] },
      detail: expect.stringMatching(/"Call One".*ON1.*ON2/),
    });
    expect(
      (await map({ assignment: 'A', shiftType: null }, { assignment: 'a', shiftType: 'ON1' })).statusCode,
    ).toBe(400);
  });

  it('is stored once where the same is said twice', async () => {
    const stored = await map(
      { assignment: 'Call One', shiftType: 'ON1' },
      { assignment: 'call one', shiftType: 'ON1' },
    );
    expect(json(stored)).toMatchObject({
      department: { mapping: [{ assignment: 'Call One', shiftType: 'ON1' }] },
    });
  });
});
