import { describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { versionCan } from '#src/domain/schedule-version.ts';
import { newId } from '#src/outside/new-id.ts';
import { openTestServices } from '#test/support/services.ts';

const test = await openTestServices();
const { versions, actor } = test;
const date = (text: string): LocalDate => text as LocalDate;
const created = async (from: string, to: string, department?: string): Promise<VersionId> => {
  const code = department ?? (await test.openDepartment()).code;
  return (await versions.createVersion(code, date(from), date(to), actor)).id;
};

describe('a new version', () => {
  it('is STAGING, for its department and dates', async () => {
    const { code, id } = await test.openDepartment();
    const version = await versions.createVersion(
      code.toLowerCase(),
      date('2026-04-01'),
      date('2026-04-30'),
      actor,
    );
    expect(version).toMatchObject({
      hospitalId: id,
      department: code,
      status: 'STAGING',
      from: '2026-04-01',
      to: '2026-04-30',
    });
    expect(await versions.getVersion(version.id)).toEqual(version);
  });

  it.each([
    ['ends before it begins', 'Ashby', '2026-04-30', '2026-04-01', 'BAD_REQUEST'],
    ['begins before all schedules', 'Ashby', '1899-12-31', '1900-01-31', 'BAD_REQUEST'],
    ['ends after all schedules', 'Ashby', '2999-12-31', '3000-01-01', 'BAD_REQUEST'],
    ['is for more than two years', 'Ashby', '2027-01-01', '2029-01-02', 'BAD_REQUEST'],
    ['is for an unknown department', 'Nowhere', '2026-04-01', '2026-04-30', 'BAD_REQUEST'],
  ])('is refused where it %s', async (_, code, from, to, error) => {
    await expect(versions.createVersion(code, date(from), date(to), actor)).rejects.toMatchObject({
      code: error,
    });
  });

  it('is listed newest first, by department and status', async () => {
    const { code } = await test.openDepartment();
    const [one, two] = [
      await created('2026-04-01', '2026-04-30', code),
      await created('2026-05-01', '2026-05-31', code),
    ];
    await versions.archive(one, actor);
    expect((await versions.listVersions(code, null)).map(({ id }) => id)).toEqual([two, one]);
    expect((await versions.listVersions(code, 'STAGING')).map(({ id }) => id)).toEqual([two]);
    expect((await versions.listVersions(null, 'ARCHIVED')).map(({ id }) => id)).toContain(one);
    await expect(versions.listVersions('Nowhere', null)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('that nobody made is NOT_FOUND, whatever is asked of it', async () => {
    const id = newId<VersionId>();
    const { getVersion, viewVersion, copy, archive, remove } = versions;
    for (const ask of [getVersion, viewVersion, copy, archive, remove, () => test.promote(id)]) {
      await expect(ask(id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('what may be done in which state', () => {
  const STATES = {
    STAGING: (code: string) => created('2026-04-06', '2026-04-12', code),
    PRODUCTION: async (code: string) => {
      const id = await created('2026-04-06', '2026-04-12', code);
      await test.promote(id);
      return id;
    },
    ARCHIVED: async (code: string) => {
      const id = await created('2026-04-06', '2026-04-12', code);
      await versions.archive(id, actor);
      return id;
    },
  };
  const ACTIONS = {
    promote: (id: VersionId) => test.promote(id),
    archive: (id: VersionId) => versions.archive(id, actor),
    copy: (id: VersionId) => versions.copy(id, actor),
    delete: (id: VersionId) => versions.remove(id, actor),
    import: async (id: VersionId) =>
      test.importMatrix(await test.departments.get((await versions.getVersion(id)).department), {
        versionId: id,
      }),
  };
  const cases = Object.keys(STATES).flatMap((status) =>
    Object.keys(ACTIONS).map((action) => [action, status] as [keyof typeof ACTIONS, keyof typeof STATES]),
  );

  it.each(cases)('%s of a version that is %s', async (action, status) => {
    const { code } = await test.openDepartment();
    const id = await STATES[status](code);
    const call = ACTIONS[action](id);
    if (versionCan(action, status)) await expect(call).resolves.not.toThrow();
    else
      await expect(call).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining(status),
      });
    const after = await versions.getVersion(id).catch(() => null);
    const expected = {
      promote: 'PRODUCTION',
      archive: 'ARCHIVED',
      delete: undefined,
      copy: status,
      import: status,
    }[action];
    expect(after?.status).toBe(versionCan(action, status) ? expected : status);
  });

  it('only a STAGING version can be deleted, and then nobody finds it', async () => {
    const { code } = await test.openDepartment();
    const id = await created('2026-04-06', '2026-04-12', code);
    await versions.remove(id, actor);
    await expect(versions.getVersion(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await versions.listVersions(code, null)).toEqual([]);
  });
});

describe('archiving', () => {
  it('takes a version out of force and says which dates are then without a schedule, neighbours as one span', async () => {
    const { code, id: departmentId } = await test.openDepartment();
    const earlier = await created('2026-04-01', '2026-04-30', code);
    await test.promote(earlier);
    await test.promote(await created('2026-04-10', '2026-04-12', code));
    const { version, uncovered } = await versions.archive(earlier, actor);
    expect(version.status).toBe('ARCHIVED');
    expect(uncovered).toEqual([
      { from: '2026-04-01', to: '2026-04-09' },
      { from: '2026-04-13', to: '2026-04-30' },
    ]);
    expect(await versions.getActiveVersion(departmentId, date('2026-04-05'))).toBeNull();
    expect((await versions.getActiveVersion(departmentId, date('2026-04-11')))?.status).toBe('PRODUCTION');
  });

  it('of a version that never was in force leaves no date uncovered', async () => {
    expect((await versions.archive(await created('2026-04-01', '2026-04-30'), actor)).uncovered).toEqual([]);
  });

  it('keeps everything readable: who was on call stays known', async () => {
    const id = await test.produce(await test.openDepartment());
    await versions.archive(id, actor);
    expect((await versions.viewVersion(id)).coverage).toMatchObject({ shiftInstances: 42, full: 42 });
  });
});
