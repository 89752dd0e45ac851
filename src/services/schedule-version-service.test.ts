import { describe, expect, it } from 'vitest';
import { versionCan } from '#src/domain/schedule-version.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { newId } from '#src/outside/new-id.ts';
import { openDatabase } from '#src/repositories/database.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { untilSomebodyWaits } from '#test/support/lock-waiting.ts';
import { matrixFile, rosterFile, rosterLine, rosterLines, SHEETS, textFile } from '#test/support/small-schedule.ts';
import { openTestServices, TEST_CONFIG, wire } from '#test/support/services.ts';

const test = await openTestServices();
const { versions, actor } = test;
const date = (text: string): LocalDate => text as LocalDate;
const created = async (from: string, to: string, department?: string): Promise<VersionId> => {
  const code = department ?? (await test.openDepartment()).code;
  return (await versions.createVersion(code, date(from), date(to), actor)).id;
};
const periodsOf = async (code: string): Promise<string[]> =>
  (await versions.periods(code)).map((period) => `${period.from} ${period.to} ${period.versionId}`);

describe('a new version', () => {
  it('is STAGING, for its department and dates', async () => {
    const { code, id } = await test.openDepartment();
    const version = await versions.createVersion(code.toLowerCase(), date('2026-04-01'), date('2026-04-30'), actor);
    expect(version).toMatchObject({ hospitalId: id, department: code, status: 'STAGING', from: '2026-04-01', to: '2026-04-30' });
    expect(await versions.getVersion(version.id)).toEqual(version);
  });

  it.each([
    ['ends before it begins', 'Ashby', '2026-04-30', '2026-04-01', 'BAD_REQUEST'],
    ['is for an unknown department', 'Nowhere', '2026-04-01', '2026-04-30', 'BAD_REQUEST'],
  ])('is refused where it %s', async (_, code, from, to, error) => {
    await expect(versions.createVersion(code, date(from), date(to), actor)).rejects.toMatchObject({ code: error });
  });

  it('is listed newest first, by department and status', async () => {
    const { code } = await test.openDepartment();
    const [one, two] = [await created('2026-04-01', '2026-04-30', code), await created('2026-05-01', '2026-05-31', code)];
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
    import: async (id: VersionId) => test.importMatrix(await test.departments.get((await versions.getVersion(id)).department), { versionId: id }),
  };
  const cases = Object.keys(STATES).flatMap((status) => Object.keys(ACTIONS).map((action) => [action, status] as [keyof typeof ACTIONS, keyof typeof STATES]));

  it.each(cases)('%s of a version that is %s', async (action, status) => {
    const { code } = await test.openDepartment();
    const id = await STATES[status](code);
    const call = ACTIONS[action](id);
    if (versionCan(action, status)) await expect(call).resolves.not.toThrow();
    else await expect(call).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(status) });
    const after = await versions.getVersion(id).catch(() => null);
    const expected = { promote: 'PRODUCTION', archive: 'ARCHIVED', delete: undefined, copy: status, import: status }[action];
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

describe('promotion', () => {
  it('of a version without errors and warnings puts its dates in force', async () => {
    const department = await test.openDepartment();
    const id = await test.stage(department);
    expect(await test.promote(id)).toMatchObject({ version: { id, status: 'PRODUCTION' }, trimmed: [], archived: [], overridden: [] });
    expect(await periodsOf(department.code)).toEqual([`2026-04-06 2026-04-12 ${id}`]);
    expect(await versions.viewVersion(id)).toMatchObject({ inForce: [{ from: '2026-04-06', to: '2026-04-12' }], validation: { canPromote: true } });
  });

  it('asks few queries, however long the period is', async () => {
    const counts: number[] = [];
    for (const to of ['2026-04-12', '2026-06-30']) {
      const span = { from: '2026-04-06', to };
      const id = await test.stage(await test.openDepartment(), { ...span, roster: rosterFile(rosterLines(span)) });
      const { versions: counted, queries } = test.counted();
      await counted.promoteToProduction(id, null, actor);
      counts.push(queries.count());
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(12);
  });

  it('is refused by an ERROR, which an override with a reason lists and audits', async () => {
    const department = await test.openDepartment();
    const id = await test.stage(department, { roster: rosterFile(rosterLines(undefined, { '2026-04-07 ON2': [] })) });
    const refusal = await test.promote(id).catch((cause) => cause);
    expect(refusal).toMatchObject({ code: 'REFUSED', details: { validation: { canPromote: false } } });
    expect(refusal.message).toContain('1 errors (override them with a reason)');
    await expect(test.promote(id, '   ')).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await versions.getVersion(id)).status).toBe('STAGING');

    const promoted = await test.promote(id, ' the locum comes ');
    expect(promoted.overridden).toEqual(['MANDATORY_UNCOVERED|ON2|UNCOVERED']);
    const { items } = await test.audit.list({ resource: `schedule_version:${id}`, action: 'ERRORS_OVERRIDDEN' }, {});
    expect(items).toMatchObject([{ newValues: { reason: 'the locum comes', keys: promoted.overridden }, userId: actor.userId }]);
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
    ['on both sides', ['2026-04-10', '2026-04-20'], [['2026-04-01', '2026-04-09'], ['2026-04-21', '2026-04-30']], false],
    ['nowhere', ['2026-04-01', '2026-04-30'], [], true],
    ['nowhere, being shorter', ['2026-03-01', '2026-05-31'], [], true],
    ['everywhere', ['2026-05-01', '2026-05-31'], [['2026-04-01', '2026-04-30']], false],
  ])('trims an earlier version to the dates that remain to it: %s', async (_, [from, to], remaining, ends) => {
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
    const replaced = await test.audit.list({ resource: `schedule_version:${earlier}`, action: 'VERSION_ARCHIVED' }, {});
    expect(replaced.items.length).toBe(ends ? 1 : 0);
  });

  it('of two versions at once is won by exactly one; the other gets CONFLICT and stays STAGING', async () => {
    const { code } = await test.openDepartment();
    const earlier = await created('2026-04-01', '2026-04-30', code);
    await test.promote(earlier);
    for (let round = 0; round < 5; round++) {
      const rivals = [await created('2026-04-05', '2026-04-20', code), await created('2026-04-10', '2026-04-25', code)];
      const other = openDatabase(test.database.pool.options);
      const rival = wire(TEST_CONFIG, other, () => test.clock.now);
      const [one, two] = rivals as [VersionId, VersionId];
      const ends = await Promise.allSettled([test.promote(one), rival.versions.promoteToProduction(two, null, actor)]);
      await other.close();
      const lost = ends.filter((end) => end.status === 'rejected');
      for (const { reason } of lost) expect(reason).toMatchObject({ code: 'CONFLICT' });
      const statuses = await Promise.all(rivals.map(async (id) => (await versions.getVersion(id)).status));
      // Where the second began only after the first had ended, it lawfully trims it.
      expect(lost.length).toBeLessThanOrEqual(1);
      expect(statuses.filter((status) => status === 'STAGING').length).toBe(lost.length);
      const periods = await versions.periods(code);
      periods.slice(1).forEach((period, i) => expect(period.from > (periods[i]?.to ?? '')).toBe(true));
      const inForce = new Set(periods.map(({ versionId }) => versionId));
      for (const version of await versions.listVersions(code, null)) {
        expect(inForce.has(version.id)).toBe(version.status === 'PRODUCTION');
      }
    }
  });

  it('that begins while another of the same dates is not yet through waits for it and gets CONFLICT', async () => {
    const { code } = await test.openDepartment();
    const [one, two] = [await created('2026-04-05', '2026-04-20', code), await created('2026-04-10', '2026-04-25', code)];
    const other = openDatabase(test.database.pool.options);
    let second: Promise<unknown> = Promise.resolve();
    await test.database.db.transaction().execute(async (trx) => {
      await wire(TEST_CONFIG, { ...test.database, db: trx as never }, () => test.clock.now).versions.promoteToProduction(one, null, actor);
      second = wire(TEST_CONFIG, other, () => test.clock.now).versions.promoteToProduction(two, null, actor).catch((cause) => cause);
      await untilSomebodyWaits(test.database.db);
    });
    expect(await second).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('just been put in force') });
    await other.close();
    expect(await periodsOf(code)).toEqual([`2026-04-05 2026-04-20 ${one}`]);
    expect((await versions.getVersion(two)).status).toBe('STAGING');
  });

  it('that is still judged while another of the same dates gets through is a CONFLICT too', async () => {
    const { code } = await test.openDepartment();
    const [one, two] = [await created('2026-04-05', '2026-04-20', code), await created('2026-04-10', '2026-04-25', code)];
    const other = openDatabase(test.database.pool.options);
    let second: Promise<unknown> = Promise.resolve();
    await test.database.db.transaction().execute(async (trx) => {
      // Whoever judges a version reads its roster, and waits here until the first is through.
      await runSql(trx, 'lock table roster_entries in access exclusive mode');
      second = wire(TEST_CONFIG, other, () => test.clock.now).versions.promoteToProduction(two, null, actor).catch((cause) => cause);
      await untilSomebodyWaits(test.database.db);
      await wire(TEST_CONFIG, { ...test.database, db: trx as never }, () => test.clock.now).versions.promoteToProduction(one, null, actor);
    });
    expect(await second).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('just been put in force') });
    await other.close();
    expect(await periodsOf(code)).toEqual([`2026-04-05 2026-04-20 ${one}`]);
    expect((await versions.getVersion(two)).status).toBe('STAGING');
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
    expect(uncovered).toEqual([{ from: '2026-04-01', to: '2026-04-09' }, { from: '2026-04-13', to: '2026-04-30' }]);
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

it('a version with a flat list is promoted by the same rules', async () => {
  const list = textFile('list.csv', ['Date,Shift Type,Start,End,Hospital,Study Type', '2026-04-07,ON1,22:00,06:00,Ashby,BODY']);
  const department = await test.openDepartment();
  const id = await test.stage(department, { matrix: list, roster: rosterFile([rosterLine('2026-04-07', 'ON1', 'Grantham, Nora', '2200,0600')]) });
  expect((await test.promote(id)).version.status).toBe('PRODUCTION');
});
