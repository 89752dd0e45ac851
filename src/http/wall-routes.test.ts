import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpWards, json, openHttpWards } from '#test/support/http-wards.ts';

let wards: HttpWards;

beforeAll(async () => {
  wards = await openHttpWards();
  await wards.services.produce(wards.own);
});

/** As a display asks: without a session. */
const ask = (url: string) => wards.visit().call('GET', new URL(url).pathname);

describe('a wall display', () => {
  it('shows tonight to whoever knows its address, until it is revoked', async () => {
    wards.services.clock.now = '2026-04-08T22:30:00Z';
    const made = await wards.scheduler.call('POST', '/api/walls', { department: wards.own.code });
    const { wall, url } = json<{ wall: { id: string }; url: string }>(made, 201);
    const shown = await ask(url);
    expect(json(shown)).toMatchObject({
      department: { code: wards.own.code },
      now: '2026-04-08T18:30:00-04:00',
      who: { answers: [{ reader: { name: 'Tamsin Eskildsen' } }, {}, {}] },
    });
    const { duties } = json<{ duties: { shiftType: string; scheduleDate: string }[] }>(shown);
    expect(duties.map(({ shiftType, scheduleDate }) => `${scheduleDate} ${shiftType}`)).toEqual([
      ...['2026-04-08 MidC', '2026-04-08 MidL', '2026-04-08 ON1', '2026-04-08 ON2'],
    ]);
    for (const reader of [wards.scheduler, wards.viewer])
      expect(json(await reader.call('GET', '/api/walls'))).toMatchObject({ walls: [{ id: wall.id }] });
    expect((await wards.stranger.call('DELETE', `/api/walls/${wall.id}`)).statusCode).toBe(404);
    expect((await wards.viewer.call('POST', '/api/walls', { department: wards.own.code })).statusCode).toBe(
      403,
    );
    expect((await wards.scheduler.call('DELETE', `/api/walls/${wall.id}`)).statusCode).toBe(204);
    expect((await ask(url)).statusCode).toBe(404);
  });

  it('says that no schedule is in force', async () => {
    const made = await wards.stranger.call('POST', '/api/walls', { department: wards.other.code });
    const { url } = json<{ url: string }>(made, 201);
    expect(json(await ask(url))).toMatchObject({ who: null, duties: [] });
  });
});
