import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { openDatabase } from '#src/repositories/database.ts';
import { untilSomebodyWaits } from '#test/support/database-locks.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices, TEST_CONFIG, wire } from '#test/support/services.ts';
import {
  matrixFile,
  rosterFile,
  rosterLine,
  rosterLines,
  SHEETS,
  textFile,
} from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { versions, actor } = test;
const date = (text: string): LocalDate => text as LocalDate;
const created = async (from: string, to: string, department?: string): Promise<VersionId> => {
  const code = department ?? (await test.openDepartment()).code;
  return (await versions.createVersion(code, date(from), date(to), actor)).id;
};
const periodsOf = async (code: string): Promise<string[]> =>
  (await versions.periods(code)).map((period) => `${period.from} ${period.to} ${period.versionId}`);

describe('promotion', () => {
  it('of a version without errors and warnings puts its dates in force', async () => {
    const department = await test.openDepartment();
    const id = await test.stage(department);
    expect(await test.promote(id)).toMatchObject({
      version: { id, status: 'PRODUCTION' },
      trimmed: [],
      archived: [],
      overridden: [],
    });
    expect(await periodsOf(department.code)).toEqual([`2026-04-06 2026-04-12 ${id}`]);
    expect(await versions.viewVersion(id)).toMatchObject({
      inForce: [{ from: '2026-04-06', to: '2026-04-12' }],
      validation: { canPromote: true },
    });
  });

  it('asks few queries, however long the period is', async () => {
    const counts: number[] = [];
    for (const to of ['2026-04-12', '2026-06-30']) {
      const span = { from: '2026-04-06', to };
      const id = await test.stage(await test.openDepartment(), {
        ...span,
        roster: rosterFile(rosterLines(span)),
      });
      const { versions: counted, queries } = test.counted();
      await counted.promoteToProduction(id, null, actor);
      counts.push(queries.count());
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(12);
  });

  it('is refused by an ERROR, which an override with a reason lists and audits', async () => {
    const department = await test.openDepartment();
    const id = await test.stage(department, {
      roster: rosterFile(rosterLines(undefined, { '2026-04-07 ON2': [] })),
    });
    const refusal = await test.promote(id).catch((cause) => cause);
    expect(refusal).toMatchObject({ code: 'REFUSED', details: { validation: { canPromote: false } } });
    expect(refusal.message).toContain('1 errors (override them with a reason)');
    await expect(test.promote(id, '   ')).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await versions.getVersion(id)).status).toBe('STAGING');

    const promoted = await test.promote(id, ' the locum comes ');
    expect(promoted.overridden).toEqual(['MANDATORY_UNCOVERED|ON2|UNCOVERED']);
    const { items } = await test.audit.list(
      { resource: `schedule_version:${id}`, action: 'ERRORS_OVERRIDDEN' },
      {},
    );
    expect(items).toMatchObject([
      { newValues: { reason: 'the locum comes', keys: promoted.overridden }, userId: actor.userId },
    ]);
  });

  it('is refused by a WARNING that nobody has accepted, override or not', async () => {
    const sheets = [SHEETS.EVENING, SHEETS.NIGHT, SHEETS.BODY_NIGHT, { name: 'Notes', rows: [['read me']] }];
    const id = await test.stage(await test.openDepartment(), { matrix: matrixFile(sheets) });
    for (const override of [null, 'please']) {
      await expect(test.promote(id, override)).rejects.toMatchObject({
        code: 'REFUSED',
        message: 'Not promoted: 1 warnings that nobody has accepted (accept them with a reason).',
      });
    }
    await test.warnings.accept(id, ['UNPARSED_SHEET|Notes'], 'our own notes', actor);
    expect((await test.promote(id)).overridden).toEqual([]);
  });

  it.each<[string, [string, string], [string, string][], boolean]>([
    ['before', ['2026-04-20', '2026-05-10'], [['2026-04-01', '2026-04-19']], false],
    ['after', ['2026-03-20', '2026-04-10'], [['2026-04-11', '2026-04-30']], false],
    [
      'on both sides',
      ['2026-04-10', '2026-04-20'],
      [
        ['2026-04-01', '2026-04-09'],
        ['2026-04-21', '2026-04-30'],
      ],
      false,
    ],
    ['nowhere', ['2026-04-01', '2026-04-30'], [], true],
    ['nowhere, being shorter', ['2026-03-01', '2026-05-31'], [], true],
    ['everywhere', ['2026-05-01', '2026-05-31'], [['2026-04-01', '2026-04-30']], false],
  ])(
    'trims an earlier version to the dates that remain to it: %s',
    async (_, [from, to], remaining, ends) => {
      const { code, id: departmentId } = await test.openDepartment();
      const earlier = await created('2026-04-01', '2026-04-30', code);
      await test.promote(earlier);
      const later = await created(from, to, code);
      const { trimmed, archived } = await test.promote(later);
      const kept = remaining.map(([start, end]) => `${start} ${end} ${earlier}`);
      expect(await periodsOf(code)).toEqual([...kept, `${from} ${to} ${later}`].sort());
      expect(archived).toEqual(ends ? [earlier] : []);
      expect(trimmed).toEqual(from < '2026-05-01' && !ends ? [earlier] : []);
      expect((await versions.getVersion(earlier)).status).toBe(ends ? 'ARCHIVED' : 'PRODUCTION');
      expect((await versions.getActiveVersion(departmentId, date(from)))?.id).toBe(later);
      const replaced = await test.audit.list(
        { resource: `schedule_version:${earlier}`, action: 'VERSION_ARCHIVED' },
        {},
      );
      expect(replaced.items.length).toBe(ends ? 1 : 0);
      const april = [{ from: '2026-04-01', to: '2026-04-30' }];
      if (ends) expect(replaced.items[0]).toMatchObject({ oldValues: { inForce: april } });
      const cut = await test.audit.list(
        { resource: `schedule_version:${earlier}`, action: 'VERSION_TRIMMED' },
        {},
      );
      const inForce = remaining.map(([start, end]) => ({ from: start, to: end }));
      const told = [{ oldValues: { inForce: april }, newValues: { inForce, replacedBy: later } }];
      expect(cut.items).toMatchObject(trimmed.length > 0 ? told : []);
    },
  );

  it('of two versions at once is won by exactly one; the other gets CONFLICT and stays STAGING', async () => {
    const { code } = await test.openDepartment();
    const earlier = await created('2026-04-01', '2026-04-30', code);
    await test.promote(earlier);
    for (let round = 0; round < 5; round++) {
      const rivals = [
        await created('2026-04-05', '2026-04-20', code),
        await created('2026-04-10', '2026-04-25', code),
      ];
      const other = openDatabase(test.database.pool.options);
      const rival = wire(TEST_CONFIG, other, () => test.clock.now);
      const [one, two] = rivals as [VersionId, VersionId];
      const ends = await Promise.allSettled([
        test.promote(one),
        rival.versions.promoteToProduction(two, null, actor),
      ]);
      await other.close();
      const lost = ends.filter((end) => end.status === 'rejected');
      for (const { reason } of lost) expect(reason).toMatchObject({ code: 'CONFLICT' });
      const statuses = await Promise.all(rivals.map(async (id) => (await versions.getVersion(id)).status));
      // Where the second began only after the first had ended, it lawfully trims it.
      expect(lost.length).toBeLessThanOrEqual(1);
      expect(statuses.filter((status) => status === 'STAGING').length).toBe(lost.length);
      const periods = await versions.periods(code);
      for (const [i, period] of periods.slice(1).entries())
        expect(period.from > (periods[i]?.to ?? '')).toBe(true);
      const inForce = new Set(periods.map(({ versionId }) => versionId));
      for (const version of await versions.listVersions(code, null)) {
        expect(inForce.has(version.id)).toBe(version.status === 'PRODUCTION');
      }
    }
  });

  it('that was asked for before another of the same dates got through is a CONFLICT, a later one is not', async () => {
    const { code } = await test.openDepartment();
    const [one, two, three] = [
      await created('2026-04-05', '2026-04-20', code),
      await created('2026-04-10', '2026-04-25', code),
      await created('2026-04-01', '2026-04-12', code),
    ];
    const now = () => new Date().toISOString();
    const before = now();
    await versions.promoteToProduction(one, null, actor, () => true, before);
    const late = versions.promoteToProduction(two, null, actor, () => true, before);
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    await sleep(5);
    const between = now();
    await versions.promoteToProduction(two, null, actor, () => true, between);
    const overtaken = versions.promoteToProduction(three, null, actor, () => true, between);
    await expect(overtaken).rejects.toMatchObject({ code: 'CONFLICT' });
    // What is left of the first has been in force since before it was asked.
    const other = await created('2026-04-01', '2026-04-09', code);
    await versions.promoteToProduction(other, null, actor, () => true, between);
    expect(await periodsOf(code)).toEqual([`2026-04-01 2026-04-09 ${other}`, `2026-04-10 2026-04-25 ${two}`]);
  });

  it('that begins while another of the same dates is not yet through waits for it and gets CONFLICT', async () => {
    const { code } = await test.openDepartment();
    const [one, two] = [
      await created('2026-04-05', '2026-04-20', code),
      await created('2026-04-10', '2026-04-25', code),
    ];
    const other = openDatabase(test.database.pool.options);
    let second: Promise<unknown> = Promise.resolve();
    await test.database.db.transaction().execute(async (trx) => {
      await wire(
        TEST_CONFIG,
        { ...test.database, db: trx as never },
        () => test.clock.now,
      ).versions.promoteToProduction(one, null, actor);
      second = wire(TEST_CONFIG, other, () => test.clock.now)
        .versions.promoteToProduction(two, null, actor)
        .catch((cause) => cause);
      await untilSomebodyWaits(test.database.db);
    });
    expect(await second).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('just been put in force'),
    });
    await other.close();
    expect(await periodsOf(code)).toEqual([`2026-04-05 2026-04-20 ${one}`]);
    expect((await versions.getVersion(two)).status).toBe('STAGING');
  });

  it('that is still judged while another of the same dates gets through is a CONFLICT too', async () => {
    const { code } = await test.openDepartment();
    const [one, two] = [
      await created('2026-04-05', '2026-04-20', code),
      await created('2026-04-10', '2026-04-25', code),
    ];
    const other = openDatabase(test.database.pool.options);
    let second: Promise<unknown> = Promise.resolve();
    await test.database.db.transaction().execute(async (trx) => {
      // Whoever judges a version reads its roster, and waits here until the first is through.
      await runSql(trx, 'lock table roster_entries in access exclusive mode');
      second = wire(TEST_CONFIG, other, () => test.clock.now)
        .versions.promoteToProduction(two, null, actor)
        .catch((cause) => cause);
      await untilSomebodyWaits(test.database.db);
      await wire(
        TEST_CONFIG,
        { ...test.database, db: trx as never },
        () => test.clock.now,
      ).versions.promoteToProduction(one, null, actor);
    });
    expect(await second).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('just been put in force'),
    });
    await other.close();
    expect(await periodsOf(code)).toEqual([`2026-04-05 2026-04-20 ${one}`]);
    expect((await versions.getVersion(two)).status).toBe('STAGING');
  });
});

it('a version with a flat list is promoted by the same rules', async () => {
  const list = textFile('list.csv', [
    'Date,Shift Type,Start,End,Hospital,Study Type',
    '2026-04-07,ON1,22:00,06:00,Ashby,BODY',
  ]);
  const department = await test.openDepartment();
  const id = await test.stage(department, {
    matrix: list,
    roster: rosterFile([rosterLine('2026-04-07', 'ON1', 'Grantham, Nora', '2200,0600')]),
  });
  expect((await test.promote(id)).version.status).toBe('PRODUCTION');
});
