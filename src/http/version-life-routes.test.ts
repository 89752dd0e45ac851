import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';

let wards: HttpWards;
const periodsPath = (): string => `/api/departments/${wards.own.code}/production-periods`;

beforeAll(async () => {
  wards = await openHttpWards();
});

/** A version of nothing but holes, with its warnings accepted. */
async function stageHoles(from: string, to: string): Promise<string> {
  const id = await wards.services.stage(wards.own, { from, to, roster: null });
  await wards.services.warnings.accept(id, 'all', 'known', wards.services.actor);
  return id;
}

/** The version shows something else from then on. */
async function assign(version: string, date: string, person = 'hollis@ashby.test'): Promise<void> {
  const change = {
    ...{ kind: 'assign', date, shiftType: 'ON1', version },
    ...{ person, reason: 'offered' },
  };
  json(await wards.scheduler.call('POST', `/api/departments/${wards.own.code}/changes`, change));
}

const tagOf = async (id: string): Promise<string> =>
  String((await wards.scheduler.call('GET', `/api/versions/${id}`)).headers['etag']);

const promote = (id: string, headers: Record<string, string> = {}) =>
  wards.scheduler.call('POST', `/api/versions/${id}/promote`, { overrideReason: 'agreed' }, { headers });

describe('promotion over HTTP', () => {
  it('is of what was seen: a version that has changed since is not promoted', async () => {
    const { scheduler } = wards;
    const id = await stageHoles('2026-05-18', '2026-05-24');
    const seen = await tagOf(id);
    await assign(id, '2026-05-19');

    const refused = json(await promote(id, { 'if-match': seen }), 412);
    expect(refused).toMatchObject({ code: 'OUTDATED', title: 'Precondition Failed' });
    expect(json(await scheduler.call('GET', `/api/versions/${id}`))).toMatchObject({
      version: { status: 'STAGING' },
    });
    const before = await tagOf(id);
    await assign(id, '2026-05-19', 'dunmore@ashby.test');
    const again = await promote(id, { 'if-match': before });
    expect([again.statusCode, again.json()], 'one reader for another who reads the same').toMatchObject([
      412,
      {},
    ]);
    expect(json(await promote(id, { 'if-match': `W/${await tagOf(id)}` }))).toMatchObject({
      version: { status: 'PRODUCTION' },
    });
  });
});

describe.each([
  ['archiving', 'POST', '/archive', 200, 'ARCHIVED'],
  ['removing', 'DELETE', '', 204, null],
] as const)('%s over HTTP', (_, method, action, done, status) => {
  it('is of what was seen', async () => {
    const { scheduler } = wards;
    const id = await wards.services.stage(wards.own, { from: '2026-09-07', to: '2026-09-13', roster: null });
    const act = (seen: string) =>
      scheduler.call(method, `/api/versions/${id}${action}`, undefined, { headers: { 'if-match': seen } });
    const seen = await tagOf(id);
    await assign(id, '2026-09-08');

    expect(json(await act(seen), 412)).toMatchObject({ code: 'OUTDATED' });
    expect(json(await scheduler.call('GET', `/api/versions/${id}`))).toMatchObject({
      version: { status: 'STAGING' },
    });
    expect((await act(await tagOf(id))).statusCode).toBe(done);
    const after = await scheduler.call('GET', `/api/versions/${id}`);
    if (status) expect(json(after)).toMatchObject({ version: { status } });
    else expect(after.statusCode).toBe(404);
  });
});

describe('production periods', () => {
  it('say which version is in force when, by date, also after one is trimmed', async () => {
    const { viewer } = wards;
    const june = await stageHoles('2026-06-01', '2026-06-28');
    const week = await stageHoles('2026-06-08', '2026-06-14');
    for (const id of [june, week]) json(await promote(id));
    const { periods } = json<{ periods: { from: string }[] }>(await viewer.call('GET', periodsPath()));
    expect(periods.filter(({ from }) => from >= '2026-06-01')).toEqual([
      { version: june, from: '2026-06-01', to: '2026-06-07' },
      { version: week, from: '2026-06-08', to: '2026-06-14' },
      { version: june, from: '2026-06-15', to: '2026-06-28' },
    ]);
  });

  it('are for whoever reads the department', async () => {
    const { admin, scheduler, viewer, user, stranger } = wards;
    expect(await statuses({ admin, scheduler, viewer, user, stranger }, 'GET', periodsPath())).toEqual({
      ...{ admin: 200, scheduler: 200, viewer: 200, user: 403, stranger: 404 },
    });
  });
});

describe('the history of a version', () => {
  it('tells of the imports into it too, refused ones included', async () => {
    const { services, own, viewer } = wards;
    const { versionId } = await services.importMatrix(own);
    if (!versionId) throw new Error('The matrix was refused');
    const noReport = { name: 'roster.txt', bytes: new TextEncoder().encode('no report at all') };
    await services.importRoster(own, versionId, { roster: [noReport] });
    type History = { entries: { action: string; resource: string; userEmail: string }[] };
    const { entries } = json<History>(await viewer.call('GET', `/api/versions/${versionId}/history`));
    expect(entries.map(({ action }) => action)).toEqual([
      'BATCH_REFUSED',
      'BATCH_IMPORTED',
      'VERSION_CREATED',
    ]);
    expect(new Set(entries.map(({ userEmail }) => userEmail)).size).toBe(1);
  });
});
