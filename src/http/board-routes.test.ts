import { beforeAll, describe, expect, it } from 'vitest';
import type { VersionId } from '#src/domain/ids.ts';
import { type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';
import { matrixFile, rosterFile, rosterLine, rosterLines, SHEETS } from '#test/support/small-schedule.ts';
import { boardSchema } from './board-schema.ts';

let wards: HttpWards;
let staged: VersionId;
const QUARTER = { from: '2026-04-06', to: '2026-06-30' };
const vacant = rosterLines(QUARTER, { '2026-04-07 ON2': [rosterLine('2026-04-07', 'ON2', '---')] });

beforeAll(async () => {
  wards = await openHttpWards();
  staged = await wards.services.stage(wards.own, { ...QUARTER, roster: rosterFile(vacant) });
});

const url = (path: string): string => `/api/versions/${staged}/${path}`;

describe('the board of a version', () => {
  it('says who reads each study from when to when', async () => {
    const answer = await wards.viewer.call('GET', url('board?from=2026-04-07&to=2026-04-07'));
    const { people, rows, ...rest } = boardSchema.parse(json(answer));
    expect(json(answer)).toEqual({ people, rows, ...rest });
    expect(rest).toEqual({ from: '2026-04-07', to: '2026-04-07', timeZone: 'America/New_York' });
    expect(people.map(({ name }) => name)).toEqual(['Mei Hollis', 'Nora Grantham', 'Tamsin Eskildsen']);
    expect(rows.map(({ label }) => label)).toEqual(['Ashby CT Neuro', 'Ashby CT Body', 'Brook US']);
    expect(rows[0]).toEqual({
      ...{ hospital: 'Ashby', study: 'CT Neuro', label: 'Ashby CT Neuro', studyType: 'NEURO' },
      runs: [
        {
          ...{ from: '2026-04-07T18:00:00-04:00', to: '2026-04-08T00:00:00-04:00' },
          ...{ scheduleDate: '2026-04-07', window: '18:00-00:00', scenario: 'NEURO' },
          ...{ position: 'MidC', shiftType: 'MidC', person: 2, cause: null },
        },
        {
          ...{ from: '2026-04-08T01:00:00-04:00', to: '2026-04-08T08:00:00-04:00' },
          ...{ scheduleDate: '2026-04-07', window: '01:00-08:00', scenario: 'NEURO' },
          ...{ position: 'ON2', shiftType: 'ON2', person: null, cause: 'POSITION_EMPTY' },
        },
      ],
    });
  });

  it('is of the dates that the version has', async () => {
    const answer = await wards.viewer.call('GET', url('board?from=2026-01-01&to=2026-04-08'));
    const { from, to, rows } = boardSchema.parse(json(answer));
    expect([from, to, rows[0]?.runs.length]).toEqual(['2026-04-06', '2026-04-08', 6]);
  });

  it('is decided at its edges by the windows of the dates beside it', async () => {
    const { services, own, viewer } = wards;
    const day = {
      name: 'Day 7 am - 5 pm',
      rows: [
        [null, 'Day'],
        ['Brook US', 'x'],
      ],
    };
    const id = await services.stage(own, { matrix: matrixFile([SHEETS.NIGHT, day], 'day.ods') });
    const answer = await viewer.call('GET', `/api/versions/${id}/board?from=2026-04-08&to=2026-04-08`);
    const us = boardSchema.parse(json(answer)).rows.find(({ label }) => label === 'Brook US');
    expect(us?.runs.map(({ from, to }) => [from.slice(5, 16), to.slice(5, 16)])).toEqual([
      // The night of the 7th is the narrower window until eight.
      ['04-08T08:00', '04-08T17:00'],
      ['04-09T01:00', '04-09T08:00'],
    ]);
  });

  it('takes 35 dates, and two queries', async () => {
    const answer = await wards.viewer.call('GET', url('board?from=2026-05-01&to=2026-06-04'));
    expect(boardSchema.parse(json(answer)).rows[0]?.runs).toHaveLength(70);

    const { boards, queries } = wards.services.counted();
    const version = await wards.services.versions.getVersion(staged);
    await boards.viewBoard({ ...version, to: '2026-05-01' as typeof version.to }, null, null);
    expect(queries.count()).toBe(2);
  });

  it.each([
    ['36 dates', 'from=2026-05-01&to=2026-06-05', /at most 35 schedule dates; .* are 36/],
    ['all of a long version', '', /at most 35 schedule dates/],
    ['dates of another version', 'from=2027-01-01', /has none of these dates/],
    ['an end before the start', 'from=2026-05-02&to=2026-05-01', /cannot end/],
    ['no date', 'from=2026-02-30', /from/],
  ])('refuses %s', async (_, query, says) => {
    const answer = await wards.viewer.call('GET', url(`board?${query}`));
    expect(json(answer, 400)).toMatchObject({
      code: 'BAD_REQUEST',
      detail: expect.stringMatching(says),
    });
  });
});

describe('the calendar of a version', () => {
  it('counts the hours of each date', async () => {
    const answer = await wards.viewer.call('GET', url('calendar?from=2026-04-06&to=2026-04-07'));
    const causes = { NO_RULE: 0, POSITION_EMPTY: 0, SPECIALTY_MISMATCH: 0 };
    expect(json(answer)).toEqual({
      ...{ from: '2026-04-06', to: '2026-04-07', timeZone: 'America/New_York' },
      days: [
        { date: '2026-04-06', requiredHours: 39, coveredHours: 39, gaps: 0, causes },
        {
          ...{ date: '2026-04-07', requiredHours: 39, coveredHours: 32, gaps: 1 },
          causes: { ...causes, POSITION_EMPTY: 7 },
        },
      ],
    });
  });

  it('is of a whole version, adds up to its coverage, and takes two queries', async () => {
    interface Calendar {
      days: { requiredHours: number; coveredHours: number }[];
    }
    const { days } = json<Calendar>(await wards.viewer.call('GET', url('calendar')));
    expect(days).toHaveLength(86);
    const sum = (key: 'requiredHours' | 'coveredHours') => days.reduce((total, day) => total + day[key], 0);
    expect(json(await wards.viewer.call('GET', url('coverage')))).toMatchObject({
      studyHours: { required: sum('requiredHours'), covered: sum('coveredHours') },
      gaps: [{ label: 'Ashby CT Neuro', scheduleDate: '2026-04-07', window: '01:00-08:00' }],
    });

    const { boards, queries } = wards.services.counted();
    await boards.viewCalendar(await wards.services.versions.getVersion(staged), null, null);
    expect(queries.count()).toBe(2);
  });

  it('refuses dates that the version has not', async () => {
    const answer = await wards.viewer.call('GET', url('calendar?to=2026-01-01'));
    expect(json(answer, 400)).toMatchObject({ detail: expect.stringContaining('none of these dates') });
  });
});

it.each(['calendar', 'board?from=2026-05-01&to=2026-05-02'])(
  '%s is for whoever reads the department',
  async (path) => {
    const { admin, scheduler, viewer, user, brook, stranger } = wards;
    expect(await statuses({ admin, scheduler, viewer, user, brook, stranger }, 'GET', url(path))).toEqual({
      ...{ admin: 200, scheduler: 200, viewer: 200, user: 403, brook: 403, stranger: 404 },
    });
  },
);
