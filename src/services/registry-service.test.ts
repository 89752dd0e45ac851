import { describe, expect, it } from 'vitest';
import { runSql } from '#test/support/open-test-database.ts';
import { openTestServices } from '#test/support/services.ts';
import { HOSPITALS, PEOPLE, textFile } from '#test/support/small-schedule.ts';

const test = await openTestServices();
const { registry, actor } = test;
const { db } = test.database;
const people = (...rows: string[]) =>
  textFile('people.csv', ['name,email,specialty,aliases,amion_id,phone,pager', ...rows]);
const hospitals = (...rows: string[]) => textFile('hospitals.csv', ['code,name,location,time_zone', ...rows]);
const counts = ({ added, updated, unchanged }: { added: number; updated: number; unchanged: number }) => [
  added,
  updated,
  unchanged,
];
const find = async (email: string) =>
  (await registry.listPeople(null)).find((person) => person.email === email);
const audited = async (action: string) => (await test.audit.list({ action }, { limit: 200 })).items;

describe('people', () => {
  it('are added, left alone and updated by their email, however it is written', async () => {
    expect(
      counts(
        await registry.importPeople(
          people(
            'Vera Oakley,oakley@ashby.test,both,V. Oakley;Oakley,77,555,556',
            'Ben Marsh,marsh@ashby.test,body,,,,',
          ),
          null,
          actor,
        ),
      ),
    ).toEqual([2, 0, 0]);
    expect(await find('oakley@ashby.test')).toMatchObject({
      name: 'Vera Oakley',
      specialty: 'BOTH',
      aliases: ['V. Oakley', 'Oakley'],
      amionId: '77',
      phone: '555',
      pager: '556',
      active: true,
    });
    expect(
      counts(
        await registry.importPeople(
          people('Vera Oakley,OAKLEY@ashby.test,both,V. Oakley;Oakley,77,555,556'),
          null,
          actor,
        ),
      ),
    ).toEqual([0, 0, 1]);
    expect(
      counts(await registry.importPeople(people('Vera Oakley,oakley@ashby.test,neuro,,,,'), null, actor)),
    ).toEqual([0, 1, 0]);
    expect(await find('oakley@ashby.test')).toMatchObject({
      specialty: 'NEURO_ONLY',
      aliases: [],
      amionId: null,
      phone: null,
    });
  });

  it('keep what a file has no column for; empty cells of a column that is there clear', async () => {
    await registry.importPeople(people('Lea Moor,moor@ashby.test,both,L. Moor,88,557,558'), null, actor);
    const short = (...rows: string[]) => textFile('people.csv', rows);
    const again = short('name,email,specialty', 'Lea Moor,moor@ashby.test,both');
    expect(counts(await registry.importPeople(again, null, actor))).toEqual([0, 0, 1]);
    const cleared = short('name,email,specialty,pager', 'Lea Moor,moor@ashby.test,body,');
    expect(counts(await registry.importPeople(cleared, null, actor))).toEqual([0, 1, 0]);
    expect(await find('moor@ashby.test')).toMatchObject({
      ...{ specialty: 'BODY_ONLY', aliases: ['L. Moor'], amionId: '88', phone: '557', pager: null },
    });
  });

  it('with the Amion id of somebody else are refused, each with its line; to exchange two is none', async () => {
    const both = (a: string, b: string) =>
      people(`Al One,one@ashby.test,both,,${a},,`, `Bo Two,two@ashby.test,both,,${b},,`);
    expect(counts(await registry.importPeople(both('A1', 'B2'), null, actor))).toEqual([2, 0, 0]);
    expect(counts(await registry.importPeople(both('B2', 'A1'), null, actor))).toEqual([0, 2, 0]);
    const file = people('Zed Rook,rook@ashby.test,both,,b2,,');
    const { validation } = await registry.importPeople(file, null, actor);
    expect(validation).toMatchObject({
      canImport: false,
      messages: [{ code: 'AMBIGUOUS_PERSON', context: { line: 2, column: 'amion_id', file: 'people.csv' } }],
    });
    expect(validation.messages[0]?.text).toContain('Al One');
    expect(await find('rook@ashby.test')).toBeUndefined();
  });

  it('stored with capitals in their email are found, and keep its spelling', async () => {
    await registry.importPeople(people('Cleo Hart,hart@ashby.test,both,,,,'), null, actor);
    await runSql(db, `update persons set email = 'Hart@Ashby.test' where email = 'hart@ashby.test'`);
    expect(
      counts(await registry.importPeople(people('Cleo Hart,hart@ashby.test,both,,,,'), null, actor)),
    ).toEqual([0, 0, 1]);
    expect(await find('Hart@Ashby.test')).toMatchObject({ name: 'Cleo Hart' });
  });

  it('become members of a department, those that are known already too', async () => {
    const ward = await test.openDepartment();
    expect(await registry.listPeople(ward.id)).toHaveLength(6);
    await registry.importPeople(people('Ben Marsh,marsh@ashby.test,body,,,,'), ward.id, actor);
    expect((await registry.listPeople(ward.id)).map(({ name }) => name)).toContain('Ben Marsh');
    const [joined] = (await test.audit.list({ action: 'MEMBERS_ADDED', department: ward.code }, {})).items;
    expect(joined).toMatchObject({
      resource: `department:${ward.id}`,
      newValues: { people: ['marsh@ashby.test'] },
    });
    await registry.importPeople(people('Ben Marsh,marsh@ashby.test,body,,,,'), ward.id, actor);
    expect(
      (await test.audit.list({ action: 'MEMBERS_ADDED', department: ward.code }, {})).items,
    ).toHaveLength(2);
  });

  it('are audited with what they were and are', async () => {
    await registry.importPeople(people('Ina Birch,birch@ashby.test,both,,,,'), null, actor);
    await registry.importPeople(people('Ina Birch,birch@ashby.test,body,,,,'), null, actor);
    const [update] = await audited('PERSON_UPDATED');
    expect(update).toMatchObject({
      userId: actor.userId,
      oldValues: { specialty: 'BOTH' },
      newValues: { specialty: 'BODY_ONLY' },
    });
    expect(update?.resource).toBe(`person:${(await find('birch@ashby.test'))?.id}`);
    expect((await audited('PERSON_ADDED'))[0]).toMatchObject({
      oldValues: null,
      newValues: { email: 'birch@ashby.test' },
    });
  });

  it.each([
    ['an email that is none', 'Ada Fenn,nowhere,both,,,,', 'INVALID_EMAIL'],
    ['a specialty that is none', 'Ada Fenn,fenn@ashby.test,feet,,,,', 'INVALID_SPECIALTY'],
    ['no name', ',fenn@ashby.test,both,,,,', 'MISSING_VALUE'],
  ])('with %s are refused whole: nobody of the file is stored', async (_, row, code) => {
    const result = await registry.importPeople(people('Zed Rook,rook@ashby.test,both,,,,', row), null, actor);
    expect(result).toMatchObject({ added: 0, updated: 0, unchanged: 0, validation: { canImport: false } });
    expect(result.validation.messages.map((m) => m.code)).toContain(code);
    expect(await find('rook@ashby.test')).toBeUndefined();
  });

  it('of a file without the columns, or that is no text, are refused', async () => {
    const codes = async (file: { name: string; bytes: Uint8Array }) =>
      (await registry.importPeople(file, null, actor)).validation.messages.map((m) => m.code);
    expect(await codes(textFile('p.csv', ['name,mail', 'A,b@c.test']))).toEqual([
      'MISSING_COLUMN',
      'MISSING_COLUMN',
    ]);
    expect(await codes({ name: 'p.csv', bytes: new Uint8Array([0, 1, 2, 0, 255, 0]) })).toEqual([
      'INVALID_FILE_TYPE',
    ]);
  });
});

describe('hospitals', () => {
  it('are added, left alone and updated by their code; a zone that is missing is the default, later the known one', async () => {
    expect(
      counts(
        await registry.importHospitals(
          hospitals('Fenwick,Fenwick Hospital,North,', 'Heath,,,Europe/Berlin'),
          'America/Chicago',
          actor,
        ),
      ),
    ).toEqual([2, 0, 0]);
    const byCode = async (code: string) =>
      (await registry.listHospitals()).find((hospital) => hospital.code === code);
    expect(await byCode('Fenwick')).toMatchObject({
      name: 'Fenwick Hospital',
      location: 'North',
      timeZone: 'America/Chicago',
    });
    expect(await byCode('Heath')).toMatchObject({ name: 'Heath', location: null, timeZone: 'Europe/Berlin' });
    expect(
      counts(
        await registry.importHospitals(
          hospitals('fenwick,Fenwick Hospital,North,', 'Heath,Heath Clinic,,'),
          'America/Denver',
          actor,
        ),
      ),
    ).toEqual([0, 1, 1]);
    expect(await byCode('Fenwick')).toMatchObject({ timeZone: 'America/Chicago' });
    expect(await byCode('Heath')).toMatchObject({ name: 'Heath Clinic', timeZone: 'Europe/Berlin' });
    expect((await audited('HOSPITAL_UPDATED'))[0]).toMatchObject({
      oldValues: { name: 'Heath' },
      newValues: { name: 'Heath Clinic' },
    });
  });

  it('keep what a file has no column for', async () => {
    await registry.importHospitals(hospitals('Moor,Moor Clinic,West,Europe/Berlin'), 'UTC', actor);
    const file = textFile('hospitals.csv', ['code', 'MOOR']);
    expect(counts(await registry.importHospitals(file, 'UTC', actor))).toEqual([0, 0, 1]);
  });

  it('with an error are refused whole', async () => {
    const result = await registry.importHospitals(
      hospitals('Newtown,,,', 'Oldtown,,,Mars/Olympus', ',Nameless,,'),
      'America/New_York',
      actor,
    );
    expect(result.validation.messages.map((m) => m.code).sort()).toEqual([
      'INVALID_TIME_ZONE',
      'MISSING_VALUE',
    ]);
    expect((await registry.listHospitals()).map(({ code }) => code)).not.toContain('Newtown');
  });

  it('made of names that nobody knew are made once', async () => {
    expect(
      (await registry.createHospitals(['Linden', 'ashby', 'Linden'], 'America/New_York', actor)).map(
        ({ code }) => code,
      ),
    ).toEqual(['Linden']);
    expect(await registry.createHospitals(['LINDEN'], 'America/New_York', actor)).toEqual([]);
    await expect(registry.createHospitals(['..'], 'America/New_York', actor)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

it('the files of the small schedule are free of messages', async () => {
  expect((await registry.importPeople(PEOPLE, null, actor)).validation.messages).toEqual([]);
  expect((await registry.importHospitals(HOSPITALS, 'America/New_York', actor)).validation.messages).toEqual(
    [],
  );
});
