import { describe, expect, it } from 'vitest';
import type { PersonId } from '#src/domain/ids.ts';
import type { Specialty } from '#src/domain/specialty.ts';
import { newId } from '#src/outside/new-id.ts';
import { aPerson } from '#test/support/builders.ts';
import { everyPage, openTestDatabase } from '#test/support/open-test-database.ts';
import { storedHospital, storedPerson } from '#test/support/stored.ts';
import {
  addDepartmentMembers,
  listDepartmentMembers,
  listDepartmentsOfPerson,
} from './department-members.ts';
import {
  findPersonByEmail,
  getPerson,
  insertPerson,
  listAllPersons,
  listPersons,
  softDeletePerson,
  updatePerson,
  upsertPerson,
} from './persons.ts';

const { db, plansOf } = await openTestDatabase();

describe('a person', () => {
  it('comes back as stored, aliases with commas and quotes included', async () => {
    const person = aPerson({
      specialty: 'NEURO_ONLY',
      aliases: ['Quill, O.', 'O. "Q" Quill', '{curly}'],
      amionId: '1234',
      phone: '555 0100',
      pager: '77',
    });
    await insertPerson(db, person);
    expect(await getPerson(db, person.id)).toEqual(person);
  });

  it('is not found by an unknown id', async () => {
    await expect(getPerson(db, newId<PersonId>())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot take an email that is taken, and says what to do', async () => {
    const { email } = await storedPerson(db);
    await expect(insertPerson(db, aPerson({ email }))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Use another email'),
    });
  });

  it('cannot have a specialty that is none', async () => {
    await expect(insertPerson(db, aPerson({ specialty: 'SPINE' as Specialty }))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('is updated under the id', async () => {
    const person = await storedPerson(db);
    await updatePerson(db, { ...person, specialty: 'BODY_ONLY', active: false });
    expect(await getPerson(db, person.id)).toMatchObject({ specialty: 'BODY_ONLY', active: false });
    await expect(updatePerson(db, aPerson())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is found by email in other letters', async () => {
    const person = await storedPerson(db, { email: 'Mixed.Case@wardham.test' });
    expect(await findPersonByEmail(db, 'mixed.case@WARDHAM.test')).toEqual(person);
    expect(await findPersonByEmail(db, 'nobody@wardham.test')).toBeNull();
  });
});

describe('importing a person', () => {
  it('stores a new one', async () => {
    const person = aPerson();
    expect(await upsertPerson(db, person)).toEqual(person);
  });

  it('updates the one with the email, whatever its letters, and keeps id and spelling', async () => {
    const person = await storedPerson(db, { email: 'Kept@wardham.test' });
    const again = await upsertPerson(db, aPerson({ email: 'kept@wardham.test', name: 'Renamed' }));
    expect(again).toMatchObject({ id: person.id, email: 'Kept@wardham.test', name: 'Renamed' });
  });

  it('brings a deleted one back', async () => {
    const person = await storedPerson(db);
    await softDeletePerson(db, person.id);
    expect(await upsertPerson(db, aPerson({ email: person.email }))).toMatchObject({
      id: person.id,
      active: true,
    });
    expect(await getPerson(db, person.id)).toMatchObject({ active: true });
  });

  it('at once from two files stores the person once', async () => {
    const email = 'twice@wardham.test';
    const [one, two] = await Promise.all([
      upsertPerson(db, aPerson({ email })),
      upsertPerson(db, aPerson({ email })),
    ]);
    expect(one?.id).toBe(two?.id);
  });
});

describe('a deleted person', () => {
  it('is in no read', async () => {
    const person = await storedPerson(db, { name: 'Departed' });
    await softDeletePerson(db, person.id);
    await expect(getPerson(db, person.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await findPersonByEmail(db, person.email)).toBeNull();
    expect(await listAllPersons(db, { search: 'Departed' })).toEqual([]);
    await expect(softDeletePerson(db, person.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the list of people', () => {
  it('is filtered by activity, specialty, department, name and alias', async () => {
    const hospital = await storedHospital(db);
    const body = await storedPerson(db, { name: 'Zed Body', specialty: 'BODY_ONLY', aliases: ['Bodkin'] });
    const idle = await storedPerson(db, { name: 'Zed Idle', active: false });
    await addDepartmentMembers(db, hospital.id, [body.id, idle.id]);
    const departmentId = hospital.id;
    expect((await listPersons(db, { departmentId })).items).toEqual([body, idle]);
    expect((await listPersons(db, { departmentId, active: true })).items).toEqual([body]);
    expect((await listPersons(db, { departmentId, specialty: 'BOTH' })).items).toEqual([idle]);
    expect((await listPersons(db, { departmentId, search: 'bodk' })).items).toEqual([body]);
    expect((await listPersons(db, { search: idle.email })).items).toEqual([idle]);
  });

  it('comes in pages by name, namesakes too', async () => {
    for (const _ of [1, 2, 3]) await storedPerson(db, { name: 'Zoe Namesake' });
    const pages = await everyPage((cursor) => listPersons(db, { search: 'Namesake' }, { limit: 1, cursor }));
    expect(new Set(pages.flat().map((person) => person.id)).size).toBe(3);
    expect(pages.map((page) => page.length)).toEqual([1, 1, 1]);
  });

  it('of one department is read along its members', async () => {
    const { id: departmentId } = await storedHospital(db);
    expect(await plansOf((watched) => listPersons(watched, { departmentId }))).toContain(
      'department_members_pkey',
    );
  });
});

describe('members of a department', () => {
  it('are added once, and left out when deleted', async () => {
    const hospital = await storedHospital(db);
    const [stays, goes] = [await storedPerson(db), await storedPerson(db)];
    await addDepartmentMembers(db, hospital.id, [stays.id, goes.id]);
    await addDepartmentMembers(db, hospital.id, [stays.id]);
    await addDepartmentMembers(db, hospital.id, []);
    await softDeletePerson(db, goes.id);
    expect(await listDepartmentMembers(db, hospital.id)).toEqual([stays.id]);
    expect(await listDepartmentsOfPerson(db, stays.id)).toEqual([hospital.id]);
  });

  it('must exist', async () => {
    const hospital = await storedHospital(db);
    await expect(addDepartmentMembers(db, hospital.id, [newId<PersonId>()])).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
