import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '#test/support/http.ts';
import { form, type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';
import { HOSPITALS, PEOPLE, textFile } from '#test/support/small-schedule.ts';

let wards: HttpWards;
beforeAll(async () => {
  wards = await openHttpWards();
});

const post = (browser: Browser, url: string, parts: Parameters<typeof form>[0]) =>
  browser.call('POST', url, undefined, form(parts));

/** A file with an error is answered by a problem document with everything found in it. */
function expectRefusedFile(answer: LightMyRequestResponse, code: string): void {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(json(answer, 422)).toMatchObject({
    ...{ type: 'about:blank', status: 422, code: 'BAD_REQUEST', requestId: expect.any(String) },
    detail: 'The file has an error; nothing of it was stored. Mend it and send it again.',
    validation: { canImport: false, messages: [{ severity: 'ERROR', code, text: expect.any(String) }] },
  });
}

interface PersonDocument {
  id: string;
  email: string;
  specialty: string;
  active: boolean;
}

const PERSON = { name: 'Runa Vesper', email: 'Vesper@ashby.test', specialty: 'BOTH' };

describe('people', () => {
  it('are added, corrected and disabled, with everything audited', async () => {
    const { scheduler, admin } = wards;
    const made = await scheduler.call('POST', '/api/people', { ...PERSON, aliases: ['R. Vesper'] });
    const { person } = json<{ person: PersonDocument }>(made, 201);
    expect(person).toMatchObject({ email: 'vesper@ashby.test', active: true });
    expect(json(await scheduler.call('POST', '/api/people', PERSON), 409)).toMatchObject({
      faults: [{ path: 'body/email' }],
    });
    const taken = await scheduler.call('PATCH', `/api/people/${person.id}`, { email: 'hollis@ashby.test' });
    expect(json(taken, 409)).toMatchObject({ faults: [{ path: 'body/email' }] });
    const url = `/api/people/${person.id}`;
    const corrected = await scheduler.call('PATCH', url, { specialty: 'BODY_ONLY' });
    expect(json(corrected)).toEqual({ person: { ...person, specialty: 'BODY_ONLY' } });
    expect((await scheduler.call('DELETE', url)).statusCode).toBe(204);
    expect(json(await scheduler.call('GET', url))).toMatchObject({ person: { active: false } });
    const audit = await admin.call('GET', `/api/audit?resource=person:${person.id}`);
    expect(json<{ entries: { action: string }[] }>(audit).entries.map(({ action }) => action)).toEqual([
      ...['PERSON_UPDATED', 'PERSON_UPDATED', 'PERSON_ADDED'],
    ]);
  });

  it('are listed by page and part of a name, the members of the own department only', async () => {
    const { viewer, admin, other, stranger, own } = wards;
    const list = (browser: Browser, query: string) => browser.call('GET', `/api/people?${query}`);
    type People = { people: PersonDocument[]; nextCursor: string | null };
    const first = json<People>(await list(viewer, 'limit=4&active=true'));
    const rest = json<People>(await list(viewer, `limit=4&active=true&cursor=${first.nextCursor}`));
    expect([...first.people, ...rest.people]).toHaveLength(6);
    expect(json<People>(await list(viewer, 'search=holl')).people.map(({ email }) => email)).toEqual([
      'hollis@ashby.test',
    ]);
    const single = {
      name: 'Only Theirs',
      email: 'theirs@other.test',
      specialty: 'BOTH',
      department: other.code,
    };
    const { person } = json<{ person: PersonDocument }>(await admin.call('POST', '/api/people', single), 201);
    expect(await statuses({ viewer, stranger, admin }, 'GET', `/api/people/${person.id}`)).toEqual({
      ...{ viewer: 404, stranger: 200, admin: 200 },
    });
    expect((await wards.scheduler.call('PATCH', `/api/people/${person.id}`, { pager: '1' })).statusCode).toBe(
      404,
    );
    expect((await list(stranger, `department=${own.code}`)).statusCode).toBe(404);
    expect((await list(wards.user, '')).statusCode).toBe(403);
  });

  it('come from a file, all or nothing', async () => {
    const good = await post(wards.scheduler, '/api/people/import', { file: PEOPLE });
    expect(json(good)).toMatchObject({ added: 0, updated: 0, unchanged: 6, validation: { canImport: true } });
    const bad = textFile('people.csv', ['name,email,specialty', 'Nobody,none,both']);
    const refused = await post(wards.scheduler, '/api/people/import', { file: bad });
    expectRefusedFile(refused, 'INVALID_EMAIL');
    const elsewhere = { department: wards.other.code, file: PEOPLE };
    expect((await post(wards.scheduler, '/api/people/import', elsewhere)).statusCode).toBe(404);
    expect((await post(wards.viewer, '/api/people/import', { file: PEOPLE })).statusCode).toBe(403);
  });

  it.each([
    ['an email that is none', { email: 'vesper' }],
    ['an unknown specialty', { specialty: 'ALL' }],
    ['no name', { name: ' ' }],
    ['an unknown key', { nickname: 'V' }],
  ])('refuses %s', async (_, over) => {
    json(await wards.scheduler.call('POST', '/api/people', { ...PERSON, ...over }), 400);
  });
});

describe('hospitals', () => {
  it('are added, corrected and disabled by an administrator', async () => {
    const { admin, viewer, scheduler } = wards;
    const hospital = { code: 'Fenwick', name: 'Fenwick Infirmary', timeZone: 'Europe/London' };
    const made = await admin.call('POST', '/api/hospitals', hospital);
    expect(json(made, 201)).toMatchObject({ hospital: { ...hospital, location: null } });
    expect((await admin.call('POST', '/api/hospitals', { ...hospital, code: 'FENWICK' })).statusCode).toBe(
      409,
    );
    const corrected = await admin.call('PATCH', '/api/hospitals/Fenwick', { location: 'Fenwick' });
    expect(json(corrected)).toMatchObject({ hospital: { ...hospital, location: 'Fenwick' } });
    expect(json(await viewer.call('GET', '/api/hospitals?search=fenw'))).toMatchObject({
      hospitals: [{ code: 'Fenwick' }],
    });
    expect(await statuses({ scheduler, viewer }, 'DELETE', '/api/hospitals/Fenwick')).toEqual({
      scheduler: 403,
      viewer: 403,
    });
    expect((await admin.call('DELETE', '/api/hospitals/Fenwick')).statusCode).toBe(204);
    expect((await viewer.call('GET', '/api/hospitals/Fenwick')).statusCode).toBe(404);
    expect(
      (await admin.call('POST', '/api/hospitals', { ...hospital, timeZone: 'Mars/Olympus' })).statusCode,
    ).toBe(400);
  });

  it('stay while they own a schedule in force', async () => {
    await wards.services.produce(wards.other);
    for (const kind of ['hospitals', 'departments']) {
      const answer = await wards.admin.call('DELETE', `/api/${kind}/${wards.other.code}`);
      expect(json(answer, 409)).toMatchObject({ code: 'CONFLICT' });
    }
  });

  it('come from a file', async () => {
    const answer = await post(wards.admin, '/api/hospitals/import', { file: HOSPITALS });
    expect(json(answer)).toMatchObject({ unchanged: 2 });
    expect((await post(wards.scheduler, '/api/hospitals/import', { file: HOSPITALS })).statusCode).toBe(403);
    const bad = textFile('hospitals.csv', ['name', 'Nowhere']);
    expectRefusedFile(await post(wards.admin, '/api/hospitals/import', { file: bad }), 'MISSING_COLUMN');
  });
});

describe('departments', () => {
  const SECRET = 'the credential of the ward';

  it('take settings and show them, but never the Amion login', async () => {
    const { scheduler, own, admin, viewer } = wards;
    const url = `/api/departments/${own.code}`;
    const settings = {
      ...{ rolloverHour: '07:30', holidays: ['2026-12-25'], amionPullMinutes: 15 },
      mapping: [
        { assignment: 'Call One', shiftType: 'ON1' },
        { assignment: 'Lunch', shiftType: null },
      ],
    };
    const changed = await scheduler.call('PATCH', url, { ...settings, amionLogin: SECRET });
    expect(json(changed)).toMatchObject({ department: { ...settings, code: own.code, hasAmionLogin: true } });
    const shown = await viewer.call('GET', url);
    const audit = await admin.call('GET', '/api/audit?action=DEPARTMENT_SET');
    for (const { body } of [changed, shown, audit]) expect(body).not.toContain(SECRET);
    expect(json(await viewer.call('GET', '/api/departments'))).toMatchObject({
      departments: [{ code: own.code }],
    });
    const removed = await scheduler.call('PATCH', url, { amionLogin: null });
    expect(json(removed)).toMatchObject({ department: { ...settings, hasAmionLogin: false } });
  });

  it('take holidays and the mapping from files', async () => {
    const url = `/api/departments/${wards.own.code}/files`;
    const mapping = textFile('mapping.csv', ['assignment,shift_type', 'Call Two,ON2']);
    const holidays = textFile('holidays.txt', ['2026-07-03']);
    expect(json(await post(wards.scheduler, url, { mapping, holidays }))).toMatchObject({
      department: { mapping: [{ assignment: 'Call Two', shiftType: 'ON2' }], holidays: ['2026-07-03'] },
    });
    const bad = textFile('mapping.csv', ['assignment,shift_type', 'Call Two,ON7']);
    expectRefusedFile(await post(wards.scheduler, url, { mapping: bad }), 'UNKNOWN_SHIFT_TYPE');
  });

  it('are made of hospitals by an administrator', async () => {
    const body = { code: 'Ashby', timeZone: 'America/Chicago' };
    expect((await wards.scheduler.call('POST', '/api/departments', body)).statusCode).toBe(403);
    expect(json(await wards.admin.call('POST', '/api/departments', body), 201)).toMatchObject({
      department: body,
    });
    expect((await wards.admin.call('POST', '/api/departments', body)).statusCode).toBe(409);
    expect((await wards.admin.call('POST', '/api/departments', { code: 'Nowhere' })).statusCode).toBe(404);
  });

  it('are disabled with their hospital', async () => {
    const { code } = await wards.services.openDepartment();
    const url = `/api/departments/${code}`;
    expect((await wards.admin.call('DELETE', url)).statusCode).toBe(204);
    for (const gone of [url, `/api/hospitals/${code}`])
      expect((await wards.admin.call('GET', gone)).statusCode).toBe(404);
    expect((await wards.admin.call('DELETE', url)).statusCode).toBe(404);
  });

  it('are the own one only', async () => {
    const { viewer, user, stranger } = wards;
    const url = `/api/departments/${wards.own.code}`;
    expect(await statuses({ viewer, user, stranger }, 'GET', url)).toEqual({
      viewer: 200,
      user: 403,
      stranger: 404,
    });
    expect(await statuses({ viewer, user, stranger }, 'PATCH', url, {})).toEqual({
      viewer: 403,
      user: 403,
      stranger: 404,
    });
    expect((await wards.scheduler.call('PATCH', url, { timeZone: 'Mars/Olympus' })).statusCode).toBe(400);
  });
});
