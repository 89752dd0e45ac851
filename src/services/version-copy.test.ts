import { describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { listAssignments } from '#src/repositories/assignments.ts';
import { listCoverageRules } from '#src/repositories/coverage-rules.ts';
import { loadSchedule } from '#src/repositories/schedule-facts.ts';
import { openTestServices } from '#test/support/services.ts';
import { rosterFile, rosterLine, rosterLines, textFile, WEEK } from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { versions, actor } = test;

/** A version as it stands, without ids, so that a copy can be held against it. */
async function contentOf(id: VersionId) {
  const { db } = test.database;
  const { facts } = await loadSchedule(db, id, WEEK.from, WEEK.to);
  const instances = new Map(
    facts.instances.map((i) => [
      i.id,
      [i.date, i.shiftType, i.hospital, i.studyType, i.start, i.end].join(' '),
    ]),
  );
  const groups = new Map(
    facts.instances.map((i) => [i.groupId, `${i.shiftType} ${i.hospital} ${i.studyType}`]),
  );
  const assignments = await listAssignments(db, id);
  return {
    layout: facts.layout,
    file: facts.file,
    rules: (await listCoverageRules(db, id)).map(({ id: _, groupId, ...rule }) => ({
      ...rule,
      group: groups.get(groupId) ?? null,
    })),
    instances: [...instances.values()].sort(),
    entries: facts.entries.map(({ id: _, ...entry }) => JSON.stringify(entry)).sort(),
    assignments: assignments
      .map((a) =>
        [
          instances.get(a.instanceId),
          a.personId,
          a.source,
          a.originalShiftType,
          facts.entries.find((e) => e.id === a.entryId)?.line,
        ].join('|'),
      )
      .sort(),
    ids: new Set(
      [...facts.rules, ...facts.instances, ...facts.entries, ...assignments].map((row) => row.id as string),
    ),
    asked: await test.versions.viewVersion(id).then(({ coverage, validation }) => ({ coverage, validation })),
  };
}

/** A version in force with everything: an assignment name that is mapped, a split, a vacancy, a change by hand. */
async function eventful() {
  const { code } = await test.openDepartment();
  await test.departments.set(
    code,
    { mapping: textFile('mapping.csv', ['assignment,shift_type', 'Late Call,MidL']) },
    actor,
  );
  const department = await test.departments.get(code);
  const lines = rosterLines(WEEK, {
    '2026-04-07 ON1': [
      rosterLine('2026-04-07', 'ON1', 'Grantham, Nora', '0100,0400'),
      rosterLine('2026-04-07', 'ON1', '---', '0400,0800'),
    ],
    '2026-04-08 MidL': [rosterLine('2026-04-08', 'Late Call', 'Hollis, Mei', '1800,0000')],
    '2026-04-09 ON2': [
      rosterLine('2026-04-09', 'ON2', 'Grantham, Nora', '0100,0300'),
      rosterLine('2026-04-09', 'ON2', 'Dunmore, Otis', '0300,0800'),
    ],
  });
  const id = await test.produce(department, { roster: rosterFile(lines) });
  const change = {
    kind: 'assign',
    department: code,
    date: '2026-04-10' as LocalDate,
    shiftType: 'ON1',
    person: 'quennell@ashby.test',
  } as const;
  await test.changes.change({
    ...change,
    hours: null,
    inReturn: null,
    reason: 'swapped by phone',
    versionId: null,
    dryRun: false,
    actor,
  });
  return { department, id };
}

describe('a copy', () => {
  it('is STAGING with the same rules, shifts, roster and assignments under new ids; the original stays as it is', async () => {
    const { id } = await eventful();
    const before = await contentOf(id);
    const copy = await versions.copy(id, actor);
    const { ids, ...content } = await contentOf(copy.id);
    const { ids: oldIds, ...original } = before;
    expect(copy).toMatchObject({ status: 'STAGING', from: WEEK.from, to: WEEK.to });
    expect(content).toEqual(original);
    expect([...ids].filter((each) => oldIds.has(each))).toEqual([]);
    expect(await contentOf(id)).toEqual(before);
  });

  it('of a copy is the same again', async () => {
    const { id } = await eventful();
    const copy = await versions.copy((await versions.copy(id, actor)).id, actor);
    const [{ ids: _, ...one }, { ids: __, ...two }] = [await contentOf(id), await contentOf(copy.id)];
    expect(two).toEqual(one);
  });

  it('keeps the names under which the roster lists assignments, and how old the roster is', async () => {
    const { id, department } = await eventful();
    const copy = await versions.copy(id, actor);
    const names = (await listAssignments(test.database.db, copy.id)).map((a) => a.originalShiftType);
    expect(names).toContain('Late Call');
    const question = { department: department.code, at: '2026-04-08T20:00', hospital: null, study: null };
    expect((await test.who.ask({ ...question, versionId: copy.id })).asOf).toBe('2026-03-28T23:06:00.000Z');
  });

  it('of an archived version is the way back: it can be promoted', async () => {
    const { department, id } = await eventful();
    await test.produce(department);
    expect((await versions.getVersion(id)).status).toBe('ARCHIVED');
    const copy = await versions.copy(id, actor);
    await test.warnings.accept(copy.id, 'all', 'known', actor);
    await test.promote(copy.id, 'rollback');
    expect((await versions.getActiveVersion(department.id, WEEK.from))?.id).toBe(copy.id);
  });

  it('of a version without a matrix is as empty', async () => {
    const { code } = await test.openDepartment();
    const empty = await versions.createVersion(code, WEEK.from, WEEK.to, actor);
    const copy = await versions.copy(empty.id, actor);
    expect((await contentOf(copy.id)).instances).toEqual([]);
  });

  it('of a flat list keeps sheets and rows', async () => {
    const list = textFile('list.csv', [
      'Date,Shift Type,Start,End,Hospital,Study Type',
      '2026-04-07,ON1,22:00,06:00,Ashby,BODY',
    ]);
    const id = await test.stage(await test.openDepartment(), { matrix: list, roster: null });
    const copy = await versions.copy(id, actor);
    const [{ ids: _, ...one }, { ids: __, ...two }] = [await contentOf(id), await contentOf(copy.id)];
    expect(two).toEqual(one);
    expect(two.layout).toBe('list');
  });

  it('is made with a number of queries that does not grow with the period', async () => {
    const counts: number[] = [];
    for (const to of ['2026-04-12', '2026-05-31']) {
      const span = { from: WEEK.from, to };
      const id = await test.stage(await test.openDepartment(), {
        ...span,
        roster: rosterFile(rosterLines(span)),
      });
      const { versions: counted, queries } = test.counted();
      await counted.copy(id, actor);
      counts.push(queries.count());
    }
    expect(counts[1]).toBe(counts[0]);
  });
});
