import { beforeAll, describe, expect, it } from 'vitest';
import { whoSchema } from '#src/http/who-schema.ts';
import { type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';

let wards: HttpWards;
let inForce: string;
const NIGHT = '2026-04-09T02:30';
interface Who {
  version: string;
  answers: { at: string; label: string; hospital: string; reader: { name: string } | null }[];
}

const url = (query: Record<string, string> = {}): string =>
  `/api/who?${new URLSearchParams({ department: wards.own.code, at: NIGHT, ...query })}`;

beforeAll(async () => {
  wards = await openHttpWards();
  inForce = await wards.services.produce(wards.own);
});

describe('who reads what', () => {
  it('is answered with its reason', async () => {
    const answer = json<Who>(await wards.user.call('GET', url({ study: 'Ashby CT Neuro' })));
    expect(answer).toMatchObject({
      ...{
        department: wards.own.code,
        timeZone: 'America/New_York',
        version: inForce,
        asOf: '2026-03-28T19:06:00-04:00',
      },
      answers: [
        {
          ...{
            at: '2026-04-09T02:30:00-04:00',
            hospital: 'Ashby',
            study: 'CT Neuro',
            studyType: 'NEURO',
            cause: null,
          },
          reader: { name: 'Otis Dunmore', email: 'dunmore@ashby.test', phone: '555-0102', pager: '5550102' },
          because: {
            ...{ scheduleDate: '2026-04-08', position: 'ON2', shiftType: 'ON2', person: 'Otis Dunmore' },
            rule: { file: 'matrix.ods', sheet: 'ON Neuro 1 am - 8 am', cell: 'C2' },
            assignment: { source: 'AMION', report: 'roster.csv' },
          },
          until: '2026-04-09T08:00:00-04:00',
        },
      ],
    });
  });

  it('is of one hospital where one is named, and of now where no instant is', async () => {
    const { answers } = json<Who>(await wards.viewer.call('GET', url({ hospital: 'brook' })));
    expect(answers.map(({ label }) => label)).toEqual(['Brook US']);
    wards.services.clock.now = '2026-04-08T23:00:00Z';
    const now = json<Who>(await wards.viewer.call('GET', `/api/who?department=${wards.own.code}`));
    expect(now.answers.map(({ reader }) => reader?.name)).toEqual([
      'Tamsin Eskildsen',
      'Mei Hollis',
      'Mei Hollis',
    ]);
  });

  it('is what the document says, and nothing else', async () => {
    const answer = await wards.viewer.call('GET', url());
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(whoSchema.parse(answer.json())).toEqual(answer.json());
  });

  it('takes an offset whose plus sign nobody escaped', async () => {
    const [from] = url().split('&at=');
    const answer = await wards.viewer.call('GET', `${from}&at=2026-04-09T06:30:00+00:00`);
    expect(json<Who>(answer).answers[0]?.at).toBe('2026-04-09T02:30:00-04:00');
  });

  it('tells a user of a covered hospital of that hospital only', async () => {
    const { answers } = json<Who>(await wards.brook.call('GET', url()));
    expect(answers.map(({ hospital }) => hospital)).toEqual(['Brook']);
    expect((await wards.brook.call('GET', url({ hospital: 'Ashby' }))).statusCode).toBe(404);
    expect((await wards.brook.call('GET', `/api/who?department=${wards.other.code}`)).statusCode).toBe(404);
    expect((await wards.brook.call('GET', url({ study: 'Ashby CT Neuro' }))).statusCode).toBe(400);
  });

  it('asks another version for whoever reads the department', async () => {
    const { scheduler, viewer, user, brook, stranger, admin } = wards;
    const staged = await wards.services.stage(wards.own, { roster: null });
    const browsers = { scheduler, viewer, user, brook, stranger, admin };
    expect(await statuses(browsers, 'GET', url({ version: staged }))).toEqual({
      ...{ scheduler: 200, viewer: 200, user: 403, brook: 403, stranger: 404, admin: 200 },
    });
    expect(json<Who>(await viewer.call('GET', url({ version: staged }))).answers[0]?.reader).toBeNull();
  });

  it('is nothing for other departments', async () => {
    const { stranger, strangeUser, admin } = wards;
    expect(await statuses({ stranger, strangeUser, admin }, 'GET', url())).toEqual({
      ...{ stranger: 404, strangeUser: 404, admin: 200 },
    });
  });

  it('costs the one query that knows the caller, and is another at once after a change', async () => {
    const token = await wards.viewer.call('POST', '/api/tokens', { name: 'desk', scopes: ['ask'] });
    const { secret } = json<{ secret: string }>(token, 201);
    const headers = { authorization: `Bearer ${secret}` };
    const { pool } = wards.services.database;
    let queries = 0;
    const count = (): void => void queries++;
    const readers = async (): Promise<[string | undefined, number][]> => {
      const asked: [string | undefined, number][] = [];
      for (const browser of [wards.viewer, wards.visit(), wards.admin, wards.brook]) {
        const over = browser.cookies.size === 0 ? { headers } : {};
        queries = 0;
        const answer = await browser.call('GET', url({ study: 'US' }), undefined, over);
        asked.push([json<Who>(answer).answers[0]?.reader?.name, queries]);
      }
      return asked;
    };
    await readers();
    pool.on('acquire', count);
    // Somebody of no department has no revision with the session; whoever is of a hospital asks also what is read for it.
    expect(await readers()).toEqual([
      ['Nora Grantham', 1],
      ['Nora Grantham', 1],
      ['Nora Grantham', 2],
      ['Nora Grantham', 4],
    ]);
    pool.off('acquire', count);
    const sick = { kind: 'assign', date: '2026-04-08', shiftType: 'ON1', person: 'eskildsen@ashby.test' };
    const changes = `/api/departments/${wards.own.code}/changes`;
    json(await wards.scheduler.call('POST', changes, { ...sick, reason: 'ill' }));
    expect((await readers()).map(([reader]) => reader)).toEqual(Array(4).fill('Tamsin Eskildsen'));
  });

  it.each([
    ['no instant', { at: 'tonight' }, 400],
    ['a time that the clocks skip', { at: '2026-03-08T02:30' }, 400],
    ['a local time of a zone', { at: '2026-04-09T02:30[Asia/Tokyo]' }, 400],
    ['an offset with a zone', { at: '2026-04-09T02:30-05:00[Asia/Tokyo]' }, 400],
    ['an unknown study', { study: 'Ashby XR Knee' }, 400],
    ['an unknown hospital', { hospital: 'Nowhere' }, 400],
    ['a date without a schedule', { at: '2027-01-01T02:30' }, 404],
    ['an unknown department', { department: 'Nowhere' }, 404],
  ])('refuses %s', async (_, query, status) => {
    json(await wards.viewer.call('GET', url(query)), status);
  });
});

describe('own assignments', () => {
  interface Assignments {
    assignments: { scheduleDate: string; shiftType: string; from: string; to: string; reads: string[] }[];
  }

  it('are those in force of the person with the same email', async () => {
    const answer = await wards.user.call('GET', '/api/me/assignments?from=2026-04-10&to=2026-04-11');
    const { assignments } = json<Assignments>(answer);
    expect(assignments.map(({ scheduleDate, shiftType }) => `${scheduleDate} ${shiftType}`)).toEqual([
      ...['2026-04-10 ON1', '2026-04-11 ON1'],
    ]);
    expect(assignments[0]).toMatchObject({
      ...{ from: '2026-04-11T01:00:00-04:00', to: '2026-04-11T08:00:00-04:00' },
      reads: ['Ashby CT Body', 'Brook US'],
    });
  });

  it('are none for somebody who is on no roster', async () => {
    expect(json(await wards.brook.call('GET', '/api/me/assignments'))).toEqual({
      assignments: [],
      nextCursor: null,
    });
  });
});
