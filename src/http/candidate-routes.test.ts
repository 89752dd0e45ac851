import { beforeAll, describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';
import { rosterFile, rosterLine, rosterLines, textFile } from '#test/support/small-schedule.ts';

interface Candidates {
  version: string;
  from: string;
  to: string;
  candidates: {
    person: { name: string };
    admitted: boolean;
    free: boolean;
    reasons: { code: string; text: string }[];
    reads: string[];
    restHours: { before: number | null; after: number | null };
    shiftsInMonth: number;
    nightsInMonth: number;
  }[];
}

let wards: HttpWards;
let inForce: VersionId;
const FORTNIGHT = { from: '2026-04-06', to: '2026-04-19' };
const lines = rosterLines(FORTNIGHT, {
  '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Quennell, Ida')],
  '2026-04-08 MidL': [rosterLine('2026-04-08', 'MidL', 'Brightwater, Silas', '1800,0200')],
});

const url = (query: Record<string, string> = {}): string => {
  const asked = new URLSearchParams({ date: '2026-04-08', shiftType: 'ON1', ...query });
  return `/api/departments/${wards.own.code}/candidates?${asked}`;
};
const ask = async (query: Record<string, string> = {}) =>
  json<Candidates>(await wards.scheduler.call('GET', url(query)));

beforeAll(async () => {
  wards = await openHttpWards();
  const rested = ['name,email,specialty,phone', 'Zoe Restwell,restwell@ashby.test,both,555-0109'];
  await wards.services.registry.importPeople(
    textFile('people.csv', rested),
    wards.own.id,
    wards.services.actor,
  );
  inForce = await wards.services.produce(wards.own, { ...FORTNIGHT, roster: rosterFile(lines) });
});

describe('who may take a shift', () => {
  it('are the active members, the best first', async () => {
    const { candidates, ...rest } = await ask();
    expect(rest).toEqual({
      ...{ department: wards.own.code, timeZone: 'America/New_York', version: inForce },
      ...{ date: '2026-04-08', shiftType: 'ON1' },
      ...{ from: '2026-04-09T01:00:00-04:00', to: '2026-04-09T08:00:00-04:00' },
    });
    const said = candidates.map(
      ({ person, shiftsInMonth, nightsInMonth, reasons }) =>
        `${person.name} ${shiftsInMonth}/${nightsInMonth} ${reasons.map(({ code }) => code).join()}`,
    );
    expect(said).toEqual([
      'Zoe Restwell 0/0 ',
      'Mei Hollis 13/0 SHORT_REST',
      'Tamsin Eskildsen 14/0 SHORT_REST,SHORT_REST',
      'Silas Brightwater 1/0 DOUBLE_BOOKED',
      'Otis Dunmore 14/14 DOUBLE_BOOKED',
      'Ida Quennell 1/1 NOT_ADMITTED',
      'Nora Grantham 13/13 HOLDS_IT_ALREADY',
    ]);
    expect(candidates[0]).toEqual({
      person: {
        ...{ id: expect.any(String), name: 'Zoe Restwell', email: 'restwell@ashby.test' },
        ...{ specialty: 'BOTH', phone: '555-0109', pager: null },
      },
      ...{ admitted: true, free: true, reasons: [], reads: ['Ashby CT Body', 'Brook US'] },
      ...{ restHours: { before: null, after: null }, shiftsInMonth: 0, nightsInMonth: 0 },
    });
    expect(candidates[2]?.restHours).toEqual({ before: 1, after: 10 });
    expect(candidates[5]?.reasons).toEqual([
      { code: 'NOT_ADMITTED', text: 'Ida Quennell (NEURO_ONLY) may not read Ashby CT Body.' },
    ]);
  });

  it('for a part of the hours, in which more people are free', async () => {
    const { candidates, from, to } = await ask({ from: '04:00', to: '08:00' });
    expect([from, to]).toEqual(['2026-04-09T04:00:00-04:00', '2026-04-09T08:00:00-04:00']);
    expect(candidates[1]).toMatchObject({
      // The night is re-cut while he is on.
      ...{
        person: { name: 'Silas Brightwater' },
        admitted: true,
        free: true,
        reasons: [{ code: 'SHORT_REST' }],
      },
      ...{ reads: ['Ashby CT Body', 'Brook US'], restHours: { before: 2, after: null } },
    });
  });

  it('in another version by its own roster, and by those in force around it', async () => {
    const { services, own } = wards;
    const dates = { from: '2026-04-08', to: '2026-04-09' };
    const staged = await services.stage(own, { ...dates, roster: null });
    const { version, candidates } = await ask({ version: staged });
    expect(version).toBe(staged);
    const hollis = candidates.find(({ person }) => person.name === 'Mei Hollis');
    expect(hollis).toMatchObject({ shiftsInMonth: 12, restHours: { before: 25, after: 34 } });
    const grantham = candidates.find(({ person }) => person.name === 'Nora Grantham');
    expect(grantham).toMatchObject({ free: true, reasons: [], shiftsInMonth: 11 });
  });

  it('leaves out whoever is not active, and members of other departments', async () => {
    const { services, own, other } = wards;
    const line = ['name,email,specialty', 'Zeb Away,away@ashby.test,both'];
    await services.registry.importPeople(textFile('people.csv', line), other.id, services.actor);
    const names = async () => (await ask()).candidates.map(({ person }) => person.name);
    expect(await names()).not.toContain('Zeb Away');
    await services.registry.importPeople(textFile('people.csv', line), own.id, services.actor);
    expect(await names()).toContain('Zeb Away');
    const away = (await services.registry.listPeople(own.id)).find(({ name }) => name === 'Zeb Away');
    if (!away) throw new Error('Nobody is away');
    await services.people.update(away.id, { active: false }, services.actor);
    expect(await names()).not.toContain('Zeb Away');
  });

  it('takes two queries, and two for each version', async () => {
    const { candidates, queries } = wards.services.counted();
    const question = { department: wards.own, date: '2026-04-08' as LocalDate, shiftType: 'ON1' as const };
    await candidates.listCandidates({ ...question, hours: null, versionId: null });
    expect(queries.count()).toBe(4);
  });

  it.each([
    ['a shift that there is not', { shiftType: 'DAY' }, 400],
    ['hours outside the shift', { from: '12:00', to: '14:00' }, 400],
    ['hours without an end', { from: '02:00' }, 400],
    ['no hours at all', { from: '02:00', to: '02:00' }, 400],
    ['a date without a schedule', { date: '2027-01-01' }, 404],
    ['a date that the version has not', { date: '2026-04-20', version: '' }, 400],
  ])('refuses %s', async (_, query, status) => {
    const given = 'version' in query ? { ...query, version: inForce } : query;
    json(await wards.scheduler.call('GET', url(given)), status);
  });

  it('is for whoever may read the department', async () => {
    const { admin, scheduler, viewer, user, brook, stranger } = wards;
    expect(await statuses({ admin, scheduler, viewer, user, brook, stranger }, 'GET', url())).toEqual({
      ...{ admin: 200, scheduler: 200, viewer: 200, user: 403, brook: 403, stranger: 404 },
    });
    const theirs = await wards.services.stage(wards.other, { roster: null });
    expect((await scheduler.call('GET', url({ version: theirs }))).statusCode).toBe(404);
  });
});
