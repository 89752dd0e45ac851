import { describe, expect, it } from 'vitest';
import type { PersonId, VersionId } from '#src/domain/ids.ts';
import { addDays } from '#src/domain/local-date.ts';
import { newId } from '#src/outside/new-id.ts';
import {
  aBatch,
  anAssignment,
  anEntry,
  anInstance,
  aRule,
  clock,
  date,
  scheduler,
} from '#test/support/builders.ts';
import { openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedHospital, storedPerson, storedVersion } from '#test/support/stored.ts';
import { insertAssignments, softDeleteAssignmentsOf } from './assignments.ts';
import { insertCoverageRules, insertRuleGroups } from './coverage-rules.ts';
import { saveDepartmentSettings } from './department-settings.ts';
import { softDeletePerson } from './persons.ts';
import { countQueries } from './query-counter.ts';
import { insertRosterEntries, softDeleteRosterEntries } from './roster-entries.ts';
import { loadReaders, loadSchedule } from './schedule-facts.ts';
import { setVersionValidation, softDeleteVersion } from './schedule-versions.ts';
import { completeBatch, insertBatch } from './scrape-batches.ts';
import { insertShiftInstances } from './shift-instances.ts';
import { insertBatchFiles } from './source-files.ts';

const { db } = await openTestDatabase();
const from = date('2026-04-01');
const to = date('2026-04-30');

/** A department with a version whose matrix was imported from two hospitals' sheets. */
async function aDepartment(source: 'MATRIX' | 'LIST' = 'MATRIX') {
  const [own, other] = [await storedHospital(db, { timeZone: 'America/Chicago' }), await storedHospital(db)];
  const version = await storedVersion(db, own.id, { from, to });
  const batch = aBatch(own.id, { versionId: version.id, source, sourceName: 'april.ods' });
  await insertBatch(db, batch);
  await completeBatch(db, batch.id, 1, { accounting: null, validation: null });
  const hospitalIds = new Map([
    [own.code, own.id],
    [other.code, other.id],
  ]);
  const origin = { versionId: version.id, batchId: batch.id, hospitalIds, createdBy: scheduler };
  return { own, other, version, origin, load: (a = from, b = to) => loadSchedule(db, version.id, a, b) };
}

const byId = <T extends { id: string }>(items: T[]): T[] => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('the schedule of a matrix', () => {
  it('has everything but the people, in one query', async () => {
    const { own, other, version, origin } = await aDepartment();
    const [ann, ben] = [await storedPerson(db), await storedPerson(db)];
    await saveDepartmentSettings(
      db,
      own.id,
      { rolloverHour: clock('07:30'), holidays: [date('2026-04-03')] },
      scheduler,
    );
    const [evening, night] = [newId() as string, newId() as string];
    await insertRuleGroups(db, version.id, [evening, night]);
    const rules = [
      aRule(own.code, { groupId: evening, label: 'CT "Neuro", {stat} \\' }),
      aRule(other.code, { groupId: night, sheetIndex: 1, position: null, dayType: null, scenario: 'BODY' }),
    ];
    await insertCoverageRules(db, origin, rules);
    const instances = [0, 1, 29].flatMap((day) => [
      anInstance(own.code, { date: addDays(from, day), groupId: evening }),
      anInstance(other.code, {
        date: addDays(from, day),
        groupId: night,
        shiftType: 'ON1',
        mandatory: false,
      }),
    ]);
    await insertShiftInstances(db, origin, instances);
    const entries = [
      anEntry(ann.id),
      anEntry(null, { date: to, start: clock('22:00'), end: clock('02:00'), text: null, line: null }),
      anEntry(ben.id, { shiftType: 'ON1', source: 'OVERRIDE', reason: 'said "so", {ok}\n\\', report: null }),
    ];
    await insertRosterEntries(db, origin, entries);
    const [first, second] = instances;
    if (!first || !second) throw new Error('no instances');
    await insertAssignments(
      db,
      [anAssignment(ann.id, first), anAssignment(ben.id, first), anAssignment(ben.id, second)],
      scheduler,
    );

    const counted = countQueries(db);
    const loaded = await loadSchedule(counted.db, version.id, from, to);
    expect(counted.count()).toBe(1);
    expect(loaded.version).toEqual({ id: version.id, hospitalId: own.id, status: 'STAGING', from, to });
    expect(loaded.department).toBe(own.code);
    const { facts } = loaded;
    expect(facts).toMatchObject({
      timeZone: 'America/Chicago',
      rolloverHour: '07:30',
      holidays: ['2026-04-03'],
      from,
      to,
      layout: 'matrix',
      file: 'april.ods',
    });
    expect(facts.rules).toEqual(rules);
    expect(byId(facts.instances)).toEqual(byId(instances));
    expect(byId(facts.entries)).toEqual(byId(entries));
    expect(facts.assigned.size).toBe(2);
    expect(facts.assigned.get(first.id)?.toSorted()).toEqual([ann.id, ben.id].toSorted());
    expect(facts.assigned.get(second.id)).toEqual([ben.id]);
    expect(loaded.personIds.toSorted()).toEqual([ann.id, ben.id].toSorted());
  });

  it('holds the dates asked for, both included, and all rules', async () => {
    const { own, version, origin, load } = await aDepartment();
    const person = await storedPerson(db);
    await insertCoverageRules(db, origin, [aRule(own.code)]);
    const days = ['2026-04-09', '2026-04-10', '2026-04-11', '2026-04-12'].map(date);
    const instances = days.map((day) => anInstance(own.code, { date: day }));
    await insertShiftInstances(db, origin, instances);
    await insertRosterEntries(
      db,
      { ...origin, versionId: version.id },
      days.map((day) => anEntry(person.id, { date: day })),
    );
    const { facts } = await load(date('2026-04-10'), date('2026-04-11'));
    expect(facts.instances.map((each) => each.date).sort()).toEqual(['2026-04-10', '2026-04-11']);
    expect(facts.entries.map((each) => each.date).sort()).toEqual(['2026-04-10', '2026-04-11']);
    expect(facts.rules).toHaveLength(1);
  });

  it('leaves removed entries and assignments out, and other versions', async () => {
    const { own, origin, load } = await aDepartment();
    const person = await storedPerson(db);
    const instance = anInstance(own.code);
    await insertShiftInstances(db, origin, [instance]);
    const entry = anEntry(person.id);
    await insertRosterEntries(db, origin, [entry]);
    await insertAssignments(db, [anAssignment(person.id, instance, { entryId: entry.id })], scheduler);
    await softDeleteAssignmentsOf(db, [entry.id], scheduler);
    await softDeleteRosterEntries(db, [entry.id], scheduler);
    const { facts, personIds } = await load();
    expect(facts).toMatchObject({ instances: [instance], entries: [], assigned: new Map() });
    expect(personIds).toEqual([]);
  });
});

describe('the schedule of a flat list', () => {
  it('keeps sheet and row of each instance', async () => {
    const { own, other, origin, load } = await aDepartment('LIST');
    const instances = [
      anInstance(own.code, { sourceSheet: 'April, "final"', sourceRow: 2, desired: 2 }),
      anInstance(own.code, { sourceSheet: 'April, "final"', sourceRow: 3, date: to, desired: 2 }),
      anInstance(other.code, {
        sourceSheet: 'Sheet 2',
        sourceRow: 2,
        constraint: 'BOTH',
        studyType: 'GENERAL',
      }),
    ];
    const person = await storedPerson(db);
    await insertShiftInstances(db, origin, instances);
    await insertAssignments(
      db,
      instances.map((instance) => anAssignment(person.id, instance)),
      scheduler,
    );
    const { facts } = await load();
    expect(facts.layout).toBe('list');
    expect(byId(facts.instances)).toEqual(byId(instances));
    expect([...facts.assigned.values()]).toEqual([[person.id], [person.id], [person.id]]);
  });
});

describe('a version', () => {
  it('without anything is empty, not missing', async () => {
    const { version, load } = await aDepartment();
    expect(await load()).toMatchObject({
      version: { id: version.id },
      facts: { rules: [], instances: [], entries: [], holidays: [], rolloverHour: '08:00' },
      personIds: [],
    });
  });

  it('without an import is a list without a file', async () => {
    const { id } = await storedHospital(db);
    const version = await storedVersion(db, id);
    expect((await loadSchedule(db, version.id, from, to)).facts).toMatchObject({ layout: 'list', file: '' });
  });

  it('names the file of its own import before that of a later one', async () => {
    const { own, version, origin, load } = await aDepartment();
    const later = aBatch(own.id, { versionId: version.id, sourceName: 'later.ods' });
    await insertBatch(db, later);
    await completeBatch(db, later.id, 1, { accounting: null, validation: null });
    expect((await load()).facts.file).toBe('later.ods');
    await setVersionValidation(db, version.id, { validation: null, batchId: origin.batchId, by: scheduler });
    expect((await load()).facts.file).toBe('april.ods');
    await insertBatchFiles(db, origin.batchId, [{ fileName: 'as uploaded.ods', checksum: 'x' }]);
    expect((await load()).facts.file).toBe('as uploaded.ods');
  });

  it('that does not exist or was deleted is not found', async () => {
    await expect(loadSchedule(db, newId<VersionId>(), from, to)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { version, load } = await aDepartment();
    await softDeleteVersion(db, version.id, scheduler);
    await expect(load()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('readers', () => {
  it('come in one query, those who were deleted since too', async () => {
    const ann = await storedPerson(db, { phone: '555 0101', pager: '12', specialty: 'BODY_ONLY' });
    const ben = await storedPerson(db);
    await softDeletePerson(db, ben.id);
    const counted = countQueries(db);
    const readers = await loadReaders(counted.db, [ann.id, ben.id, newId<PersonId>()]);
    expect(counted.count()).toBe(1);
    const { id, name, email } = ann;
    expect(readers.get(id)).toEqual({
      id,
      name,
      email,
      specialty: 'BODY_ONLY',
      phone: '555 0101',
      pager: '12',
    });
    expect([...readers.keys()].sort()).toEqual([ann.id, ben.id].sort());
  });

  it('of nobody are none', async () => {
    expect(await loadReaders(db, [])).toEqual(new Map());
  });
});

it('rows that other programs have stored with odd hours read like ours', async () => {
  const { own, version, load } = await aDepartment();
  await runSql(
    db,
    `insert into shift_instances (id, schedule_version_id, shift_type, schedule_date, start_time, end_time, hospital_id,
       study_type, specialty_constraint, created_by)
     values ('${newId()}', '${version.id}', 'ON2', '2026-04-02', '01:00:30', '08:00', '${own.id}', 'BODY', 'BOTH', '${scheduler}')`,
  );
  expect((await load()).facts.instances).toMatchObject([
    { start: '01:00', end: '08:00', desired: 1, mandatory: false, groupId: null, sourceSheet: null },
  ]);
});
