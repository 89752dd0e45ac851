import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';
import { everyPage, runSql } from '#test/support/open-test-database.ts';
import { INSTANCES_A_DATE, MARKS, WEEK } from '#test/support/small-schedule.ts';

let wards: HttpWards;
let staged: string;
const everyone = () => {
  const { admin, scheduler, viewer, user, stranger } = wards;
  return { admin, scheduler, viewer, user, stranger };
};

beforeAll(async () => {
  wards = await openHttpWards();
  staged = await wards.services.stage(wards.own);
});

describe('versions', () => {
  it('are made empty, listed by page and filter, and removed while STAGING', async () => {
    const { scheduler, own } = wards;
    const made = await scheduler.call('POST', '/api/versions', {
      ...{ department: own.code, from: '2027-01-01', to: '2027-01-31' },
    });
    const { version } = json<{ version: { id: string; status: string } }>(made, 201);
    expect(made.headers['location']).toBe(`/api/versions/${version.id}`);
    expect(version).toMatchObject({
      status: 'STAGING',
      department: own.code,
      from: '2027-01-01',
      to: '2027-01-31',
    });

    type Versions = { versions: { id: string }[]; nextCursor: string | null };
    const pages = await everyPage(async (cursor) => {
      const url = `/api/versions?hospital=${own.code}&status=STAGING&limit=1${cursor ? `&cursor=${cursor}` : ''}`;
      const { versions, nextCursor } = json<Versions>(await scheduler.call('GET', url));
      return { items: versions, nextCursor };
    });
    const ids = pages.flat().map(({ id }) => id);
    expect(ids).toEqual([version.id, staged]);
    const archived = await scheduler.call('GET', '/api/versions?status=ARCHIVED');
    expect(json(archived)).toEqual({ versions: [], nextCursor: null });

    expect((await scheduler.call('DELETE', `/api/versions/${version.id}`)).statusCode).toBe(204);
    expect((await scheduler.call('GET', `/api/versions/${version.id}`)).statusCode).toBe(404);
  });

  it('show what stands for and against them, under a tag that changes with it', async () => {
    const { viewer, services } = wards;
    const first = await viewer.call('GET', `/api/versions/${staged}`);
    expect(json(first)).toMatchObject({
      version: { id: staged, status: 'STAGING', ...WEEK },
      inForce: [],
      coverage: { shiftInstances: 7 * INSTANCES_A_DATE, gaps: 0, percentage: 100 },
      validation: { canPromote: true },
    });
    const etag = String(first.headers['etag']);
    const headers = { 'if-none-match': `W/${etag}` };
    const again = await viewer.call('GET', `/api/versions/${staged}`, undefined, { headers });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await runSql(
      services.database.db,
      `update persons set specialty = 'NEURO_ONLY' where email = 'hollis@ashby.test'`,
    );
    const later = await viewer.call('GET', `/api/versions/${staged}`, undefined, { headers });
    await runSql(
      services.database.db,
      `update persons set specialty = 'BOTH' where email = 'hollis@ashby.test'`,
    );
    expect(later.headers['etag']).not.toBe(etag);
    expect(json(later)).toMatchObject({ validation: { canPromote: false } });
  });

  it('list their shifts with people, their rules, and their history', async () => {
    const { viewer, scheduler } = wards;
    type Shifts = {
      shifts: { date: string; shiftType: string; assigned: unknown[] }[];
      nextCursor: string | null;
    };
    const url = `/api/versions/${staged}/shifts?from=2026-04-07&to=2026-04-07&shiftType=ON1`;
    const { shifts } = json<Shifts>(await viewer.call('GET', url));
    expect(shifts.map(({ date, shiftType, assigned }) => ({ date, shiftType, assigned }))).toEqual(
      Array.from({ length: 2 }, () => ({
        ...{ date: '2026-04-07', shiftType: 'ON1' },
        assigned: [{ name: 'Nora Grantham', email: 'grantham@ashby.test', source: 'AMION' }],
      })),
    );
    const one = json<Shifts>(await viewer.call('GET', `${url}&limit=1`));
    expect(one.shifts).toHaveLength(1);
    const rest = json<Shifts>(await viewer.call('GET', `${url}&limit=1&cursor=${one.nextCursor}`));
    expect(rest).toMatchObject({ shifts: [shifts[1]], nextCursor: null });

    type Rules = { rules: { label: string; cell: string }[]; nextCursor: string | null };
    const rules = json<Rules>(await viewer.call('GET', `/api/versions/${staged}/rules?limit=200`));
    expect(rules.rules).toHaveLength(MARKS);
    const half = json<Rules>(await viewer.call('GET', `/api/versions/${staged}/rules?limit=5`));
    const other = json<Rules>(
      await viewer.call('GET', `/api/versions/${staged}/rules?limit=5&cursor=${half.nextCursor}`),
    );
    expect([...half.rules, ...other.rules]).toEqual(rules.rules);

    const copy = json<{ version: { id: string } }>(
      await scheduler.call('POST', `/api/versions/${staged}/copy`),
      201,
    );
    const history = await viewer.call('GET', `/api/versions/${copy.version.id}/history`);
    expect(json(history)).toMatchObject({
      entries: [{ action: 'VERSION_COPIED', userEmail: 'chief@ashby.test' }],
    });
    const diff = await viewer.call('GET', `/api/versions/${copy.version.id}/diff?against=${staged}`);
    expect(json(diff)).toMatchObject({
      before: staged,
      after: copy.version.id,
      shifts: [],
      assignments: [],
      coverage: [],
    });
  });

  it('are refused with everything that stands against them, promoted once, and archived', async () => {
    const { scheduler, services, own } = wards;
    const id = await services.stage(own, { from: '2026-05-04', to: '2026-05-10', roster: null });
    const refused = await scheduler.call('POST', `/api/versions/${id}/promote`);
    expect(json(refused, 409)).toMatchObject({ code: 'REFUSED', validation: { canPromote: false } });
    await services.warnings.accept(id, 'all', 'known', services.actor);
    const body = { overrideReason: 'nobody is rostered yet' };
    const answers = await Promise.all(
      [1, 2].map(() => scheduler.call('POST', `/api/versions/${id}/promote`, body)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const archived = await scheduler.call('POST', `/api/versions/${id}/archive`);
    expect(json(archived)).toMatchObject({
      version: { status: 'ARCHIVED' },
      withoutSchedule: [{ from: '2026-05-04', to: '2026-05-10' }],
    });
    expect((await scheduler.call('DELETE', `/api/versions/${id}`)).statusCode).toBe(409);
  });

  it.each([
    ['GET', ''],
    ['GET', '/shifts'],
    ['GET', '/rules'],
    ['GET', '/history'],
    ['GET', '/coverage'],
  ])('%s …%s is for whoever reads the department', async (method, path) => {
    expect(await statuses(everyone(), method, `/api/versions/${staged}${path}`)).toEqual({
      ...{ admin: 200, scheduler: 200, viewer: 200, user: 403, stranger: 404 },
    });
  });

  it.each([
    ['POST', '/promote'],
    ['POST', '/archive'],
    ['POST', '/copy'],
    ['POST', '/coverage'],
    ['DELETE', ''],
  ])('%s …%s is for schedulers of the department', async (method, path) => {
    const { viewer, user, stranger } = wards;
    expect(await statuses({ viewer, user, stranger }, method, `/api/versions/${staged}${path}`)).toEqual({
      ...{ viewer: 403, user: 403, stranger: 404 },
    });
  });

  it('does not list or make them for another department', async () => {
    const { stranger, own } = wards;
    expect(json(await stranger.call('GET', '/api/versions'))).toEqual({ versions: [], nextCursor: null });
    expect((await stranger.call('GET', `/api/versions?hospital=${own.code}`)).statusCode).toBe(404);
    const body = { department: own.code, from: '2027-01-01', to: '2027-01-31' };
    expect((await stranger.call('POST', '/api/versions', body)).statusCode).toBe(404);
  });

  it.each([
    ['a date that is none', { from: '2027-02-30', to: '2027-03-01' }],
    ['an end before the start', { from: '2027-03-02', to: '2027-03-01' }],
    ['no dates', {}],
  ])('refuses %s', async (_, dates) => {
    const answer = await wards.scheduler.call('POST', '/api/versions', {
      department: wards.own.code,
      ...dates,
    });
    expect(json(answer, 400)).toMatchObject({ code: 'BAD_REQUEST' });
  });
});
