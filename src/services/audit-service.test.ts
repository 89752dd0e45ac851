import { describe, expect, it } from 'vitest';
import { openTestServices } from '#test/support/services.ts';

const test = await openTestServices();
const ward = await test.openDepartment();
const other = await test.users.commandLineActor('another');
const { versionId } = await test.importMatrix(ward);
if (versionId) await test.importRoster(ward, versionId);

describe('the audit trail', () => {
  it('is newest first, and names who by email', async () => {
    const { items, nextCursor } = await test.audit.list({}, { limit: 2 });
    expect(items.map(({ action }) => action)).toEqual(['BATCH_IMPORTED', 'BATCH_IMPORTED']);
    expect(items[0]).toMatchObject({
      userEmail: 'tester@command-line.invalid',
      ipAddress: null,
      hospitalId: ward.id,
    });
    const next = await test.audit.list({}, { limit: 2, cursor: nextCursor });
    expect(next.items[0]?.action).toBe('VERSION_CREATED');
  });

  it('can be narrowed by whom, what, where and when', async () => {
    await test.departments.set(
      ward.code,
      { timeZone: 'America/Chicago' },
      { ...other, ipAddress: '192.0.2.7' },
    );
    const actions = async (filter: Parameters<typeof test.audit.list>[0]) =>
      (await test.audit.list(filter, {})).items.map(({ action }) => action);
    expect(await actions({ user: 'another@command-line.invalid' })).toEqual(['DEPARTMENT_SET']);
    expect(await actions({ action: 'DEPARTMENT_SET' })).toEqual(['DEPARTMENT_SET']);
    expect(await actions({ resource: `department:${ward.id}`, department: ward.code })).toContain(
      'DEPARTMENT_SET',
    );
    expect(await actions({ since: '2000-01-01T00:00:00Z', before: '2001-01-01T00:00:00Z' })).toEqual([]);
    expect((await test.audit.list({ user: 'another@command-line.invalid' }, {})).items).toMatchObject([
      { ipAddress: '192.0.2.7' },
    ]);
    expect(await actions({ since: '2000-01-01' })).not.toEqual([]);
    expect([
      await actions({ user: 'nobody@nowhere.test' }),
      await actions({ department: 'Nowhere' }),
    ]).toEqual([[], []]);
  });

  it.each([{ since: 'yesterday' }, { before: '2026-13-01T00:00:00Z' }, { since: '' }])(
    'since or before what is no instant is BAD_REQUEST: %o',
    async (filter) => {
      await expect(test.audit.list(filter, {})).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    },
  );

  it('asks three queries (entries, users, hospitals), however many rows there are', async () => {
    const { audit, queries } = test.counted();
    await audit.list({}, { limit: 200 });
    expect(queries.count()).toBe(3);
  });
});
