import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#src/domain/local-date.ts';
import { newId } from '#src/outside/new-id.ts';
import { listCoverageRules } from '#src/repositories/coverage-rules.ts';
import { getBatch, listBatches } from '#src/repositories/scrape-batches.ts';
import { listShiftInstances } from '#src/repositories/shift-instances.ts';
import type { BatchResult } from '#src/services/import-batch.ts';
import { HOSTILE_FILES } from '#test/support/hostile-files.ts';
import { openTestServices } from '#test/support/services.ts';
import { matrixFile, SHEETS, textFile, WEEK } from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { db } = test.database;
const codesOf = (result: BatchResult): string[] => result.messages.map((message) => message.code);

/** R11: every unit that was read is accounted for. */
function expectAccounted({ accounting, state }: BatchResult): void {
  const { read, accepted, rejected, ignored, stored } = accounting;
  expect(accepted + rejected + ignored).toBe(read);
  expect(stored).toBe(state === 'COMPLETE' ? accepted : 0);
}

describe('another file', () => {
  it.each([
    ['a version that has its matrix', matrixFile()],
    ['a version whose matrix asks for no shift', matrixFile([SHEETS.BODY_NIGHT])],
    [
      'a version whose list has no row in its period',
      textFile('list.csv', [
        'Date,Shift Type,Start,End,Hospital,Study Type',
        '2026-05-07,ON1,22:00,06:00,Ashby,BODY',
      ]),
    ],
  ])('into %s is a CONFLICT; the batch is FAILED and the version stays as it was', async (_, file) => {
    const department = await test.openDepartment();
    const { versionId } = await test.importMatrix(department, { file });
    if (!versionId) throw new Error('no version');
    const rules = await listCoverageRules(db, versionId);
    const other = test.importMatrix(department, { versionId, file: matrixFile([SHEETS.EVENING]) });
    await expect(other).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('has its matrix already'),
    });
    expect(await listCoverageRules(db, versionId)).toEqual(rules);
    const [newest] = (await listBatches(db, { hospitalId: department.id })).items;
    expect(newest).toMatchObject({
      state: 'FAILED',
      errorMessage: expect.stringContaining('has its matrix already'),
    });
  });

  it('into an empty version takes the dates of the version', async () => {
    const department = await test.openDepartment();
    const { id: versionId } = await test.versions.createVersion(
      department.code,
      '2026-04-06' as LocalDate,
      '2026-04-07' as LocalDate,
      test.actor,
    );
    await test.importMatrix(department, { versionId });
    const { items } = await listShiftInstances(db, { versionId }, { limit: 200 });
    expect(new Set(items.map((instance) => instance.date))).toEqual(new Set(['2026-04-06', '2026-04-07']));
  });

  it('into a version of another department, or one that nobody made, is NOT_FOUND', async () => {
    const [one, two] = [await test.openDepartment(), await test.openDepartment()];
    const { id: versionId } = await test.versions.createVersion(one.code, WEEK.from, WEEK.to, test.actor);
    await expect(test.importMatrix(two, { versionId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(test.importMatrix(two, { versionId: newId() as never })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a flat list', () => {
  const list = (...rows: string[]) =>
    textFile('list.csv', ['Date,Shift Type,Start,End,Hospital,Study Type,Coverage,Mandatory', ...rows]);

  it('becomes an instance a row; rows outside the period and duplicates are ignored', async () => {
    const department = await test.openDepartment();
    const file = list(
      '2026-04-07,ON1,22:00,06:00,Ashby,BODY,2,yes',
      '2026-04-07,ON1,22:00,06:00,Ashby,BODY,2,yes',
      '2026-05-07,ON1,22:00,06:00,Ashby,BODY,1,no',
    );
    const result = await test.importMatrix(department, { file });
    expect(result.accounting).toEqual({ read: 3, accepted: 1, rejected: 0, ignored: 2, stored: 1 });
    expect(codesOf(result)).toEqual(expect.arrayContaining(['DUPLICATE_ROW', 'IGNORED_ROWS']));
    const { items } = await listShiftInstances(db, { versionId: result.versionId as never });
    expect(items).toMatchObject([
      {
        date: '2026-04-07',
        shiftType: 'ON1',
        start: '22:00',
        end: '06:00',
        desired: 2,
        mandatory: true,
        sourceRow: 2,
      },
    ]);
    expect(await getBatch(db, result.batchId)).toMatchObject({ source: 'LIST', rowCount: 1 });
    const again = await test.importMatrix(department, { file, versionId: result.versionId });
    expect(again).toMatchObject({ batchId: result.batchId, accounting: { stored: 0 } });
  });

  it('with bad rows is refused whole, and partly stored where that is allowed', async () => {
    const file = list(
      '2026-04-07,ON1,22:00,06:00,Ashby,BODY,1,yes',
      '2026-04-31,ON9,25:00,06:00,Nowhere,BODY,1,yes',
    );
    const department = await test.openDepartment();
    const refused = await test.importMatrix(department, { file, layout: 'list' });
    expect(refused).toMatchObject({
      state: 'FAILED',
      accounting: { read: 2, accepted: 1, rejected: 1, stored: 0 },
    });
    expect(codesOf(refused)).toEqual(
      expect.arrayContaining(['INVALID_DATE', 'UNKNOWN_SHIFT_TYPE', 'INVALID_TIME', 'UNKNOWN_HOSPITAL']),
    );
    const batch = await getBatch(db, refused.batchId);
    expect(batch.errorMessage).toMatch(/\(and \d more errors\)$/);
    const partial = await test.importMatrix(department, { file, allowPartial: true });
    expect(partial).toMatchObject({
      state: 'COMPLETE',
      accounting: { read: 2, accepted: 1, rejected: 1, stored: 1 },
    });
  });
});

describe('whatever a file is', () => {
  const files = HOSTILE_FILES.filter(({ name }) => !/\d{2,} MB/.test(name)).slice(0, 12);

  it.each(files)('$name leaves a FAILED batch with its reason', async ({ make, code }) => {
    const result = await test.importMatrix(await test.openDepartment(), {
      file: { name: 'upload.ods', bytes: make() },
    });
    expectAccounted(result);
    expect(codesOf(result)).toContain(code);
    const batch = await getBatch(db, result.batchId);
    expect(batch).toMatchObject({
      state: 'FAILED',
      versionId: null,
      errorMessage: expect.stringContaining('upload.ods'),
    });
  });

  it('its name may be as long as file systems allow, or longer', async () => {
    const result = await test.importMatrix(await test.openDepartment(), {
      file: { ...matrixFile(), name: `${'m'.repeat(400)}.ods` },
    });
    expect(result.state).toBe('COMPLETE');
  });
});
