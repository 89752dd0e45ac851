import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpWards, json, openHttpWards, statuses } from '#test/support/http-wards.ts';

let wards: HttpWards;
let inForce: string;
const path = (): string => `/api/departments/${wards.own.code}/changes`;
const sickCall = {
  ...{ kind: 'assign', date: '2026-04-08', shiftType: 'ON1', person: 'eskildsen@ashby.test' },
  reason: 'Grantham is ill',
};

interface Change {
  version: string;
  dryRun: boolean;
  removed: { id: string | null; person: string }[];
  added: { id: string | null; person: string }[];
  changes: { label: string }[];
  recuts: unknown[];
  newlyUncovered: unknown[];
}

async function readerOf(study: string, at: string): Promise<string | null> {
  const url = `/api/who?department=${wards.own.code}&study=${encodeURIComponent(study)}&at=${at}`;
  const { answers } = json<{ answers: { reader: { name: string } | null }[] }>(
    await wards.viewer.call('GET', url),
  );
  return answers[0]?.reader?.name ?? null;
}

beforeAll(async () => {
  wards = await openHttpWards();
  inForce = await wards.services.produce(wards.own);
});

describe('a change by hand', () => {
  it('is told by a dry run, then made, and answered at once', async () => {
    const dry = json<Change>(await wards.scheduler.call('POST', path(), { ...sickCall, dryRun: true }));
    expect(dry).toMatchObject({
      ...{ version: inForce, dryRun: true, newlyUncovered: [] },
      ...{ removed: [{ person: 'Nora Grantham' }], added: [{ person: 'Tamsin Eskildsen' }] },
    });
    expect(dry.changes.map(({ label }) => label).sort()).toEqual(['Ashby CT Body', 'Brook US']);
    expect(await readerOf('Ashby CT Body', '2026-04-09T02:30')).toBe('Nora Grantham');

    const done = json<Change>(await wards.scheduler.call('POST', path(), sickCall));
    expect(dry.added).toMatchObject([{ id: null }]);
    expect(done).toEqual({ ...dry, dryRun: false, added: [{ ...dry.added[0], id: expect.any(String) }] });
    expect(await readerOf('Ashby CT Body', '2026-04-09T02:30')).toBe('Tamsin Eskildsen');

    const list = await wards.viewer.call('GET', `${path()}?from=2026-04-08&to=2026-04-08`);
    expect(json(list)).toMatchObject({
      changes: [
        {
          ...{
            version: inForce,
            status: 'PRODUCTION',
            date: '2026-04-08',
            shiftType: 'ON1',
            source: 'OVERRIDE',
          },
          ...{
            person: { name: 'Tamsin Eskildsen', email: 'eskildsen@ashby.test' },
            ...{ reason: 'Grantham is ill', createdByName: 'chief@ashby.test' },
            replaced: [{ person: 'Nora Grantham', start: '01:00', end: '08:00' }],
          },
        },
      ],
      nextCursor: null,
    });
    const staged = await wards.viewer.call('GET', `${path()}?status=STAGING`);
    expect(json(staged)).toEqual({ changes: [], nextCursor: null });
  });

  it('takes somebody off a part of the hours, and says what is uncovered', async () => {
    const part = { from: '02:00', to: '04:00', reason: 'called away' };
    const body = {
      ...sickCall,
      kind: 'unassign',
      date: '2026-04-10',
      person: 'grantham@ashby.test',
      ...part,
    };
    const change = json<Change>(await wards.scheduler.call('POST', path(), { ...body, dryRun: true }));
    expect(change.newlyUncovered).toMatchObject([
      { label: 'Ashby CT Body', from: '2026-04-11T02:00:00-04:00', to: '2026-04-11T04:00:00-04:00' },
      { label: 'Brook US' },
    ]);
  });

  it('swaps two shifts, the one given in return named', async () => {
    const body = {
      ...{
        kind: 'swap',
        date: '2026-04-11',
        shiftType: 'ON1',
        person: 'dunmore@ashby.test',
        reason: 'asked for',
      },
      inReturn: { shiftType: 'ON2' },
    };
    const change = json<Change>(await wards.scheduler.call('POST', path(), { ...body, dryRun: true }));
    expect(change.added.map(({ person }) => person).sort()).toEqual(['Nora Grantham', 'Otis Dunmore']);
  });

  it('says in which hours the positions are re-cut', async () => {
    const body = { ...sickCall, date: '2026-04-10', shiftType: 'ON2', person: 'brightwater@ashby.test' };
    const change = json<Change>(await wards.scheduler.call('POST', path(), { ...body, dryRun: true }));
    expect(change.recuts).toEqual([
      {
        ...{ scheduleDate: '2026-04-10', category: 'ON', before: 'NEURO', after: 'BODY' },
        ...{ from: '2026-04-11T01:00:00-04:00', to: '2026-04-11T08:00:00-04:00' },
      },
    ]);
  });

  it('is refused where somebody else was quicker than whoever looked', async () => {
    const body = { ...sickCall, date: '2026-04-09', person: 'hollis@ashby.test' };
    const dry = json<Change>(await wards.scheduler.call('POST', path(), { ...body, dryRun: true }));
    const replaces = dry.removed.map(({ id }) => id);
    json(await wards.admin.call('POST', path(), { ...body, person: 'dunmore@ashby.test', replaces }));
    const late = await wards.scheduler.call('POST', path(), { ...body, replaces });
    expect(json(late, 409)).toMatchObject({ detail: expect.stringContaining('Somebody else has changed') });
  });

  it('is taken back by any entry that it brought', async () => {
    const body = { ...sickCall, date: '2026-04-12', person: 'hollis@ashby.test' };
    const made = json<Change>(await wards.scheduler.call('POST', path(), body));
    const order = { entry: made.added[0]?.id, reason: 'she came after all' };
    const back = json<Change>(await wards.scheduler.call('POST', `${path()}/take-back`, order));
    expect(back).toMatchObject({
      ...{ removed: [{ person: 'Mei Hollis' }], added: [{ person: 'Nora Grantham', start: '01:00' }] },
      changes: [{ label: 'Ashby CT Body' }, { label: 'Brook US' }],
    });
    const list = await wards.viewer.call('GET', `${path()}?from=2026-04-12&to=2026-04-12`);
    expect(json(list)).toEqual({ changes: [], nextCursor: null });
    json(await wards.scheduler.call('POST', `${path()}/take-back`, order), 404);
  });

  it.each([
    ['a person nobody knows', { person: 'nobody@ashby.test' }, 400],
    ['half of a span', { from: '01:00' }, 400],
    ['no reason', { reason: ' ' }, 400],
    ['a shift type that is none', { shiftType: 'ON9' }, 400],
    ['a date without a schedule', { date: '2026-07-01' }, 404],
    ['who holds it already', { date: '2026-04-11', person: 'grantham@ashby.test' }, 409],
    ['a version that is not there', { version: '0198aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }, 404],
    ['a key that it does not know', { force: true }, 400],
  ])('refuses %s', async (_, over, status) => {
    json(await wards.scheduler.call('POST', path(), { ...sickCall, ...over }), status);
  });

  it('is for schedulers of the department', async () => {
    const { viewer, user, stranger, admin } = wards;
    const body = { ...sickCall, date: '2026-04-07', dryRun: true };
    expect(await statuses({ viewer, user, stranger, admin }, 'POST', path(), body)).toEqual({
      ...{ viewer: 403, user: 403, stranger: 404, admin: 200 },
    });
    const back = { entry: '0198aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa', reason: 'why not' };
    expect(await statuses({ viewer, user, stranger, admin }, 'POST', `${path()}/take-back`, back)).toEqual({
      ...{ viewer: 403, user: 403, stranger: 404, admin: 404 },
    });
    expect(await statuses({ viewer, user, stranger }, 'GET', path())).toEqual({
      viewer: 200,
      user: 403,
      stranger: 404,
    });
  });
});
