import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { computeCoverage } from '#src/coverage/compute-coverage.ts';
import { presentCoverage } from '#src/coverage/present-coverage.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { zoneClock } from '#src/domain/zone-clock.ts';
import { newId } from '#src/outside/new-id.ts';
import { findLatestCalculation } from '#src/repositories/coverage-calculations.ts';
import { loadReaders, loadSchedule } from '#src/repositories/schedule-facts.ts';
import { openTestServices } from '#test/support/services.ts';
import { PEOPLE, rosterFile, rosterLine, rosterLines, textFile, WEEK } from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { db } = test.database;
const calculate = (id: VersionId, from: string | null = null, to: string | null = null) =>
  test.coverage.calculateCoverage(id, from as LocalDate, to as LocalDate, test.actor);
const gappy = rosterFile(
  rosterLines(WEEK, { '2026-04-07 ON2': [rosterLine('2026-04-07', 'ON2', '---')], '2026-04-09 ON1': [] }),
);

/** The statements that reach the driver while `work` goes on. */
async function statementsOf(work: () => Promise<unknown>): Promise<unknown[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return [...query.mock.calls];
  } finally {
    query.mockRestore();
  }
}

describe('a calculation', () => {
  it.each([
    ['a month', '2026-04-30'],
    ['a year', '2027-03-31'],
  ])('of %s takes three queries: load, load people, store', async (_, to) => {
    const span = { from: '2026-04-01', to };
    const id = await test.stage(await test.openDepartment(), {
      ...span,
      roster: rosterFile(rosterLines({ from: '2026-04-01', to: '2026-04-30' })),
    });
    const { coverage, queries } = test.counted();
    const result = await coverage.calculateCoverage(
      id,
      '2026-04-01' as LocalDate,
      to as LocalDate,
      test.actor,
    );
    expect(queries.statements().map((sql) => /^(with|select|insert)/.exec(sql.trim())?.[1])).toEqual([
      'with',
      'select',
      'with',
    ]);
    expect(result.coverage.queryCount).toBe(3);
    expect(await statementsOf(() => calculate(id, '2026-04-01', to))).toHaveLength(3);
    expect((await findLatestCalculation(db, id))?.queryCount).toBe(3);
  });

  it('equals the pure computation on the same facts, and is stored as it was presented', async () => {
    const id = await test.stage(await test.openDepartment(), { roster: gappy });
    const { coverage, messages } = await calculate(id);
    const loaded = await loadSchedule(db, id, WEEK.from, WEEK.to);
    const facts = { ...loaded.facts, readers: await loadReaders(db, loaded.personIds) };
    const pure = computeCoverage(facts);
    expect(coverage).toEqual(presentCoverage(pure, zoneClock(facts.timeZone), 3));
    expect(messages).toEqual(pure.messages);
    expect(coverage).toMatchObject({
      ...WEEK,
      shiftInstances: 42,
      full: 39,
      uncovered: 3,
      percentage: 92.86,
      studyHours: { required: 273, covered: 252 },
    });
    expect(coverage.gaps).toHaveLength(3);

    const stored = await findLatestCalculation(db, id);
    expect(stored).toMatchObject({
      versionId: id,
      from: WEEK.from,
      to: WEEK.to,
      byPosition: coverage.byPosition,
      queryCount: 3,
      calculatedBy: test.actor.userId,
    });
    expect(stored?.summary).toMatchObject({ percentage: 92.86, gaps: 3 });
    expect(stored?.messages).toEqual(messages);
  });

  it('says what stands against promotion', async () => {
    const { validation } = await calculate(await test.stage(await test.openDepartment(), { roster: gappy }));
    expect(validation).toMatchObject({ canImport: true, canPromote: false });
    expect(validation.messages.map((m) => m.context.key)).toEqual([
      'MANDATORY_UNCOVERED|ON2|UNCOVERED',
      'MANDATORY_UNCOVERED|ON1|UNCOVERED',
    ]);
  });

  it('changes at once when the specialty of a person is corrected', async () => {
    const department = await test.openDepartment();
    const id = await test.stage(department);
    expect((await calculate(id)).coverage.gaps).toEqual([]);
    const people = new TextDecoder().decode(PEOPLE.bytes);
    const corrected = textFile(
      'people.csv',
      people.replace('eskildsen@ashby.test,both', 'eskildsen@ashby.test,body').trim().split('\n'),
    );
    await test.registry.importPeople(corrected, null, test.actor);
    const { coverage, messages } = await calculate(id);
    await test.registry.importPeople(PEOPLE, null, test.actor);
    // Eskildsen on MidC may not read CT Neuro, seven evenings of six hours.
    expect(coverage.studyHours).toEqual({ required: 273, covered: 231 });
    expect(messages.map((m) => m.code)).toContain('SPECIALTY_MISMATCH');
    expect((await calculate(id)).coverage.gaps).toEqual([]);
  });
});

describe('the dates of a calculation', () => {
  it.each<[string, string | null, string | null, string, string, number]>([
    ['a part of the version', '2026-04-07', '2026-04-08', '2026-04-07', '2026-04-08', 12],
    ['from a date on', '2026-04-11', null, '2026-04-11', '2026-04-12', 12],
    ['until a date', null, '2026-04-06', '2026-04-06', '2026-04-06', 6],
    [
      'beyond the version, of which the rest counts',
      '2026-03-01',
      '2026-04-07',
      '2026-04-06',
      '2026-04-07',
      12,
    ],
  ])('may be %s', async (_, from, to, first, last, instances) => {
    const { coverage } = await calculate(await test.stage(await test.openDepartment()), from, to);
    expect(coverage).toMatchObject({ from: first, to: last, shiftInstances: instances, uncovered: 0 });
    expect(coverage.gaps).toEqual([]);
  });

  it.each([
    ['in the wrong order', '2026-04-09', '2026-04-07'],
    ['of which the version has none', '2026-05-01', '2026-05-02'],
  ])('%s are BAD_REQUEST', async (_, from, to) => {
    const id = await test.stage(await test.openDepartment());
    await expect(calculate(id, from, to)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('of a version that nobody made are NOT_FOUND', async () => {
    await expect(calculate(newId<VersionId>())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(calculate(newId<VersionId>(), '2026-04-07', '2026-04-08')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it("are kept with the department's own date of the calculation", async () => {
    test.clock.now = '2026-04-09T02:30:00Z';
    const id = await test.stage(await test.openDepartment());
    await calculate(id);
    expect((await findLatestCalculation(db, id))?.calculatedOn).toBe('2026-04-08');
    test.clock.now = '2026-04-08T12:00:00Z';
  });
});
