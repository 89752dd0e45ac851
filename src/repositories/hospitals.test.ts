import { describe, expect, it } from 'vitest';
import type { HospitalId } from '#src/domain/ids.ts';
import { newId } from '#src/outside/new-id.ts';
import { aHospital } from '#test/support/builders.ts';
import { everyPage, openTestDatabase } from '#test/support/open-test-database.ts';
import { storedHospital } from '#test/support/stored.ts';
import {
  findHospitalByCode,
  getHospital,
  insertHospital,
  listAllHospitals,
  listHospitals,
  softDeleteHospital,
  updateHospital,
  upsertHospital,
} from './hospitals.ts';

const { db, plansOf } = await openTestDatabase();

describe('a hospital', () => {
  it('comes back as it was stored', async () => {
    const hospital = aHospital({ location: 'North bank', timeZone: 'America/Chicago' });
    await insertHospital(db, hospital);
    expect(await getHospital(db, hospital.id)).toEqual(hospital);
  });

  it('is not found by an unknown id', async () => {
    await expect(getHospital(db, newId<HospitalId>())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot take a code that is taken, and says what to do', async () => {
    const { code } = await storedHospital(db);
    await expect(insertHospital(db, aHospital({ code }))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Choose another code'),
    });
  });

  it('of two at once with the same code, exactly one is stored', async () => {
    const code = 'Twins';
    const results = await Promise.allSettled([
      insertHospital(db, aHospital({ code })),
      insertHospital(db, aHospital({ code })),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('cannot have a code longer than the column', async () => {
    await expect(insertHospital(db, aHospital({ code: 'x'.repeat(51) }))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('is updated under its id', async () => {
    const hospital = await storedHospital(db);
    await updateHospital(db, { ...hospital, name: 'Renamed', timeZone: 'America/Denver' });
    expect(await getHospital(db, hospital.id)).toMatchObject({ name: 'Renamed', timeZone: 'America/Denver' });
    await expect(updateHospital(db, aHospital())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is found by its code, also in other letters, the exact one first', async () => {
    const upper = await storedHospital(db, { code: 'MERE' });
    const lower = await storedHospital(db, { code: 'mere' });
    expect(await findHospitalByCode(db, 'mere')).toEqual(lower);
    expect(await findHospitalByCode(db, 'MERE')).toEqual(upper);
    expect(await findHospitalByCode(db, 'Mere')).not.toBeNull();
    expect(await findHospitalByCode(db, 'Nowhere')).toBeNull();
  });
});

describe('importing a hospital', () => {
  it('stores a new one with the given id', async () => {
    const hospital = aHospital();
    expect(await upsertHospital(db, hospital)).toEqual(hospital);
  });

  it('updates the one that has the code and keeps its id', async () => {
    const hospital = await storedHospital(db);
    const again = await upsertHospital(db, aHospital({ code: hospital.code, name: 'New name' }));
    expect(again).toMatchObject({ id: hospital.id, name: 'New name' });
  });

  it('brings a deleted one back', async () => {
    const hospital = await storedHospital(db);
    await softDeleteHospital(db, hospital.id);
    await upsertHospital(db, aHospital({ code: hospital.code }));
    expect(await getHospital(db, hospital.id)).toMatchObject({ code: hospital.code });
  });
});

describe('a deleted hospital', () => {
  it('is in no read', async () => {
    const hospital = await storedHospital(db, { name: 'Gone away' });
    await softDeleteHospital(db, hospital.id);
    await expect(getHospital(db, hospital.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await findHospitalByCode(db, hospital.code)).toBeNull();
    expect((await listHospitals(db, { search: 'Gone away' })).items).toEqual([]);
    expect((await listAllHospitals(db)).map((each) => each.id)).not.toContain(hospital.id);
    await expect(updateHospital(db, hospital)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(softDeleteHospital(db, hospital.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the list of hospitals', () => {
  it('comes in pages by code, each hospital once', async () => {
    for (const code of ['ZZ3', 'ZZ1', 'ZZ5', 'ZZ2', 'ZZ4']) await storedHospital(db, { code, name: 'Paged' });
    const pages = await everyPage((cursor) => listHospitals(db, { search: 'Paged' }, { limit: 2, cursor }));
    expect(pages.map((page) => page.map((hospital) => hospital.code))).toEqual([
      ['ZZ1', 'ZZ2'],
      ['ZZ3', 'ZZ4'],
      ['ZZ5'],
    ]);
  });

  it('finds a part of the name; % and _ mean themselves', async () => {
    const hospital = await storedHospital(db, { name: '100%_ward' });
    expect((await listHospitals(db, { search: '0%_W' })).items).toEqual([hospital]);
    expect((await listHospitals(db, { search: '%zz%' })).items).toEqual([]);
  });

  it.each([0, 201, 1.5])('refuses a page of %d', async (limit) => {
    await expect(listHospitals(db, {}, { limit })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it.each([
    'nonsense',
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('refuses the cursor %s', async (cursor) => {
    await expect(listHospitals(db, {}, { cursor })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is read along an index', async () => {
    expect(await plansOf((watched) => listHospitals(watched))).toContain('Index Scan');
  });
});
