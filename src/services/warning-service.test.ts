import { describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { openTestServices } from '#test/support/services.ts';
import { matrixFile, rosterFile, rosterLine, rosterLines, SHEETS } from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { warnings, actor } = test;

const NOTES = 'UNPARSED_SHEET|Notes';
const VACATION = 'UNMAPPED_AMION_SHIFT|Vacation';
/** A workbook with a sheet of notes, and a roster with vacations: two oddities. */
const odd = {
  matrix: matrixFile([
    SHEETS.EVENING,
    SHEETS.NIGHT,
    SHEETS.BODY_NIGHT,
    { name: 'Notes', rows: [['read me']] },
  ]),
  roster: rosterFile([...rosterLines(), rosterLine('2026-04-08', 'Vacation', 'Quennell, Ida', '0000,0000')]),
};
const keysOf = async (id: VersionId): Promise<[string, boolean][]> =>
  (await warnings.list(id)).map(({ context }) => [context.key, context['accepted'] === true]);

describe('accepting warnings', () => {
  it('by key takes just these, with a reason, and is audited', async () => {
    const department = await test.openDepartment();
    const id = await test.stage(department, odd);
    expect(await warnings.accept(id, [NOTES], ' our own notes ', actor)).toEqual([NOTES]);
    expect(await keysOf(id)).toEqual([
      [NOTES, true],
      [VACATION, false],
    ]);
    expect(await warnings.listAccepted(department.code)).toMatchObject([
      { key: NOTES, code: 'UNPARSED_SHEET', reason: 'our own notes', acceptedBy: actor.userId },
    ]);
    const { items } = await test.audit.list({ action: 'WARNINGS_ACCEPTED', department: department.code }, {});
    expect(items).toMatchObject([
      { resource: `schedule_version:${id}`, newValues: { keys: [NOTES], reason: 'our own notes' } },
    ]);
  });

  it('all at once takes every open one, and the second time none', async () => {
    const id = await test.stage(await test.openDepartment(), odd);
    expect((await warnings.accept(id, 'all', 'known', actor)).sort()).toEqual([VACATION, NOTES].sort());
    expect(await warnings.accept(id, 'all', 'known', actor)).toEqual([]);
    expect(await warnings.accept(id, [NOTES], 'again', actor)).toEqual([]);
    expect((await test.promote(id)).version.status).toBe('PRODUCTION');
  });

  it.each([
    ['without a reason', [NOTES], '  '],
    ['of a key that no warning of the version has', [NOTES, 'UNPARSED_SHEET|Elsewhere'], 'known'],
  ])('%s is BAD_REQUEST, and nothing is accepted', async (_, keys, reason) => {
    const department = await test.openDepartment();
    const id = await test.stage(department, odd);
    await expect(warnings.accept(id, keys, reason, actor)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await warnings.listAccepted(department.code)).toEqual([]);
  });

  it('does not take errors, and refuses their keys', async () => {
    const id = await test.stage(await test.openDepartment(), {
      roster: rosterFile(rosterLines(undefined, { '2026-04-07 ON2': [] })),
    });
    expect(await warnings.accept(id, 'all', 'known', actor)).toEqual([]);
    await expect(
      warnings.accept(id, ['MANDATORY_UNCOVERED|ON2|UNCOVERED'], 'known', actor),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(warnings.accept(newId<VersionId>(), 'all', 'known', actor)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('holds for later versions of the department, and for no other department', async () => {
    const department = await test.openDepartment();
    await warnings.accept(await test.stage(department, odd), 'all', 'known', actor);
    const later = await test.stage(department, odd);
    expect((await test.promote(later)).version.status).toBe('PRODUCTION');
    const elsewhere = await test.stage(await test.openDepartment(), odd);
    await expect(test.promote(elsewhere)).rejects.toMatchObject({ code: 'REFUSED' });
  });
});

describe('withdrawing an acceptance', () => {
  it('lets the warning count again, is audited, and works once', async () => {
    const department = await test.openDepartment();
    const id = await test.stage(department, odd);
    await warnings.accept(id, 'all', 'known', actor);
    expect(await warnings.withdraw(department.code, NOTES, actor)).toEqual([department.code]);
    expect(await keysOf(id)).toEqual([
      [NOTES, false],
      [VACATION, true],
    ]);
    await expect(test.promote(id)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(warnings.withdraw(department.code, NOTES, actor)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { items } = await test.audit.list({ action: 'WARNING_WITHDRAWN', department: department.code }, {});
    expect(items).toMatchObject([{ oldValues: { key: NOTES } }]);
    expect(await warnings.accept(id, [NOTES], 'known after all', actor)).toEqual([NOTES]);
  });

  it('without a department takes it back wherever it stands', async () => {
    const departments = [await test.openDepartment(), await test.openDepartment()];
    for (const department of departments)
      await warnings.accept(await test.stage(department, odd), [VACATION], 'known', actor);
    const withdrawn = await warnings.withdraw(null, VACATION, actor);
    expect(withdrawn).toEqual(expect.arrayContaining(departments.map(({ code }) => code)));
    await expect(warnings.withdraw(null, VACATION, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(warnings.withdraw('Nowhere', VACATION, actor)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
