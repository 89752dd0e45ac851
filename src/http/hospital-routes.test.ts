import { beforeAll, describe, expect, it } from 'vitest';
import { form, type HttpWards, json, openHttpWards } from '#test/support/http-wards.ts';
import { matrixFile, textFile } from '#test/support/small-schedule.ts';

let wards: HttpWards;
beforeAll(async () => {
  wards = await openHttpWards();
});

const add = (code: string) => wards.admin.call('POST', '/api/hospitals', { code, name: 'Some hospital' });
const detailOf = (answer: { statusCode: number }, status: number) =>
  json<{ detail: string }>(answer as Parameters<typeof json>[0], status).detail;

describe('a hospital that others read for', () => {
  it('stays as long as a version in force or STAGING names it; the departments are told', async () => {
    const { admin, services, own, other } = wards;
    const staged = await services.stage(other, { roster: null });
    await services.produce(own);
    const refused = await admin.call('DELETE', '/api/hospitals/Brook');
    expect(detailOf(refused, 409)).toContain(`${own.code} (in force), ${other.code} (STAGING)`);
    expect((await wards.brook.call('GET', `/api/who?department=${own.code}`)).statusCode).not.toBe(404);
    expect((await admin.call('DELETE', `/api/versions/${staged}`)).statusCode).toBe(204);
    expect(detailOf(await admin.call('DELETE', '/api/hospitals/Brook'), 409)).not.toContain(other.code);
  });
});

describe('a hospital that was disabled', () => {
  it('comes back as it was, by its code, as people and users do; it is audited', async () => {
    const { admin, viewer } = wards;
    const url = '/api/hospitals/Fenwick';
    const body = { code: 'Fenwick', name: 'Fenwick Infirmary', location: 'Fen', timeZone: 'Europe/London' };
    const { hospital } = json<{ hospital: { id: string } }>(
      await admin.call('POST', '/api/hospitals', body),
      201,
    );
    expect((await admin.call('DELETE', url)).statusCode).toBe(204);
    expect(detailOf(await add('FENWICK'), 409)).toContain('is disabled');
    expect((await admin.call('PATCH', url, { name: 'Another' })).statusCode).toBe(404);
    const list = async (query: string) =>
      json<{ hospitals: { code: string }[] }>(await viewer.call('GET', `/api/hospitals?${query}`)).hospitals;
    expect(await list('search=fenwick&active=false')).toEqual([hospital]);
    expect(await list('search=fenwick')).toEqual([]);
    expect(json(await admin.call('PATCH', url, { active: true, location: 'Fens' }))).toEqual({
      hospital: { ...hospital, location: 'Fens' },
    });
    expect(json(await viewer.call('GET', url))).toMatchObject({ hospital: { location: 'Fens' } });
    const audit = await admin.call('GET', `/api/audit?resource=hospital:${hospital.id}`);
    expect(json<{ entries: unknown[] }>(audit).entries).toMatchObject([
      {
        ...{ action: 'HOSPITAL_UPDATED', oldValues: { active: false, location: 'Fen' } },
        newValues: { active: true, location: 'Fens' },
      },
      { action: 'HOSPITAL_DISABLED' },
      { action: 'HOSPITAL_ADDED' },
    ]);
    expect((await admin.call('PATCH', url, { active: false })).statusCode).toBe(200);
    expect((await viewer.call('GET', url)).statusCode).toBe(404);
  });

  it('is not disabled by a change where a schedule stands', async () => {
    const ward = await wards.services.openDepartment();
    await wards.services.produce(ward);
    const refused = await wards.admin.call('PATCH', `/api/hospitals/${ward.code}`, { active: false });
    expect(refused.statusCode).toBe(409);
  });

  it('is not made a second time by a matrix that writes it otherwise', async () => {
    const { admin, services } = wards;
    await admin.call('POST', '/api/hospitals', { code: 'Oxley', name: 'Oxley House', location: 'Oxley' });
    await admin.call('DELETE', '/api/hospitals/Oxley');
    const rows = [[null, 'MidC'] as const, ['OXLEY CT Neuro', 'x'] as const].map((row) => [...row]);
    const file = matrixFile([{ name: 'Mid 6 pm - 12 am', rows }]);
    const ward = await services.openDepartment();
    const { state } = await services.importMatrix(ward, { file, createHospitals: true });
    expect(state).toBe('COMPLETE');
    const list = await admin.call('GET', '/api/hospitals?search=oxley');
    expect(json(list)).toMatchObject({
      hospitals: [{ code: 'Oxley', name: 'Oxley House', location: 'Oxley' }],
    });
  });

  it('keeps what a file that brings it back does not say', async () => {
    const { admin } = wards;
    const body = { code: 'Heath', name: 'Heath Clinic', location: 'Heath', timeZone: 'Europe/Berlin' };
    await admin.call('POST', '/api/hospitals', body);
    await admin.call('DELETE', '/api/hospitals/Heath');
    const file = textFile('h.csv', ['code', 'heath']);
    const answer = await admin.call('POST', '/api/hospitals/import', undefined, form({ file }));
    expect(json(answer)).toMatchObject({ added: 0, updated: 1 });
    expect(json(await admin.call('GET', '/api/hospitals/Heath'))).toMatchObject({ hospital: body });
  });
});

describe('the code of a hospital', () => {
  it.each(['..', '.', 'A/B', 'A\\B', 'A?', '#1', 'A\tB', 'A\u0085', '\u200b'])(
    '%j can stand in no address: refused, in JSON and in a file',
    async (code) => {
      expect(detailOf(await add(code), 400)).toContain('code');
      const file = textFile('h.csv', ['code', `"${code}"`]);
      const answer = await wards.admin.call('POST', '/api/hospitals/import', undefined, form({ file }));
      expect(answer.statusCode).toBe(422);
    },
  );

  it.each(["St. Anne's", 'A & B', 'NYP-LH', 'Zürich', '100%', '...', 'A.B'])('%j is one', async (code) => {
    const made = await add(code);
    json(made, 201);
    json(await wards.admin.call('GET', String(made.headers['location'])));
  });
});
