import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';
import { rosterFile, rosterLine, rosterLines } from '#test/support/small-schedule.ts';

let wards: HttpWards;
let staged: string;
const path = (): string => `/api/departments/${wards.own.code}/accepted-warnings`;

beforeAll(async () => {
  wards = await openHttpWards();
  // MidL is held by two people at once on one date.
  const lines = [...rosterLines(), rosterLine('2026-04-07', 'MidL', 'Grantham, Nora')];
  staged = await wards.services.stage(wards.own, { roster: rosterFile(lines) });
});

interface View {
  validation: {
    canPromote: boolean;
    messages: { severity: string; context: { key: string; accepted?: boolean } }[];
  };
}
const openKeys = async (): Promise<string[]> => {
  const view = json<View>(await wards.viewer.call('GET', `/api/versions/${staged}`));
  const warnings = view.validation.messages.filter(({ severity }) => severity === 'WARNING');
  return warnings.filter(({ context }) => !context.accepted).map(({ context }) => context.key);
};

describe('accepted warnings', () => {
  it('are accepted by key with a reason, listed, and withdrawn', async () => {
    const [key = ''] = await openKeys();
    const body = { version: staged, keys: [key], reason: 'teaching' };
    expect(json(await wards.scheduler.call('POST', path(), body))).toEqual({ accepted: [key] });
    expect(json(await wards.scheduler.call('POST', path(), body))).toEqual({ accepted: [] });
    expect(await openKeys()).not.toContain(key);
    const listed = await wards.viewer.call('GET', path());
    expect(json(listed)).toMatchObject({
      acceptedWarnings: [{ key, reason: 'teaching', acceptedByEmail: 'chief@ashby.test' }],
      nextCursor: null,
    });
    const url = `${path()}?key=${encodeURIComponent(key)}`;
    expect(json(await wards.scheduler.call('DELETE', url))).toEqual({
      withdrawn: key,
      departments: [wards.own.code],
    });
    expect((await wards.scheduler.call('DELETE', url)).statusCode).toBe(404);
    expect(await openKeys()).toContain(key);
  });

  it('are accepted all at once, or ahead of the version that has them', async () => {
    const keys = await openKeys();
    const all = json<{ accepted: string[] }>(
      await wards.scheduler.call('POST', path(), { version: staged, all: true, reason: 'looked through' }),
    );
    expect([...all.accepted].sort()).toEqual([...keys].sort());
    expect(await openKeys()).toEqual([]);
    const ahead = { key: 'MISSING_MIDC|MidC', reason: 'no MidC in summer' };
    expect(json(await wards.scheduler.call('POST', path(), ahead))).toEqual({ accepted: [ahead.key] });
    const answer = await wards.scheduler.call('DELETE', path(), { key: ahead.key });
    expect(json(answer)).toMatchObject({ withdrawn: ahead.key });
  });

  it.each([
    [
      'a key that no warning of the version has',
      () => ({ version: staged, keys: ['DOUBLE_BOOKED|nobody'], reason: 'x' }),
      400,
    ],
    ['a key of no warning at all', () => ({ key: 'MANDATORY_UNCOVERED|ON1', reason: 'x' }), 400],
    ['all of no version', () => ({ all: true, reason: 'x' }), 400],
    ['both keys and all', () => ({ version: staged, all: true, keys: ['a'], reason: 'x' }), 400],
    ['no reason', () => ({ version: staged, all: true, reason: '' }), 400],
  ])('refuses %s', async (_, body, status) => {
    json(await wards.scheduler.call('POST', path(), body()), status);
  });

  it('are for the department', async () => {
    const { viewer, user, stranger } = wards;
    expect(await statuses({ viewer, user, stranger }, 'GET', path())).toEqual({
      viewer: 200,
      user: 403,
      stranger: 404,
    });
    const body = { version: staged, all: true, reason: 'x' };
    expect(await statuses({ viewer, user, stranger }, 'POST', path(), body)).toEqual({
      viewer: 403,
      user: 403,
      stranger: 404,
    });
    const elsewhere = `/api/departments/${wards.other.code}/accepted-warnings`;
    expect((await wards.stranger.call('POST', elsewhere, body)).statusCode).toBe(404);
    expect((await wards.admin.call('POST', elsewhere, body)).statusCode).toBe(404);
  });
});
