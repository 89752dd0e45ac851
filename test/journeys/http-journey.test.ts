import { beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '#src/domain/local-date.ts';
import { type Browser, openTestHttp, type TestHttp } from '#test/support/http.ts';
import { form, json } from '#test/support/http-wards.ts';
import { startHttpWorker } from '#test/support/http-worker.ts';
import { SMALL_LOGIN, type SmallAmion, startSmallAmion } from '#test/support/small-amion.ts';
import {
  HOSPITALS,
  matrixFile,
  PEOPLE,
  rosterLine,
  rosterLines,
  WEEK,
} from '#test/support/small-schedule.ts';
import type { Version, Who } from './http-documents.ts';

/** The second schedule: it overlaps the last four dates of the first. */
const LATER = { from: '2026-04-09', to: '2026-04-15' };
const DEPARTMENT = 'Ashby';

/** One after the other: each step begins where the one before has ended. */
/** What a change by hand answers. */
interface Made {
  added: { id: string | null }[];
}

describe('a schedule, from the first administrator to the copy of an archived version', () => {
  let http: TestHttp;
  let amion: SmallAmion;
  let admin: Browser;
  let scheduler: Browser;
  const versions = { first: '', second: '', copy: '' };

  beforeAll(async () => {
    amion = await startSmallAmion();
    const config = { amionBaseUrl: amion.base, amionLogin: SMALL_LOGIN };
    http = await openTestHttp(config);
    await startHttpWorker(http.services, config);
    // Nobody is on ON2 on 8 April, and two people are on MidL on the 7th.
    amion.serve([
      ...rosterLines(
        { ...WEEK, to: LATER.to },
        { '2026-04-08 ON2': [rosterLine('2026-04-08', 'ON2', '---')] },
      ),
      rosterLine('2026-04-07', 'MidL', 'Grantham, Nora'),
    ]);
  });

  const upload = (url: string, parts: Parameters<typeof form>[0]) =>
    scheduler.call('POST', url, undefined, form({ department: DEPARTMENT, ...parts }));

  /** Follows a job by its events to its end; answers the last state. */
  async function follow(answer: Awaited<ReturnType<Browser['call']>>) {
    json(answer, 202);
    const { body } = await scheduler.call('GET', `${answer.headers['location']}/events`);
    const events = body.trim().split('\n\n');
    const states = events.filter((event) => event.startsWith('event: state'));
    const last = JSON.parse(states.at(-1)?.split('data: ')[1] ?? '{}') as {
      job: { status: string; result: { versionId: string } };
    };
    return { ...last.job, events };
  }

  const view = async (id: string): Promise<Version> =>
    json<Version>(await scheduler.call('GET', `/api/versions/${id}`));
  const ask = async (at: string, study: string): Promise<Who> => {
    const query = new URLSearchParams({ department: DEPARTMENT, at, study });
    return json<Who>(await scheduler.call('GET', `/api/who?${query}`));
  };
  const accept = async (version: string): Promise<void> => {
    const body = { version, all: true, reason: 'looked through with the chief' };
    json(await scheduler.call('POST', `/api/departments/${DEPARTMENT}/accepted-warnings`, body));
  };
  const promote = (id: string, overrideReason?: string) =>
    scheduler.call(
      'POST',
      `/api/versions/${id}/promote`,
      overrideReason === undefined ? undefined : { overrideReason },
    );

  it('an administrator is set up by command, and adds hospitals, people and a scheduler', async () => {
    await http.addUser('root@ashby.test', 'ADMIN');
    admin = await http.browse('root@ashby.test');
    json(await admin.call('POST', '/api/hospitals/import', undefined, form({ file: HOSPITALS })));
    json(
      await admin.call('POST', '/api/departments', { code: DEPARTMENT, timeZone: 'America/New_York' }),
      201,
    );
    const people = await admin.call(
      'POST',
      '/api/people/import',
      undefined,
      form({ department: DEPARTMENT, file: PEOPLE }),
    );
    expect(json(people)).toMatchObject({ added: 6 });
    const user = {
      email: 'chief@ashby.test',
      role: 'SCHEDULER',
      department: DEPARTMENT,
      password: 'the kettle sings at dusk',
    };
    json(await admin.call('POST', '/api/users', user), 201);
    scheduler = await http.browse(user.email);
  });

  it('a matrix is uploaded, and its job tells how it goes', async () => {
    const job = await follow(await upload('/api/imports/matrix', { ...WEEK, file: matrixFile() }));
    expect(job.status).toBe('COMPLETE');
    expect(job.events.length).toBeGreaterThan(0);
    versions.first = job.result.versionId;
    expect(await view(versions.first)).toMatchObject({
      version: { status: 'STAGING', ...WEEK },
      coverage: { shiftInstances: 42 },
    });
  });

  it('the roster comes from Amion, and coverage is calculated', async () => {
    const body = { department: DEPARTMENT, version: versions.first };
    const job = await follow(await scheduler.call('POST', '/api/imports/amion', body));
    expect(job.status).toBe('COMPLETE');
    const coverage = await scheduler.call('POST', `/api/versions/${versions.first}/coverage`);
    expect(json(coverage)).toMatchObject({
      ...{ ...WEEK, shiftInstances: 42, uncovered: 1, queryCount: 3 },
      gaps: [{ scheduleDate: '2026-04-08', hospital: 'Ashby', cause: 'POSITION_EMPTY', position: 'ON2' }],
    });
    const stored = await scheduler.call('GET', `/api/versions/${versions.first}/coverage`);
    expect(json(stored)).toMatchObject({ uncovered: 1, gaps: [{}], stored: { ...WEEK } });
  });

  it('its promotion is refused until warnings are accepted and errors overridden with a reason', async () => {
    const refused = json<Pick<Version, 'validation'>>(await promote(versions.first), 409);
    const severities = new Set(refused.validation.messages.map(({ severity }) => severity));
    expect(refused).toMatchObject({ code: 'REFUSED' });
    expect([...severities]).toEqual(expect.arrayContaining(['ERROR', 'WARNING']));
    expect(json(await promote(versions.first, 'ON2 stays open that night'), 409)).toMatchObject({
      code: 'REFUSED',
    });
    await accept(versions.first);
    const promoted = json<{ overridden: string[] }>(
      await promote(versions.first, 'ON2 stays open that night'),
    );
    expect(promoted).toMatchObject({ version: { status: 'PRODUCTION' }, trimmed: [], archived: [] });
    expect(promoted.overridden).toHaveLength(1);
  });

  it('it answers who reads what, also that nobody does', async () => {
    const night = await ask('2026-04-08T02:30', 'Ashby CT Body');
    expect(night).toMatchObject({
      version: versions.first,
      answers: [{ reader: { name: 'Nora Grantham' } }],
    });
    const hole = await ask('2026-04-09T02:30', 'Ashby CT Neuro');
    expect(hole.answers).toMatchObject([{ reader: null, cause: 'POSITION_EMPTY' }]);
  });

  it('a sick call is tried, then made, and the answer is another', async () => {
    const path = `/api/departments/${DEPARTMENT}/changes`;
    const order = {
      kind: 'assign',
      date: '2026-04-07',
      shiftType: 'ON1',
      person: 'eskildsen@ashby.test',
      reason: 'ill',
    };
    const dry = json<Made>(await scheduler.call('POST', path, { ...order, dryRun: true }));
    expect((await ask('2026-04-08T02:30', 'Ashby CT Body')).answers[0]?.reader?.name).toBe('Nora Grantham');
    const made = json<Made>(await scheduler.call('POST', path, order));
    // What is only tried has no id yet.
    const untold = made.added.map((entry) => ({ ...entry, id: null }));
    expect({ ...made, added: untold }).toEqual({ ...dry, dryRun: false });
    expect(made.added.map(({ id }) => id)).toEqual([expect.any(String)]);
    expect((await ask('2026-04-08T02:30', 'Ashby CT Body')).answers[0]?.reader?.name).toBe(
      'Tamsin Eskildsen',
    );
  });

  it('a second import overlaps half of the dates, and is compared with the first', async () => {
    const matrix = await follow(await upload('/api/imports/matrix', { ...LATER, file: matrixFile() }));
    versions.second = matrix.result.versionId;
    amion.serve(
      rosterLines(
        { ...WEEK, to: LATER.to },
        { '2026-04-10 ON1': [rosterLine('2026-04-10', 'ON1', 'Brightwater, Silas')] },
      ),
    );
    const roster = await follow(
      await scheduler.call('POST', '/api/imports/amion', {
        department: DEPARTMENT,
        version: versions.second,
      }),
    );
    expect(roster.status).toBe('COMPLETE');
    const url = `/api/versions/${versions.second}/diff?against=${versions.first}`;
    const diff = json<{ assignments: unknown[]; coverage: { label: string; from: string }[] }>(
      await scheduler.call('GET', url),
    );
    expect(diff).toMatchObject({
      ...{ before: versions.first, after: versions.second, from: LATER.from, to: WEEK.to, shifts: [] },
      assignments: [
        {
          date: '2026-04-10',
          shiftType: 'ON1',
          kind: 'swapped',
          before: [expect.stringContaining('Grantham')],
        },
      ],
    });
    expect(diff.coverage.map(({ label, from }) => `${label} ${from}`)).toEqual([
      'Ashby CT Body 2026-04-11T01:00:00-04:00',
      'Brook US 2026-04-11T01:00:00-04:00',
    ]);
  });

  it('is promoted twice at once: one promotion wins, and the first keeps its remaining dates', async () => {
    await accept(versions.second);
    const reason = 'as the chief wants it';
    const answers = await Promise.all([promote(versions.second, reason), promote(versions.second, reason)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const won = answers.find(({ statusCode }) => statusCode === 200);
    expect(won?.json()).toMatchObject({ trimmed: [versions.first], archived: [] });
    expect((await view(versions.first)).inForce).toEqual([{ from: WEEK.from, to: '2026-04-08' }]);
    expect((await view(versions.second)).inForce).toEqual([LATER]);
    expect(await ask('2026-04-11T02:30', 'Ashby CT Body')).toMatchObject({
      ...{ version: versions.second, answers: [{ reader: { name: 'Silas Brightwater' } }] },
    });
  });

  it('of two overlapping versions promoted at once one wins, the other hears of a conflict', async () => {
    const staged: string[] = [];
    for (const span of [
      { from: '2026-06-01', to: '2026-06-07' },
      { from: '2026-06-05', to: '2026-06-11' },
    ]) {
      const id = await http.services.stage(await http.services.departments.get(DEPARTMENT), {
        ...span,
        roster: null,
      });
      await accept(id);
      staged.push(id);
    }
    const answers = await Promise.all(staged.map((id) => promote(id, 'no roster yet')));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'CONFLICT' });
  });

  it('is archived, and copied back', async () => {
    const archived = await scheduler.call('POST', `/api/versions/${versions.first}/archive`);
    expect(json(archived)).toMatchObject({ withoutSchedule: [{ from: WEEK.from, to: '2026-04-08' }] });
    const copied = await scheduler.call('POST', `/api/versions/${versions.first}/copy`);
    versions.copy = json<Version>(copied, 201).version.id;
    expect(await view(versions.copy)).toMatchObject({
      version: { status: 'STAGING', ...WEEK },
      coverage: { shiftInstances: 42 },
    });
    const changed = await scheduler.call(
      'GET',
      `/api/versions/${versions.copy}/shifts?from=2026-04-07&to=2026-04-07&shiftType=ON1`,
    );
    const { shifts } = json<{ shifts: { assigned: { name: string }[] }[] }>(changed);
    expect(shifts[0]?.assigned).toMatchObject([{ name: 'Tamsin Eskildsen' }]);
  });

  it('all of it stands in the audit trail, by whom and from where', async () => {
    interface Audit {
      entries: { action: string; userEmail: string; ipAddress: string | null; at: LocalDate }[];
      nextCursor: string | null;
    }
    const entries: Audit['entries'] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const url: string = `/api/audit?user=chief@ashby.test&limit=200${cursor && `&cursor=${cursor}`}`;
      const page: Audit = json<Audit>(await admin.call('GET', url));
      entries.push(...page.entries);
      cursor = page.nextCursor;
    }
    const actions = entries.map(({ action }) => action);
    const expected =
      'SIGNED_IN JOB_REQUESTED BATCH_IMPORTED VERSION_CREATED WARNINGS_ACCEPTED VERSION_PROMOTED ERRORS_OVERRIDDEN ' +
      'SHIFT_ASSIGNED VERSION_TRIMMED VERSION_ARCHIVED VERSION_COPIED COVERAGE_CALCULATED';
    expect(new Set(actions)).toEqual(new Set(expected.split(' ')));
    expect(actions.filter((action) => action === 'VERSION_PROMOTED')).toHaveLength(3);
    expect(entries.filter(({ action }) => action === 'SHIFT_ASSIGNED')).toMatchObject([
      { ipAddress: '203.0.113.9' },
    ]);
    const history = await scheduler.call('GET', `/api/versions/${versions.first}/history`);
    expect(json<Audit>(history).entries.map(({ action }) => action)).toEqual([
      ...[
        'VERSION_ARCHIVED',
        'VERSION_TRIMMED',
        'SHIFT_ASSIGNED',
        'ERRORS_OVERRIDDEN',
        'VERSION_PROMOTED',
        'WARNINGS_ACCEPTED',
        'COVERAGE_CALCULATED',
        'BATCH_IMPORTED',
        'BATCH_IMPORTED',
        'VERSION_CREATED',
      ],
    ]);
  });
});
