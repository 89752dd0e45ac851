import { describe, expect, it } from 'vitest';
import { listAssignments } from '#src/repositories/assignments.ts';
import { listRosterEntries } from '#src/repositories/roster-entries.ts';
import { getBatch, listBatches } from '#src/repositories/scrape-batches.ts';
import type { BatchResult } from '#src/services/import-batch.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import { codesOf, provideRosterImports } from '#test/support/roster-imports.ts';
import { rosterFile, rosterLine, rosterLines, textFile, WEEK } from '#test/support/small-schedule.ts';

const { empty, entriesOf, load, test } = await provideRosterImports();
const { db } = test.database;

const sumOf = ({ accounting }: BatchResult): number =>
  accounting.accepted + accounting.rejected + accounting.ignored;

describe('a roster', () => {
  it('is stored as who holds which shift, with its report, line and text; its batch is COMPLETE', async () => {
    const at = await empty();
    const result = await load(at, rosterLines());
    expect(result).toMatchObject({
      state: 'COMPLETE',
      versionId: at.versionId,
      accounting: { read: 28, accepted: 28, rejected: 0, ignored: 0, stored: 28 },
      messages: [],
    });
    expect(await entriesOf(at.versionId, '2026-04-06')).toEqual([
      '06 MidC Eskildsen 18:00-00:00',
      '06 MidL Hollis 18:00-00:00',
      '06 ON1 Grantham 01:00-08:00',
      '06 ON2 Dunmore 01:00-08:00',
    ]);
    const [entry] = await listRosterEntries(db, at.versionId);
    expect(entry).toMatchObject({
      source: 'AMION',
      report: 'roster.csv',
      line: 7,
      text: rosterLine('2026-04-06', 'MidC', 'Eskildsen, Tamsin'),
    });
    const assignments = await listAssignments(db, at.versionId);
    expect(assignments).toHaveLength(42);
    expect(
      assignments.every((a) => a.source === 'AMION' && a.entryId !== null && a.originalShiftType !== null),
    ).toBe(true);
    expect(await getBatch(db, result.batchId)).toMatchObject({
      state: 'COMPLETE',
      source: 'ROSTER',
      sourceName: 'roster.csv',
      sourceAsOf: '2026-03-28T23:06:00.000Z',
      rowCount: 28,
      versionId: at.versionId,
    });
  });

  it('makes its people members of the department, who are found by any spelling of theirs', async () => {
    const at = await empty();
    const lines = rosterLines(WEEK, {
      '2026-04-06 ON1': [rosterLine('2026-04-06', 'ON1', 'DR. NORA GRANTHAM, MD')],
      '2026-04-07 MidL': [rosterLine('2026-04-07', 'MidL', 'M. Hollis')],
    });
    expect(await load(at, lines)).toMatchObject({ state: 'COMPLETE', accounting: { stored: 28 } });
    expect((await test.registry.listPeople(at.department.id)).map(({ name }) => name)).toContain(
      'Mei Hollis',
    );
  });

  it('with unknown people stores nothing; each name is listed once with the nearest', async () => {
    const at = await empty();
    const lines = rosterLines(WEEK, {
      '2026-04-06 ON1': [rosterLine('2026-04-06', 'ON1', 'Granthem, Nora')],
      '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Granthem, Nora')],
    });
    const result = await load(at, lines);
    expect(result).toMatchObject({
      state: 'FAILED',
      accounting: { read: 28, accepted: 26, rejected: 2, ignored: 0, stored: 0 },
    });
    expect(result.messages[0]).toMatchObject({
      code: 'UNKNOWN_PEOPLE',
      context: { names: ['Granthem, Nora'], people: [{ rows: 2, nearest: ['Nora Grantham'] }] },
    });
    expect(await entriesOf(at.versionId)).toEqual([]);
    expect(await listAssignments(db, at.versionId)).toEqual([]);
    expect(await getBatch(db, result.batchId)).toMatchObject({
      state: 'FAILED',
      errorMessage: expect.stringContaining('Granthem, Nora'),
    });
  });

  it('with unknown people, where a partial import is allowed, leaves their shifts vacant', async () => {
    const at = await empty();
    const lines = rosterLines(WEEK, { '2026-04-06 ON1': [rosterLine('2026-04-06', 'ON1', 'Nobody, Known')] });
    const result = await load(at, lines, { allowPartial: true });
    expect(result).toMatchObject({
      state: 'COMPLETE',
      accounting: { read: 28, accepted: 27, rejected: 1, stored: 27 },
    });
    expect(codesOf(result)).toEqual(expect.arrayContaining(['UNKNOWN_PEOPLE', 'PARTIAL_IMPORT']));
    expect(await entriesOf(at.versionId, '2026-04-06')).toContain('06 ON1 --- 01:00-08:00');
    const { coverage } = await test.versions.viewVersion(at.versionId);
    expect(coverage).toMatchObject({ full: 40, uncovered: 2 });
    expect(coverage.gaps.map((gap) => `${gap.study} ${gap.cause} ${gap.position}`)).toEqual([
      'CT Body POSITION_EMPTY ON1',
      'US POSITION_EMPTY ON1',
    ]);
  });

  it('of which nothing can be stored is FAILED, partial import or not', async () => {
    const at = await empty();
    expect(
      await load(at, [rosterLine('2026-04-06', 'ON1', 'Nobody, Known')].slice(0, 0), { allowPartial: true }),
    ).toMatchObject({ accounting: { stored: 0 } });
    const broken = await test.importRoster(at.department, at.versionId, {
      roster: [textFile('broken.csv', ['hello'])],
      allowPartial: true,
    });
    expect(broken).toMatchObject({ state: 'FAILED', accounting: { read: 0, stored: 0 } });
  });

  it('accounts for every row: vacancies, splits, duplicates, other assignments, other dates, dates without a shift', async () => {
    const at = await empty();
    await test.departments.set(
      at.department.code,
      { mapping: textFile('m.csv', ['assignment,shift_type', 'Late Call,MidL', 'Vacation,ignore']) },
      test.actor,
    );
    const lines = [
      rosterLine('2026-04-06', 'ON1', 'Grantham, Nora', '0100,0400'),
      rosterLine('2026-04-06', 'ON1', 'Dunmore, Otis', '0400,0800'),
      rosterLine('2026-04-06', 'ON1', 'Dunmore, Otis', '0400,0800'),
      rosterLine('2026-04-06', 'ON2', '---'),
      rosterLine('2026-04-06', 'Late Call', 'Hollis, Mei', '1800,0000'),
      rosterLine('2026-04-06', 'Vacation', 'Quennell, Ida', '0000,0000'),
      rosterLine('2026-04-06', 'Conference', 'Quennell, Ida', '0000,0000'),
      rosterLine('2026-04-06', 'Mid3', 'Quennell, Ida'),
      rosterLine('2026-04-20', 'ON1', 'Grantham, Nora'),
    ];
    const department = await test.departments.get(at.department.code);
    const result = await load({ ...at, department }, lines);
    expect(result).toMatchObject({
      state: 'COMPLETE',
      accounting: { read: 9, accepted: 4, rejected: 0, ignored: 5, stored: 4 },
    });
    expect(sumOf(result)).toBe(result.accounting.read);
    expect(codesOf(result)).toEqual(['UNMAPPED_AMION_SHIFT', 'DUPLICATE_ASSIGNMENT', 'IGNORED_ROWS']);
    expect(result.messages.at(-1)?.context['counts']).toEqual({
      'the same row again': 1,
      'listed as ignored': 1,
      'not mapped to a shift type': 1,
      'no shift of that type on that date': 1,
      'outside the period': 1,
    });
    expect(await entriesOf(at.versionId)).toEqual([
      '06 MidL Hollis 18:00-00:00',
      '06 ON1 Dunmore 04:00-08:00',
      '06 ON1 Grantham 01:00-04:00',
      '06 ON2 --- 01:00-08:00',
    ]);
    expect((await listAssignments(db, at.versionId)).map((a) => a.originalShiftType).sort()).toEqual([
      'Late Call',
      'Late Call',
      'ON1',
      'ON1',
      'ON1',
      'ON1',
    ]);
  });

  it('for a version of another department, or that is not STAGING, is refused', async () => {
    const [one, two] = [await empty(), await empty()];
    await expect(load({ ...one, versionId: two.versionId }, rosterLines())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await test.versions.archive(one.versionId, test.actor);
    await expect(load(one, rosterLines())).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('ARCHIVED'),
    });
  });
});

it('several reports are one import, in their order', async () => {
  const at = await empty();
  const [early, late]: GivenFile[] = [
    rosterFile(rosterLines({ from: '2026-04-06', to: '2026-04-08' }), { name: 'early.csv' }),
    rosterFile(rosterLines({ from: '2026-04-09', to: '2026-04-12' }), { name: 'late.csv' }),
  ];
  const steps: string[] = [];
  const order = {
    department: at.department,
    versionId: at.versionId,
    ...WEEK,
    roster: [early, late] as GivenFile[],
    actor: test.actor,
  };
  const result = await test.amionImport.scrapeAndImport({
    ...order,
    onProgress: ({ step, done, total }) => steps.push(`${step} ${done}/${total}`),
  });
  expect(result.accounting.stored).toBe(28);
  expect(steps).toEqual(['reading 0/0', 'storing 0/42', 'stored 42/42']);
  expect((await listBatches(db, { versionId: at.versionId, source: 'ROSTER' })).items).toMatchObject([
    { sourceName: 'early.csv, late.csv' },
  ]);
});
