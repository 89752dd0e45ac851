import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#src/domain/local-date.ts';
import { listCoverageRules } from '#src/repositories/coverage-rules.ts';
import { getBatch } from '#src/repositories/scrape-batches.ts';
import { listShiftInstances } from '#src/repositories/shift-instances.ts';
import { getSourceFile, listBatchFiles } from '#src/repositories/source-files.ts';
import type { BatchResult } from '#src/services/import-batch.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices } from '#test/support/services.ts';
import {
  INSTANCES_A_DATE,
  MARKS,
  matrixFile,
  rosterFile,
  SHEETS,
  WEEK,
} from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { db } = test.database;
const codesOf = (result: BatchResult): string[] => result.messages.map((message) => message.code);
const countOf = async (table: string): Promise<unknown> =>
  ((await runSql(db, `select count(*)::int as n from ${table}`)) as { n: number }[])[0]?.n;

/** R11: every unit that was read is accounted for. */
function expectAccounted({ accounting, state }: BatchResult): void {
  const { read, accepted, rejected, ignored, stored } = accounting;
  expect(accepted + rejected + ignored).toBe(read);
  expect(stored).toBe(state === 'COMPLETE' ? accepted : 0);
}
const UNKNOWN = {
  name: 'Mid 6 pm - 12 am',
  rows: [
    [null, 'MidC', 'MidL'],
    ['Ashby CT Neuro', 'x', null],
    ['Elsewhere US', null, 'x'],
  ],
};

describe('a matrix', () => {
  it('becomes rules and shift instances of a new STAGING version; its batch is COMPLETE and keeps the file', async () => {
    const department = await test.openDepartment();
    const result = await test.importMatrix(department);
    expect(result).toMatchObject({
      state: 'COMPLETE',
      accounting: { read: MARKS, accepted: MARKS, rejected: 0, ignored: 0, stored: MARKS },
    });
    const batch = await getBatch(db, result.batchId);
    expect(batch).toMatchObject({
      state: 'COMPLETE',
      source: 'MATRIX',
      sourceName: 'matrix.ods',
      versionId: result.versionId,
      rowCount: 7 * INSTANCES_A_DATE,
      accounting: result.accounting,
      createdBy: test.actor.userId,
      scrapedAt: '2026-04-08T12:00:00.000Z',
    });
    expect(batch.completedAt).not.toBeNull();
    const [file] = await listBatchFiles(db, result.batchId);
    expect(file).toMatchObject({ fileName: 'matrix.ods', checksum: batch.checksum, kept: true });
    expect((await getSourceFile(db, batch.checksum ?? '')).content).toEqual(Buffer.from(matrixFile().bytes));
    const { versionId } = result;
    if (!versionId) throw new Error('no version');
    expect(await listCoverageRules(db, versionId)).toHaveLength(9);
    expect((await listShiftInstances(db, { versionId }, { limit: 200 })).items).toHaveLength(
      7 * INSTANCES_A_DATE,
    );
    expect(await test.versions.getVersion(versionId)).toMatchObject({
      status: 'STAGING',
      ...WEEK,
      batchId: result.batchId,
      validation: { canImport: true },
    });
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    await test.importMatrix(await test.openDepartment(), {
      onProgress: ({ step, done, total }) => steps.push(`${step} ${done}/${total}`),
    });
    expect(steps).toEqual(['reading 0/0', 'storing 0/42', 'stored 42/42']);
  });

  it('with an ERROR stores nothing: the batch is FAILED with its reason, everything found stands in it', async () => {
    const before = [
      await countOf('schedule_versions'),
      await countOf('coverage_rules'),
      await countOf('shift_instances'),
    ];
    const result = await test.importMatrix(await test.openDepartment(), {
      file: matrixFile([UNKNOWN, { name: 'Notes', rows: [['read me']] }]),
    });
    expect(result).toMatchObject({
      state: 'FAILED',
      versionId: null,
      accounting: { read: 2, accepted: 1, rejected: 1, ignored: 0, stored: 0 },
    });
    expect(codesOf(result)).toEqual(expect.arrayContaining(['UNKNOWN_HOSPITAL', 'UNPARSED_SHEET']));
    const batch = await getBatch(db, result.batchId);
    expect(batch).toMatchObject({
      state: 'FAILED',
      rowCount: 0,
      accounting: result.accounting,
      versionId: null,
    });
    expect(batch.errorMessage).toContain('"Elsewhere" is not known');
    expect(batch.validation?.messages.map((m) => m.code)).toEqual(expect.arrayContaining(codesOf(result)));
    expect([
      await countOf('schedule_versions'),
      await countOf('coverage_rules'),
      await countOf('shift_instances'),
    ]).toEqual(before);
  });

  it('with an ERROR stores the rest where a partial import is allowed, and says so', async () => {
    const result = await test.importMatrix(await test.openDepartment(), {
      file: matrixFile([UNKNOWN]),
      allowPartial: true,
    });
    expect(result).toMatchObject({
      state: 'COMPLETE',
      accounting: { read: 2, accepted: 1, rejected: 1, stored: 1 },
    });
    expect(codesOf(result)).toContain('PARTIAL_IMPORT');
    await expect(test.promote(result.versionId as never)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('of which nothing can be read stores nothing, partial import or not', async () => {
    const result = await test.importMatrix(await test.openDepartment(), {
      file: matrixFile([{ name: 'Notes', rows: [['read me']] }]),
      allowPartial: true,
    });
    expect(result).toMatchObject({ state: 'FAILED', versionId: null });
    expect(codesOf(result)).toContain('NO_VALID_SHEETS');
  });

  it('makes hospitals of unknown names where that is wanted, each once and audited', async () => {
    const department = await test.openDepartment();
    const sheet = {
      ...UNKNOWN,
      rows: [...UNKNOWN.rows.slice(0, 2), ['Newfield US', null, 'x'], ['Newfield CT Body', null, 'x']],
    };
    const result = await test.importMatrix(department, { file: matrixFile([sheet]), createHospitals: true });
    expect(result).toMatchObject({ state: 'COMPLETE', accounting: { read: 3, stored: 3 } });
    const [made] = (await test.registry.listHospitals()).filter(({ code }) => code === 'Newfield');
    expect(made).toMatchObject({ name: 'Newfield', timeZone: department.timeZone });
    expect(
      (await test.audit.list({ action: 'HOSPITAL_ADDED', resource: `hospital:${made?.id}` }, {})).items,
    ).toHaveLength(1);
  });

  it("knows the department's holidays and rollover hour", async () => {
    const { code } = await test.openDepartment();
    await test.departments.set(
      code,
      { holidays: ['2026-04-08' as LocalDate], rolloverHour: '05:00' as never },
      test.actor,
    );
    const department = await test.departments.get(code);
    const weekend = {
      name: 'ON Weekend 1 am - 5 am',
      rows: [
        [null, 'ON1'],
        ['Ashby US', 'x'],
      ],
    };
    const night = {
      name: 'ON Weekday 6 am - 7 am',
      rows: [
        [null, 'ON1'],
        ['Ashby US', 'x'],
      ],
    };
    const result = await test.importMatrix(department, { file: matrixFile([weekend, night]) });
    const { items } = await listShiftInstances(db, { versionId: result.versionId as never });
    expect(items.filter((i) => i.start === '01:00').map((i) => i.date)).toEqual([
      '2026-04-08',
      '2026-04-11',
      '2026-04-12',
    ]);
    const open = result.messages.find((message) => message.code === 'HOURS_WITHOUT_WINDOW');
    expect(open?.context).toMatchObject({ weekday: ['00:00-06:00', '07:00-00:00'] });
  });

  it('of hidden sheets, side grids and second marks accounts for every cell', async () => {
    const twice = {
      ...SHEETS.EVENING,
      rows: [
        [null, 'MidC', 'MidL'],
        ['Ashby CT Neuro', 'x', 'x'],
        ['Ashby US', '?', null],
      ],
    };
    const result = await test.importMatrix(await test.openDepartment(), { file: matrixFile([twice]) });
    expectAccounted(result);
    expect(result.accounting).toMatchObject({ read: 3, accepted: 1, rejected: 1, ignored: 1 });
  });
});

describe('a matrix for dates that no schedule may have', () => {
  it.each([
    ['0001-01-01', '0001-01-31', 'from: "0001-01-01" is outside the dates of schedules.'],
    ['2028-01-01', '2900-01-01', '732 (two years) are the most'],
    ['2026-04-12', '2026-04-06', 'cannot end'],
  ])('%s to %s is refused before a batch is begun', async (from, to, says) => {
    const department = await test.openDepartment();
    const before = await countOf('scrape_batches');
    const dates = { from: from as LocalDate, to: to as LocalDate };
    const refusal = { code: 'BAD_REQUEST', message: expect.stringContaining(says) };
    await expect(test.importMatrix(department, dates)).rejects.toMatchObject(refusal);
    expect(await countOf('scrape_batches')).toBe(before);
  });
});

describe('the same matrix again', () => {
  it('into the same version adds nothing', async () => {
    const department = await test.openDepartment();
    const first = await test.importMatrix(department);
    const before = [
      await countOf('coverage_rules'),
      await countOf('shift_instances'),
      await countOf('scrape_batches'),
    ];
    const again = await test.importMatrix(department, {
      versionId: first.versionId,
      file: matrixFile(undefined, 'renamed.ods'),
    });
    expect(again).toMatchObject({
      batchId: first.batchId,
      state: 'COMPLETE',
      versionId: first.versionId,
      accounting: { accepted: MARKS, stored: 0 },
    });
    expect([
      await countOf('coverage_rules'),
      await countOf('shift_instances'),
      await countOf('scrape_batches'),
    ]).toEqual(before);
  });

  it('at the same moment is stored once', async () => {
    const department = await test.openDepartment();
    const { id: versionId } = await test.versions.createVersion(
      department.code,
      WEEK.from,
      WEEK.to,
      test.actor,
    );
    const ends = await Promise.allSettled([
      test.importMatrix(department, { versionId }),
      test.importMatrix(department, { versionId }),
    ]);
    expect(ends.some((end) => end.status === 'fulfilled' && end.value.state === 'COMPLETE')).toBe(true);
    expect((await listShiftInstances(db, { versionId }, { limit: 200 })).items).toHaveLength(
      7 * INSTANCES_A_DATE,
    );
  });

  it('after a failed import is tried again', async () => {
    const department = await test.openDepartment();
    const { id: versionId } = await test.versions.createVersion(
      department.code,
      WEEK.from,
      WEEK.to,
      test.actor,
    );
    const file = matrixFile([UNKNOWN]);
    expect((await test.importMatrix(department, { versionId, file })).state).toBe('FAILED');
    expect((await test.importMatrix(department, { versionId, file, allowPartial: true })).state).toBe(
      'COMPLETE',
    );
  });
});

it('an import asks no more queries for a longer period', async () => {
  const counts: number[] = [];
  for (const to of ['2026-04-12', '2026-06-30']) {
    const department = await test.openDepartment();
    const { odsImport, amionImport, queries } = test.counted();
    const span = { from: WEEK.from, to: to as LocalDate };
    const { versionId } = await odsImport.importOdsFile({
      department,
      versionId: null,
      ...span,
      file: matrixFile(),
      actor: test.actor,
    });
    if (!versionId) throw new Error('no version');
    await amionImport.scrapeAndImport({
      department,
      versionId,
      ...span,
      roster: [rosterFile()],
      actor: test.actor,
    });
    counts.push(queries.count());
  }
  expect(counts[1]).toBe(counts[0]);
});
