import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Browser } from '#test/support/http.ts';
import { type HttpWards, json, openHttpWards } from '#test/support/http-wards.ts';
import { type CalendarEvent, readCalendar } from '#test/support/read-calendar.ts';

let wards: HttpWards;
let inForce: string;

beforeAll(async () => {
  wards = await openHttpWards();
  inForce = await wards.services.produce(wards.own);
});

interface Made {
  feed: { id: string; kind: string; title: string };
  url: string;
}

const make = async (browser: Browser, body: object): Promise<Made> =>
  json<Made>(await browser.call('POST', '/api/feeds', body), 201);

/** As a calendar program asks: without a session. */
const ask = (url: string, headers: Record<string, string> = {}) =>
  wards.visit().call('GET', new URL(url).pathname, undefined, { headers });

async function eventsOf(url: string): Promise<CalendarEvent[]> {
  const answer = await ask(url);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  return readCalendar(answer.body).events;
}

const on = (events: readonly CalendarEvent[], start: string): CalendarEvent => {
  const event = events.find(({ DTSTART }) => DTSTART?.value === start);
  if (!event) throw new Error(`Nothing begins at ${start}`);
  return event;
};

const change = (over: object) =>
  wards.scheduler.call('POST', `/api/departments/${wards.own.code}/changes`, {
    ...{ kind: 'assign', shiftType: 'ON1', person: 'eskildsen@ashby.test', reason: 'sick call' },
    ...over,
  });

describe('a feed of the own duties', () => {
  it('is a calendar of the whole version in the zone of the hospital', async () => {
    const { feed, url } = await make(wards.user, { kind: 'person' });
    expect(feed).toMatchObject({ kind: 'person', title: 'Nora Grantham' });
    const calendar = readCalendar((await ask(url)).body);
    expect(calendar.zones).toEqual(['America/New_York']);
    expect(calendar.events).toHaveLength(7);
    const monday = on(calendar.events, '20260407T010000');
    expect(monday).toMatchObject({
      ...{
        SUMMARY: { value: `ON1 · ${wards.own.code}` },
        LOCATION: { value: 'Ashby\\, Brook' },
        STATUS: { value: 'CONFIRMED' },
      },
      DTSTART: { parameters: { TZID: 'America/New_York' } },
      DTEND: { value: '20260407T080000', parameters: { TZID: 'America/New_York' } },
    });
    expect(monday['DESCRIPTION']?.value).toContain('Reads Ashby CT Body\\, Brook US');
    expect(monday['DESCRIPTION']?.value).toContain(`Version ${inForce} of ${wards.own.code}`);
    expect(monday['DESCRIPTION']?.value).toContain('roster as of 2026-03-28 19:06 (10 days old)');
    expect(new Set(calendar.events.map(({ UID }) => UID?.value)).size).toBe(7);
    for (const event of calendar.events) {
      expect(event['LAST-MODIFIED']?.value).toMatch(/^\d{8}T\d{6}Z$/);
      expect(Number(event['SEQUENCE']?.value)).toBeGreaterThan(0);
    }
  });

  it('is understood by a calendar program, at the hours that the API says', async () => {
    const { url } = await make(wards.user, { kind: 'person' });
    const calendar = new ICAL.Component(ICAL.parse((await ask(url)).body));
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('America/New_York');
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const hours = calendar.getAllSubcomponents('vevent').map((one) => {
      const { startDate, endDate, uid, sequence } = new ICAL.Event(one);
      expect([uid, sequence]).toEqual([expect.stringContaining('@schedcu'), expect.any(Number)]);
      return [startDate, endDate].map((time) => time.toJSDate().toISOString());
    });
    const own = await wards.user.call('GET', '/api/me/assignments?from=2026-04-01&to=2026-04-30');
    const { assignments } = json<{ assignments: { from: string; to: string }[] }>(own);
    expect(hours).toEqual(
      assignments.map(({ from, to }) => [from, to].map((instant) => new Date(instant).toISOString())),
    );
    ICAL.TimezoneService.reset();
  });

  it('loses what somebody else takes, and keeps the rest as it was', async () => {
    const { url } = await make(wards.user, { kind: 'person' });
    const before = await eventsOf(url);
    json(await change({ date: '2026-04-08' }));
    const after = await eventsOf(url);
    expect(after).toEqual(before.filter((event) => event !== on(before, '20260409T010000')));
  });

  it('is the same bytes under one tag as long as nothing changes', async () => {
    const { url } = await make(wards.user, { kind: 'person' });
    const first = await ask(url);
    const tag = { 'if-none-match': String(first.headers['etag']) };
    expect((await ask(url, tag)).statusCode).toBe(304);
    json(await change({ date: '2026-04-09' }));
    expect((await ask(url, tag)).statusCode).toBe(200);
  });
});

describe('a feed of a position', () => {
  it('keeps the UID of a night that changes hands, with a higher SEQUENCE', async () => {
    const { url } = await make(wards.viewer, { kind: 'position', of: 'on1' });
    const before = on(await eventsOf(url), '20260411T010000');
    expect(before['SUMMARY']?.value).toBe('ON1: Nora Grantham');
    json(await change({ date: '2026-04-10' }));
    const after = on(await eventsOf(url), '20260411T010000');
    expect(after).toMatchObject({ UID: before['UID'], SUMMARY: { value: 'ON1: Tamsin Eskildsen' } });
    expect(Number(after['SEQUENCE']?.value)).toBeGreaterThan(Number(before['SEQUENCE']?.value));
    expect(after['DESCRIPTION']?.value).toContain('Changed by hand: sick call');
  });

  it('shows the parts of a split shift, and who is missing', async () => {
    const { url } = await make(wards.scheduler, { kind: 'position', of: 'ON1' });
    const part = {
      kind: 'unassign',
      date: '2026-04-11',
      person: 'grantham@ashby.test',
      from: '01:00',
      to: '03:00',
    };
    json(await change(part));
    const events = await eventsOf(url);
    expect(on(events, '20260412T010000')).toMatchObject({
      ...{
        SUMMARY: { value: 'ON1: nobody (vacant)' },
        STATUS: { value: 'TENTATIVE' },
        DTEND: { value: '20260412T030000' },
      },
    });
    expect(on(events, '20260412T030000')['SUMMARY']?.value).toBe('ON1: Nora Grantham');
  });
});

describe('a feed of an effective position', () => {
  it('shows the nights that are re-cut, and who holds it then', async () => {
    const { feed, url } = await make(wards.viewer, { kind: 'position', of: 'on body' });
    expect([feed.title, await eventsOf(url)]).toEqual(['ON Body', []]);
    json(await change({ date: '2026-04-07', person: 'brightwater@ashby.test' }));
    const [night, ...more] = await eventsOf(url);
    expect([night, more]).toMatchObject([
      {
        ...{ SUMMARY: { value: 'ON Body: Silas Brightwater' }, DTSTART: { value: '20260408T010000' } },
        UID: { value: `${wards.own.id}.2026-04-07.ON-Body.POSITION_FEED.1@schedcu` },
      },
      [],
    ]);
    const neuro = await make(wards.viewer, { kind: 'position', of: 'ON Neuro' });
    expect(on(await eventsOf(neuro.url), '20260408T010000')['SUMMARY']?.value).toBe('ON Neuro: Otis Dunmore');
    json(await change({ date: '2026-04-07', shiftType: 'ON2', person: 'quennell@ashby.test' }));
    const after = on(await eventsOf(neuro.url), '20260408T010000');
    expect(after['SUMMARY']?.value).toBe('ON Neuro: Ida Quennell');
    const body = on(await eventsOf(url), '20260408T010000');
    expect(Number(body['SEQUENCE']?.value)).toBeGreaterThan(Number(night?.['SEQUENCE']?.value));
  });
});

describe('when what an event says last changed', () => {
  const changedAt = async (date: string, shiftType: string): Promise<string> => {
    const duties = await wards.services.duties.listDuties(wards.own.id, date as LocalDate, date as LocalDate);
    return duties.find(({ entry }) => entry.shiftType === shiftType)?.changedAt ?? '';
  };

  it('does not go back when a change is taken back', async () => {
    const order = { date: '2026-04-08', shiftType: 'MidL' };
    const first = await changedAt('2026-04-08', 'MidL');
    const made = json<{ added: { id: string }[] }>(await change(order));
    const changed = await changedAt('2026-04-08', 'MidL');
    const back = { entry: made.added[0]?.id, reason: 'well again' };
    json(await wards.scheduler.call('POST', `/api/departments/${wards.own.code}/changes/take-back`, back));
    const restored = await changedAt('2026-04-08', 'MidL');
    expect([first < changed, changed < restored]).toEqual([true, true]);
  });

  it('is when the other one of the night was corrected: who reads what depends on both', async () => {
    const { url } = await make(wards.viewer, { kind: 'position', of: 'ON2' });
    const before = await changedAt('2026-04-12', 'ON2');
    const nora = '/api/people?search=Grantham';
    const { people } = json<{ people: { id: string }[] }>(await wards.admin.call('GET', nora));
    const path = `/api/people/${people[0]?.id}`;
    json(await wards.admin.call('PATCH', path, { specialty: 'BODY_ONLY' }));
    const after = await changedAt('2026-04-12', 'ON2');
    expect(before < after).toBe(true);
    const stamp = on(await eventsOf(url), '20260413T010000')['LAST-MODIFIED']?.value;
    expect(stamp).toBe(after.slice(0, 19).replaceAll(/[-:]/g, '').concat('Z'));
    json(await wards.admin.call('PATCH', path, { specialty: 'BOTH' }));
  });
});

describe('a feed of a hospital', () => {
  it('shows whoever reads for it', async () => {
    const { url } = await make(wards.scheduler, { kind: 'hospital', of: 'Brook' });
    const summaries = (await eventsOf(url)).map(({ SUMMARY }) => SUMMARY?.value.split(':')[0]);
    expect([...new Set(summaries)].sort()).toEqual(['MidL', 'ON1']);
  });

  it('leaves out who reads elsewhere in a night that is re-cut', async () => {
    const { url } = await make(wards.scheduler, { kind: 'hospital', of: 'Ashby' });
    const night = (await eventsOf(url)).filter(({ DTSTART }) => DTSTART?.value === '20260408T010000');
    expect(night.map(({ SUMMARY, LOCATION }) => [SUMMARY?.value, LOCATION?.value])).toEqual([
      ['ON1: Silas Brightwater', 'Ashby\\, Brook'],
      ['ON2: Ida Quennell', 'Ashby'],
    ]);
  });
});

describe('feeds', () => {
  it('are revoked, and not shown in lists or logs', async () => {
    const { feed, url } = await make(wards.user, { kind: 'person' });
    const secret = new URL(url).pathname.slice('/feeds/'.length, -'.ics'.length);
    const list = await wards.user.call('GET', '/api/feeds');
    expect(json<{ feeds: object[] }>(list).feeds[0]).toMatchObject({
      ...{ id: feed.id, createdByEmail: 'grantham@ashby.test' },
    });
    expect(list.body).not.toContain(secret);
    expect((await wards.stranger.call('DELETE', `/api/feeds/${feed.id}`)).statusCode).toBe(404);
    expect((await wards.viewer.call('DELETE', `/api/feeds/${feed.id}`)).statusCode).toBe(404);
    expect((await wards.user.call('DELETE', `/api/feeds/${feed.id}`)).statusCode).toBe(204);
    expect((await ask(url)).statusCode).toBe(404);
    const audit = await wards.admin.call('GET', `/api/audit?resource=feed:${feed.id}`);
    expect(json<{ entries: { action: string }[] }>(audit).entries.map(({ action }) => action)).toEqual([
      ...['FEED_REVOKED', 'FEED_CREATED'],
    ]);
    expect(audit.body).not.toContain(secret);
  });

  it('are listed for an administrator by department', async () => {
    const { admin, own, other, scheduler } = wards;
    const { feed } = await make(scheduler, { kind: 'position', of: 'MidC' });
    const idsOf = async (department: string) => {
      const list = await admin.call('GET', `/api/feeds?department=${department}`);
      return json<{ feeds: { id: string }[] }>(list).feeds.map(({ id }) => id);
    };
    expect(await idsOf(own.code)).toContain(feed.id);
    expect(await idsOf(other.code)).not.toContain(feed.id);
    expect((await scheduler.call('GET', `/api/feeds?department=${other.code}`)).statusCode).toBe(404);
  });

  it('end with the user who made them', async () => {
    const left = await wards.addUser('leaver@ashby.test', 'SCHEDULER', wards.own.code);
    const browser = await wards.browse(left.email);
    const { url } = await make(browser, { kind: 'position', of: 'ON2' });
    expect((await ask(url)).statusCode).toBe(200);
    await wards.services.users.disable(left.email, wards.services.actor);
    expect((await ask(url)).statusCode).toBe(404);
  });

  it.each([
    ['of others by a user', 'user', { kind: 'person', of: 'dunmore@ashby.test' }, 403],
    ['of a position by a user', 'user', { kind: 'position', of: 'ON1' }, 403],
    ['of somebody who is on no roster', 'brook', { kind: 'person' }, 400],
    ['of another department', 'scheduler', { kind: 'position', of: 'ON1', department: 'Ward2' }, 404],
    ['of a position that is none', 'scheduler', { kind: 'position', of: 'ON7' }, 400],
    ['of nothing', 'scheduler', { kind: 'hospital' }, 400],
    ['of a hospital that is none', 'scheduler', { kind: 'hospital', of: 'Nowhere' }, 400],
  ] as const)('are refused: %s', async (_, who, body, status) => {
    json(await wards[who].call('POST', '/api/feeds', body), status);
  });

  it('are nothing for whoever guesses', async () => {
    expect((await wards.visit().call('GET', '/feeds/guess.ics')).statusCode).toBe(404);
  });
});
