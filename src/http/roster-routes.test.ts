import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';
import { rosterFile, rosterLine, rosterLines, WEEK } from '#test/support/small-schedule.ts';
import type { rosterSchema } from './roster-schema.ts';

type Roster = z.infer<typeof rosterSchema>;

let wards: HttpWards;
let inForce: VersionId;
let staged: VersionId;
const TUESDAY = '2026-04-07';
const lines = rosterLines(WEEK, {
  [`${TUESDAY} ON1`]: [
    rosterLine(TUESDAY, 'ON1', 'Grantham, Nora', '0100,0400'),
    rosterLine(TUESDAY, 'ON1', 'Hollis, Mei', '0400,0800'),
  ],
  [`${TUESDAY} ON2`]: [rosterLine(TUESDAY, 'ON2', '---')],
  [`${TUESDAY} MidC`]: [],
});

const url = (query: Record<string, string>): string =>
  `/api/departments/${wards.own.code}/duties?${new URLSearchParams(query)}`;
const ask = async (query: Record<string, string>): Promise<Roster> =>
  json<Roster>(await wards.viewer.call('GET', url(query)));

beforeAll(async () => {
  wards = await openHttpWards();
  const { services, own, scheduler } = wards;
  inForce = await services.produce(own, { roster: rosterFile(lines) });
  staged = await services.stage(own, { from: '2026-04-10', to: '2026-04-16', roster: null });
  const change = { kind: 'assign', date: '2026-04-08', shiftType: 'MidL', person: 'dunmore@ashby.test' };
  json(
    await scheduler.call('POST', `/api/departments/${own.code}/changes`, { ...change, reason: 'sick call' }),
  );
});

describe('the roster in force', () => {
  it('is every row of a date: whole, in parts, vacant; and what has no row is open', async () => {
    const { duties, open, ...rest } = await ask({ from: TUESDAY, to: TUESDAY });
    expect(rest).toEqual({
      ...{ department: wards.own.code, timeZone: 'America/New_York', from: TUESDAY, to: TUESDAY },
      versions: [{ version: inForce, from: TUESDAY, to: TUESDAY, asOf: '2026-03-28T19:06:00-04:00' }],
      days: [{ date: TUESDAY, dayType: 'WEEKDAY', version: inForce }],
    });
    const said = duties.map(
      ({ shiftType, from, to, person, start }) =>
        `${shiftType} ${from.slice(5, 16)} ${to.slice(5, 16)} ${person?.name} ${start}`,
    );
    expect(said).toEqual([
      'MidL 04-07T18:00 04-08T00:00 Mei Hollis 18:00',
      'ON1 04-08T01:00 04-08T04:00 Nora Grantham 01:00',
      'ON2 04-08T01:00 04-08T08:00 undefined 01:00',
      'ON1 04-08T04:00 04-08T08:00 Mei Hollis 04:00',
    ]);
    expect(open).toEqual([
      {
        ...{ version: inForce, scheduleDate: TUESDAY, shiftType: 'MidC' },
        ...{ from: '2026-04-07T18:00:00-04:00', to: '2026-04-08T00:00:00-04:00' },
      },
    ]);
  });

  it('names the person, what they read, and where the row comes from', async () => {
    const { duties } = await ask({ from: TUESDAY, to: '2026-04-08' });
    const grantham = duties.find(({ person }) => person?.email === 'grantham@ashby.test');
    expect(grantham).toEqual({
      ...{ id: expect.any(String), version: inForce, scheduleDate: TUESDAY, shiftType: 'ON1' },
      ...{ from: '2026-04-08T01:00:00-04:00', to: '2026-04-08T04:00:00-04:00', start: '01:00', end: '04:00' },
      person: {
        ...{ id: expect.any(String), name: 'Nora Grantham', email: 'grantham@ashby.test', specialty: 'BOTH' },
        ...{ phone: '555-0101', pager: '5550101' },
      },
      ...{ hospitals: ['Ashby', 'Brook'], reads: ['Ashby CT Body', 'Brook US'] },
      ...{ source: 'AMION', reason: null, report: 'roster.csv', line: expect.any(Number) },
    });
    const byHand = duties.filter(({ source }) => source !== 'AMION');
    expect(byHand).toMatchObject([
      {
        ...{ scheduleDate: '2026-04-08', shiftType: 'MidL', source: 'OVERRIDE', reason: 'sick call' },
        person: { name: 'Otis Dunmore' },
      },
    ]);
  });

  it('has days without a schedule, and weekends', async () => {
    const { days, duties } = await ask({ from: '2026-04-11', to: '2026-04-14' });
    expect(days.map(({ date, dayType, version }) => [date.slice(8), dayType, version])).toEqual([
      ['11', 'WEEKEND', inForce],
      ['12', 'WEEKEND', inForce],
      ['13', 'WEEKDAY', null],
      ['14', 'WEEKDAY', null],
    ]);
    expect(duties).toHaveLength(8);
  });
});

it('of another version is what that one says', async () => {
  const { versions, days, duties, open } = await ask({
    ...{ from: '2026-04-09', to: '2026-04-10', version: staged },
  });
  expect(versions).toEqual([{ version: staged, from: '2026-04-10', to: '2026-04-10', asOf: null }]);
  expect(days.map(({ version }) => version)).toEqual([null, staged]);
  expect(duties).toEqual([]);
  expect(open.map(({ shiftType }) => shiftType)).toEqual(['MidC', 'MidL', 'ON1', 'ON2']);
});

it('takes one query, and three for each version', async () => {
  const { rosters, queries } = wards.services.counted();
  await rosters.viewRoster(wards.own, WEEK.from, WEEK.to, null);
  expect(queries.count()).toBe(4);
  await rosters.viewRoster(wards.own, '2027-01-01' as LocalDate, '2027-01-31' as LocalDate, null);
  expect(queries.count()).toBe(5);
});

it('is for whoever reads the department', async () => {
  const { admin, scheduler, viewer, user, brook, stranger } = wards;
  const browsers = { admin, scheduler, viewer, user, brook, stranger };
  expect(await statuses(browsers, 'GET', url({ ...WEEK, version: staged }))).toEqual({
    ...{ admin: 200, scheduler: 200, viewer: 200, user: 403, brook: 403, stranger: 404 },
  });
});

it.each([
  ['dates that the version has not', { from: '2027-01-01', to: '2027-01-02' }, /none of these dates/],
  ['an end before the start', { from: '2026-04-12', to: '2026-04-06' }, /cannot end/],
  ['101 dates', { from: '2026-01-01', to: '2026-04-11' }, /at most 100 schedule dates; .* are 101/],
  ['no dates', {}, /from.*to/],
])('refuses %s', async (_, query, says) => {
  const answer = await wards.viewer.call('GET', url({ ...query, version: staged }));
  expect(json(answer, 400)).toMatchObject({ code: 'BAD_REQUEST', detail: expect.stringMatching(says) });
});

it('knows no version of another department', async () => {
  const theirs = await wards.services.stage(wards.other, { roster: null });
  expect((await wards.viewer.call('GET', url({ ...WEEK, version: theirs }))).statusCode).toBe(404);
  expect((await wards.admin.call('GET', url({ ...WEEK, version: theirs }))).statusCode).toBe(404);
});
