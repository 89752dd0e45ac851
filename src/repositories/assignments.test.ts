import { describe, expect, it } from 'vitest';
import type { AssignmentSource } from '#src/domain/coverage-facts.ts';
import type { PersonId, RosterEntryId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { anAssignment, anEntry, anInstance, clock, date, scheduler } from '#test/support/builders.ts';
import { everyPage, openTestDatabase, runSql } from '#test/support/open-test-database.ts';
import { storedHospital, storedPerson, storedVersion } from '#test/support/stored.ts';
import {
  insertAssignments,
  listAssignments,
  listAssignmentsOfPerson,
  softDeleteAssignmentsOf,
} from './assignments.ts';
import { insertRosterEntries, listRosterEntries, softDeleteRosterEntries } from './roster-entries.ts';
import { softDeleteVersion } from './schedule-versions.ts';
import { insertShiftInstances } from './shift-instances.ts';

const { db, plansOf } = await openTestDatabase();
const hospital = await storedHospital(db);
const hospitalIds = new Map([[hospital.code, hospital.id]]);

/** A version with a MidC instance on each of three dates and a roster entry of one person for the first. */
async function aSchedule() {
  const version = await storedVersion(db, hospital.id);
  const person = await storedPerson(db);
  const instances = ['2026-04-01', '2026-04-02', '2026-04-03'].map((day) =>
    anInstance(hospital.code, { date: date(day) }),
  );
  const [first = anInstance(''), second = anInstance(''), third = anInstance('')] = instances;
  const origin = { versionId: version.id, batchId: null, createdBy: scheduler };
  await insertShiftInstances(db, { ...origin, hospitalIds }, instances);
  const entry = anEntry(person.id);
  await insertRosterEntries(db, origin, [entry]);
  return { version, person, first, second, third, entry, origin };
}

describe('assignments', () => {
  it('come back as stored, by date', async () => {
    const { version, person, first, second, entry } = await aSchedule();
    const later = anAssignment(person.id, second, { source: 'MANUAL', originalShiftType: null });
    const earlier = anAssignment(person.id, first, { entryId: entry.id, originalShiftType: 'Mid, "C"' });
    await insertAssignments(db, [later, earlier], scheduler);
    expect(await listAssignments(db, version.id)).toEqual([earlier, later]);
    expect(await listAssignments(db, version.id, { from: second.date, to: second.date })).toEqual([later]);
  });

  it('put a person on an instance once', async () => {
    const { person, first } = await aSchedule();
    await insertAssignments(db, [anAssignment(person.id, first)], scheduler);
    await expect(insertAssignments(db, [anAssignment(person.id, first)], scheduler)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('assigned to this shift already'),
    });
  });

  it('put a person on an instance once, also from two at the same moment', async () => {
    const { version, person, first } = await aSchedule();
    const assign = () => insertAssignments(db, [anAssignment(person.id, first)], scheduler);
    const both = await Promise.allSettled([assign(), assign()]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listAssignments(db, version.id)).toHaveLength(1);
  });

  it('put two people on one instance', async () => {
    const { version, person, first } = await aSchedule();
    const other = await storedPerson(db);
    await insertAssignments(db, [anAssignment(person.id, first), anAssignment(other.id, first)], scheduler);
    expect(await listAssignments(db, version.id)).toHaveLength(2);
  });

  it('need a person and an instance that exist', async () => {
    const { person, first } = await aSchedule();
    await expect(
      insertAssignments(db, [anAssignment(newId<PersonId>(), first)], scheduler),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      insertAssignments(db, [anAssignment(person.id, anInstance(hospital.code))], scheduler),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('come from one of three sources', async () => {
    const { person, first } = await aSchedule();
    const guessed = anAssignment(person.id, first, { source: 'GUESS' as AssignmentSource });
    await expect(insertAssignments(db, [guessed], scheduler)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('none at all are stored without a word', async () => {
    await expect(insertAssignments(db, [], scheduler)).resolves.toBeUndefined();
  });
});

describe('removed assignments', () => {
  it('go with their roster entry, stay as rows, and make room', async () => {
    const { version, person, first, second, entry } = await aSchedule();
    const ofEntry = anAssignment(person.id, first, { entryId: entry.id });
    const byHand = anAssignment(person.id, second);
    await insertAssignments(db, [ofEntry, byHand], scheduler);
    expect(await softDeleteAssignmentsOf(db, [entry.id], scheduler)).toBe(1);
    expect(await softDeleteAssignmentsOf(db, [entry.id], scheduler)).toBe(0);
    expect(await listAssignments(db, version.id)).toEqual([byHand]);
    expect((await listAssignmentsOfPerson(db, person.id)).items).toEqual([byHand]);
    const kept = await runSql(db, `select deleted_by from assignments where id = '${ofEntry.id}'`);
    expect(kept).toEqual([{ deleted_by: scheduler }]);
    await insertAssignments(db, [anAssignment(person.id, first)], scheduler);
    expect(await listAssignments(db, version.id)).toHaveLength(2);
  });

  it('are none where no entry is named', async () => {
    expect(await softDeleteAssignmentsOf(db, [], scheduler)).toBe(0);
    expect(await softDeleteAssignmentsOf(db, [newId<RosterEntryId>()], scheduler)).toBe(0);
  });
});

describe('the assignments of a person', () => {
  it('come by date, in pages, of a span or version', async () => {
    const { version, person, first, second, third } = await aSchedule();
    const all = [first, second, third].map((instance) => anAssignment(person.id, instance));
    await insertAssignments(db, all, scheduler);
    const pages = await everyPage((cursor) =>
      listAssignmentsOfPerson(db, person.id, {}, { limit: 2, cursor }),
    );
    expect(pages).toEqual([all.slice(0, 2), all.slice(2)]);
    const filter = { from: second.date, to: second.date, versionId: version.id };
    expect((await listAssignmentsOfPerson(db, person.id, filter)).items).toEqual([all[1]]);
  });

  it('leave deleted versions out', async () => {
    const { version, person, first } = await aSchedule();
    await insertAssignments(db, [anAssignment(person.id, first)], scheduler);
    await softDeleteVersion(db, version.id, scheduler);
    expect((await listAssignmentsOfPerson(db, person.id)).items).toEqual([]);
  });

  it('are read along an index', async () => {
    const plans = await plansOf((watched) => listAssignmentsOfPerson(watched, newId<PersonId>()));
    expect(plans).toMatch(/idx_assignments_(person|unique)/);
  });
});

describe('roster entries', () => {
  it('come back as stored, vacancies and awkward texts included', async () => {
    const { version, person, entry, origin } = await aSchedule();
    const vacancy = anEntry(null, { date: date('2026-04-02'), start: clock('22:00'), end: clock('02:00') });
    const byHand = anEntry(person.id, {
      date: date('2026-04-03'),
      source: 'MANUAL',
      report: null,
      line: null,
      text: 'said "no", {then} \\ yes\nand more \0',
      reason: 'Ill',
    });
    await insertRosterEntries(db, origin, [vacancy, byHand]);
    const stored = { ...byHand, text: 'said "no", {then} \\ yes\nand more \ufffd' };
    expect(await listRosterEntries(db, version.id)).toEqual([entry, vacancy, stored]);
    expect(await listRosterEntries(db, version.id, { from: vacancy.date, to: vacancy.date })).toEqual([
      vacancy,
    ]);
  });

  it('have both hours or none', async () => {
    const { person, origin } = await aSchedule();
    await expect(
      insertRosterEntries(db, origin, [anEntry(person.id, { start: clock('18:00') })]),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining('both') });
  });

  it('are in no read once removed', async () => {
    const { version, entry } = await aSchedule();
    expect(await softDeleteRosterEntries(db, [entry.id], scheduler)).toBe(1);
    expect(await softDeleteRosterEntries(db, [entry.id], scheduler)).toBe(0);
    expect(await listRosterEntries(db, version.id)).toEqual([]);
  });
});
