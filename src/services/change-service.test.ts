import { describe, expect, it } from 'vitest';
import type { ClockTime } from '#src/domain/clock-time.ts';
import { changed, hours, provideHandChanges, words } from '#test/support/hand-changes.ts';
import { rosterLine, textFile } from '#test/support/small-schedule.ts';

const { assigned, change, given, order, test } = await provideHandChanges();

describe('assigning', () => {
  it('the whole of a shift takes it from whoever held it: OVERRIDE in production', async () => {
    const result = await change('assign', '2026-04-06', 'ON1', 'hollis');
    expect([words(result.removed), words(result.added)]).toEqual([
      ['ON1 Grantham 01:00-08:00'],
      ['ON1 Hollis'],
    ]);
    expect(result).toMatchObject({ versionId: given.id, dryRun: false, timeZone: 'America/New_York' });
    expect(changed(result)).toEqual([
      'CT Body 01:00-08:00 Grantham → Hollis changed',
      'US 01:00-08:00 Grantham → Hollis changed',
    ]);
    expect(await assigned('2026-04-06', 'ON1')).toEqual(['Hollis OVERRIDE -']);
  });

  it('a part of it leaves the rest to whoever held it, under the name that the roster gives', async () => {
    const result = await change('assign', '2026-04-06', 'ON1', 'hollis', { hours: hours('02:00-04:00') });
    expect(words(result.added)).toEqual([
      'ON1 Grantham 01:00-02:00',
      'ON1 Grantham 04:00-08:00',
      'ON1 Hollis 02:00-04:00',
    ]);
    expect(changed(result)).toEqual([
      'CT Body 02:00-04:00 Grantham → Hollis changed',
      'US 02:00-04:00 Grantham → Hollis changed',
    ]);
    expect(await assigned('2026-04-06', 'ON1')).toEqual(['Grantham OVERRIDE ON1', 'Hollis OVERRIDE -']);
    const { answers } = await test.who.ask({
      department: given.ward.code,
      at: '2026-04-07T01:30',
      hospital: null,
      study: 'US',
      versionId: null,
    });
    expect(answers).toMatchObject([
      {
        because: {
          assignment: {
            source: 'OVERRIDE',
            report: 'roster.csv',
            line: 9,
            text: rosterLine('2026-04-06', 'ON1', 'Grantham, Nora'),
          },
        },
      },
    ]);
  });

  it('in the other parts of a split leaves those as they are', async () => {
    const result = await change('assign', '2026-04-07', 'ON1', 'hollis', { hours: hours('04:00-05:00') });
    expect([words(result.removed), words(result.added)]).toEqual([
      ['ON1 Quennell 04:00-05:00'],
      ['ON1 Hollis 04:00-05:00'],
    ]);
    expect(await assigned('2026-04-07', 'ON1')).toEqual(['Grantham AMION ON1', 'Hollis OVERRIDE -']);
  });

  it('a vacant shift covers its studies', async () => {
    const result = await change('assign', '2026-04-08', 'ON2', 'hollis');
    expect(changed(result)).toEqual(['CT Neuro 01:00-08:00 POSITION_EMPTY → Hollis covered']);
  });

  it('somebody who may not read the studies uncovers them', async () => {
    expect(changed(await change('assign', '2026-04-06', 'ON1', 'quennell'))).toEqual([
      'CT Body 01:00-08:00 Grantham → SPECIALTY_MISMATCH uncovered',
      'US 01:00-08:00 Grantham → Quennell changed',
    ]);
  });

  it('a body-only person re-cuts the night, which shows', async () => {
    expect(changed(await change('assign', '2026-04-06', 'ON2', 'brightwater'))).toEqual([
      'CT Body 01:00-08:00 Grantham → Brightwater changed',
      'CT Neuro 01:00-08:00 Dunmore → Grantham changed',
      'US 01:00-08:00 Grantham → Brightwater changed',
    ]);
  });

  it('somebody from elsewhere makes them a member of the department', async () => {
    const visitors = textFile('visitors.csv', ['name,email,specialty', 'Vera Oakley,oakley@ashby.test,both']);
    await test.registry.importPeople(visitors, null, test.actor);
    await change('assign', '2026-04-06', 'ON1', 'oakley');
    expect((await test.registry.listPeople(given.ward.id)).map(({ name }) => name)).toContain('Vera Oakley');
  });

  it.each<[string, Parameters<typeof order>, string]>([
    ['what they hold already', ['assign', '2026-04-06', 'ON1', 'grantham'], 'CONFLICT'],
    ['somebody unknown', ['assign', '2026-04-06', 'ON1', 'nobody'], 'BAD_REQUEST'],
    ['a shift that the schedule does not have', ['assign', '2026-04-06', 'Mid3', 'hollis'], 'BAD_REQUEST'],
    ['a date without a schedule', ['assign', '2026-05-06', 'ON1', 'hollis'], 'NO_SCHEDULE'],
    ['without a reason', ['assign', '2026-04-06', 'ON1', 'hollis', { reason: ' ' }], 'BAD_REQUEST'],
    [
      'in an unknown department',
      ['assign', '2026-04-06', 'ON1', 'hollis', { department: 'Nowhere' }],
      'BAD_REQUEST',
    ],
    [
      'a part that ends when it begins',
      [
        'assign',
        '2026-04-06',
        'ON1',
        'hollis',
        { hours: { start: '02:00' as ClockTime, end: '02:00' as ClockTime } },
      ],
      'BAD_REQUEST',
    ],
    [
      'hours in which nobody is on the shift',
      [
        'assign',
        '2026-04-06',
        'ON1',
        'hollis',
        { hours: { start: '12:00' as ClockTime, end: '13:00' as ClockTime } },
      ],
      'BAD_REQUEST',
    ],
  ])('%s is refused', async (_, of, code) => {
    await expect(change(...of)).rejects.toMatchObject({ code });
    expect(await assigned('2026-04-06', 'ON1')).toEqual(['Grantham AMION ON1']);
  });
});

describe('unassigning', () => {
  it('leaves a vacancy: its studies are uncovered', async () => {
    const result = await change('unassign', '2026-04-06', 'ON1', 'grantham');
    expect([words(result.removed), words(result.added)]).toEqual([
      ['ON1 Grantham 01:00-08:00'],
      ['ON1 nobody'],
    ]);
    expect(changed(result)).toEqual([
      'CT Body 01:00-08:00 Grantham → POSITION_EMPTY uncovered',
      'US 01:00-08:00 Grantham → POSITION_EMPTY uncovered',
    ]);
    expect(await assigned('2026-04-06', 'ON1')).toEqual([]);
    expect((await test.versions.viewVersion(given.id)).coverage.uncovered).toBe(3);
  });

  it('a part leaves a vacancy of these hours; the person stays assigned', async () => {
    const result = await change('unassign', '2026-04-06', 'ON1', 'grantham', { hours: hours('06:00-08:00') });
    expect(words(result.added)).toEqual(['ON1 Grantham 01:00-06:00', 'ON1 nobody 06:00-08:00']);
    expect(changed(result)).toEqual([
      'CT Body 06:00-08:00 Grantham → POSITION_EMPTY uncovered',
      'US 06:00-08:00 Grantham → POSITION_EMPTY uncovered',
    ]);
    expect(await assigned('2026-04-06', 'ON1')).toEqual(['Grantham OVERRIDE ON1']);
  });

  it('one of two parts of a person keeps them assigned through the other', async () => {
    await change('unassign', '2026-04-07', 'ON1', 'grantham', { hours: hours('01:00-04:00') });
    expect(await assigned('2026-04-07', 'ON1')).toEqual(['Grantham AMION ON1', 'Quennell AMION ON1']);
    await change('unassign', '2026-04-07', 'ON1', 'grantham');
    expect(await assigned('2026-04-07', 'ON1')).toEqual(['Quennell AMION ON1']);
  });

  it.each([
    ['somebody who does not hold the shift', 'hollis', null],
    ['hours that they do not hold', 'grantham', hours('20:00-21:00')],
  ])('%s is a CONFLICT', async (_, person, span) => {
    await expect(change('unassign', '2026-04-06', 'ON1', person, { hours: span })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('somebody who is disabled', () => {
  const disable = async (name: string) => {
    const people = await test.registry.listPeople(given.ward.id);
    const found = people.find(({ email }) => email === `${name}@ashby.test`);
    if (!found) throw new Error(`There is no ${name}`);
    await test.people.update(found.id, { active: false }, test.actor);
    return () => test.people.update(found.id, { active: true }, test.actor);
  };
  const REFUSED = { code: 'BAD_REQUEST', message: expect.stringMatching(/Hollis is disabled/) };

  it('is put on no call, not even to see what it would do, and neither gives nor takes a shift in a swap', async () => {
    const enable = await disable('hollis');
    try {
      for (const dryRun of [true, false]) {
        await expect(change('assign', '2026-04-06', 'ON1', 'hollis', { dryRun })).rejects.toMatchObject(
          REFUSED,
        );
        await expect(change('swap', '2026-04-06', 'ON1', 'hollis', { dryRun })).rejects.toMatchObject(
          REFUSED,
        );
        await expect(change('swap', '2026-04-06', 'MidL', 'grantham', { dryRun })).rejects.toMatchObject(
          REFUSED,
        );
      }
      expect(await assigned('2026-04-06', 'ON1')).toEqual(['Grantham AMION ON1']);
    } finally {
      await enable();
    }
  });

  it('can be taken off a shift', async () => {
    const enable = await disable('hollis');
    try {
      await change('unassign', '2026-04-06', 'MidL', 'hollis');
      expect(await assigned('2026-04-06', 'MidL')).toEqual([]);
    } finally {
      await enable();
    }
  });
});
