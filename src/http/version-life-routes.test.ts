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

const promote = (id: string, headers: Record<string, string> = {}) =>
  wards.scheduler.call('POST', `/api/versions/${id}/promote`, { overrideReason: 'agreed' }, { headers });

describe('promotion over HTTP', () => {
  it('is of what was seen: a version that has changed since is not promoted', async () => {
    const { scheduler, own } = wards;
    const id = await stageHoles('2026-05-18', '2026-05-24');
    const tagNow = async (): Promise<string> =>
      String((await scheduler.call('GET', `/api/versions/${id}`)).headers['etag']);
    const seen = await tagNow();
    const change = {
      ...{ kind: 'assign', date: '2026-05-19', shiftType: 'ON1', version: id },
      ...{ person: 'hollis@ashby.test', reason: 'he offered' },
    };
    json(await scheduler.call('POST', `/api/departments/${own.code}/changes`, change));

    const refused = json(await promote(id, { 'if-match': seen }), 412);
    expect(refused).toMatchObject({ code: 'OUTDATED', title: 'Precondition Failed' });
    expect(json(await scheduler.call('GET', `/api/versions/${id}`))).toMatchObject({
      version: { status: 'STAGING' },
    });
    expect(json(await promote(id, { 'if-match': `W/${await tagNow()}` }))).toMatchObject({
      version: { status: 'PRODUCTION' },
    });
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
