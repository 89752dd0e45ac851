import { beforeAll, describe, expect, it } from 'vitest';
import { form, type HttpWards, json, openHttpWards } from '#test/support/http-wards.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { matrixFile, rosterFile, WEEK } from '#test/support/small-schedule.ts';

let wards: HttpWards;
let version: string;

beforeAll(async () => {
  wards = await openHttpWards();
  version = await wards.services.produce(wards.own);
});

const OUTSIDE = 'is outside the dates of schedules. Write one from 1900-01-01 to 2999-12-31.';
/** What is counted before and after a refusal: nothing of it may be stored or queued. */
const counted = async () =>
  await runSql(
    wards.services.database.db,
    `select (select count(*)::int from schedule_versions) as versions, (select count(*)::int from job_queue) as jobs,
      (select count(*)::int from source_files) as files, (select count(*)::int from scrape_batches) as batches`,
  );
const upload = async (what: 'matrix' | 'workflow', parts: Parameters<typeof form>[0]) => {
  const { payload, headers } = form({ department: wards.own.code, ...parts });
  return await wards.scheduler.call('POST', `/api/imports/${what}`, undefined, { payload, headers });
};

interface Problem {
  code: string;
  detail: string;
  faults?: { path: string; message: string }[];
}

describe('the dates of a new schedule', () => {
  const ASKING = {
    'a new version': (from: string, to: string) =>
      wards.scheduler.call('POST', '/api/versions', { department: wards.own.code, from, to }),
    'an import of a matrix': (from: string, to: string) => upload('matrix', { from, to, file: matrixFile() }),
    'a workflow': (from: string, to: string) =>
      upload('workflow', { from, to, matrix: matrixFile(), amion: [rosterFile()] }),
  };

  describe.each(Object.entries(ASKING))('of %s', (_, ask) => {
    it.each([
      ['9999-12-30', '9999-12-31', [`from: "9999-12-30" ${OUTSIDE}`, `to: "9999-12-31" ${OUTSIDE}`]],
      ['0001-01-01', '9999-12-31', [`from: "0001-01-01" ${OUTSIDE}`, `to: "9999-12-31" ${OUTSIDE}`]],
      ['0000-01-01', '1900-01-01', [`from: "0000-01-01" ${OUTSIDE}`]],
      ['1899-12-31', '1900-01-01', [`from: "1899-12-31" ${OUTSIDE}`]],
      ['2999-12-31', '3000-01-01', [`to: "3000-01-01" ${OUTSIDE}`]],
      ['2026-02-30', '2026-03-01', ['from: "2026-02-30" is no date. Write it as 2026-04-18.']],
      ['2028-01-01', '2900-01-01', ['has 318493 dates; 732 (two years) are the most. Let it end (to) on']],
      ['2027-01-01', '2029-01-02', ['has 733 dates; 732 (two years) are the most.', '2029-01-01 or before']],
    ])('%s to %s are refused, and nothing is stored', async (from, to, says) => {
      const before = await counted();
      const problem = json<Problem>(await ask(from, to), 400);
      expect(problem.code).toBe('BAD_REQUEST');
      for (const each of says) expect(problem.detail).toContain(each);
      expect(problem.detail).not.toMatch(/\.;|✖|database/);
      expect(await counted()).toEqual(before);
    });
  });

  it('have to be dates, and given', async () => {
    const order = { department: wards.own.code, to: 20_260_418 };
    const { faults } = json<Problem>(await wards.scheduler.call('POST', '/api/versions', order), 400);
    const message = 'Write a date, like 2026-04-18.';
    expect(faults).toEqual(['from', 'to'].map((field) => ({ path: `body/${field}`, message })));
  });

  it('may be the first there are, the last, and two years long: such a version can be looked at', async () => {
    const department = (await wards.services.openDepartment()).code;
    for (const [from, to] of [
      ['1900-01-01', '1902-01-02'],
      ['2998-01-01', '2999-12-31'],
    ]) {
      const made = await wards.admin.call('POST', '/api/versions', { department, from, to });
      const { id } = json<{ version: { id: string } }>(made, 201).version;
      for (const part of ['', '/coverage', '/calendar']) {
        json(await wards.admin.call('GET', `/api/versions/${id}${part}`));
      }
      const promoted = await wards.admin.call('POST', `/api/versions/${id}/promote`, {});
      expect(json<{ version: object }>(promoted).version).toMatchObject({ status: 'PRODUCTION', from, to });
    }
  });
});

describe('a workflow', () => {
  const files = { ...WEEK, matrix: matrixFile(), amion: [rosterFile()] };

  it.each([
    [
      ...(['2027-02-30,abc'] as const),
      ['holidays: "2027-02-30" is no date. Write it as 2026-04-18.', 'holidays: "abc" is no date.'],
    ],
    ['2026-04-10, 3026-04-10', [`holidays: "3026-04-10" ${OUTSIDE}`]],
  ])('with the holidays %s is told which are none', async (holidays, says) => {
    const before = await counted();
    const { detail } = json<Problem>(await upload('workflow', { ...files, holidays }), 400);
    for (const each of says) expect(detail).toContain(each);
    expect(detail).not.toMatch(/✖|Invalid input|WORKFLOW/);
    expect(await counted()).toEqual(before);
  });

  it('of a time zone that there is not is refused at the door', async () => {
    const before = await counted();
    const problem = json<Problem>(await upload('workflow', { ...files, timeZone: 'Mars/X' }), 400);
    const says = '"Mars/X" is no IANA time zone. Write one like America/New_York.';
    expect(problem.detail).toBe(says);
    expect(problem.faults).toEqual([{ path: 'body/timeZone', message: says }]);
    expect(await counted()).toEqual(before);
  });

  it('is for a department, whose holidays keep to the same years', async () => {
    const year = { holidays: ['2026-12-25', '0000-12-25'] };
    const settings = await wards.scheduler.call('PATCH', `/api/departments/${wards.own.code}`, year);
    expect(json<Problem>(settings, 400).detail).toBe(`body/holidays/1: "0000-12-25" ${OUTSIDE}`);
  });
});

describe('a span of dates that is asked for', () => {
  const paths = (): string[] => {
    const { code } = wards.own;
    return [
      ...['board', 'calendar', 'coverage', 'shifts'].map((part) => `/api/versions/${version}/${part}`),
      ...['changes', 'duties'].map((part) => `/api/departments/${code}/${part}`),
      ...['/api/versions', '/api/me/assignments'],
    ];
  };

  it.each([
    [
      'that ends before it begins',
      'from=2026-12-31&to=2026-12-01',
      'cannot end (2026-12-01) before it begins',
    ],
    ['before all schedules', 'from=0001-01-01&to=2026-04-08', `querystring/from: "0001-01-01" ${OUTSIDE}`],
    ['in the year 0', 'from=0000-01-01&to=2026-04-08', `querystring/from: "0000-01-01" ${OUTSIDE}`],
    ['after all schedules', 'from=2026-04-08&to=9999-12-31', `querystring/to: "9999-12-31" ${OUTSIDE}`],
    ['that is none', 'from=2026-04-31&to=2026-05-01', 'querystring/from: "2026-04-31" is no date.'],
  ])('%s is refused everywhere', async (_, query, says) => {
    for (const path of paths()) {
      const problem = json<Problem>(await wards.viewer.call('GET', `${path}?${query}`), 400);
      expect([path, problem.detail]).toEqual([path, expect.stringContaining(says)]);
    }
  });

  it.each([
    'from=1900-01-01&to=1900-01-01',
    'from=2999-12-31&to=2999-12-31',
    'from=1900-01-01&to=2999-12-31',
  ])('of the first and the last dates, %s, is answered or refused everywhere', async (query) => {
    for (const path of paths()) {
      const { statusCode } = await wards.viewer.call('GET', `${path}?${query}`);
      expect([path, [200, 400].includes(statusCode), statusCode]).toEqual([path, true, statusCode]);
    }
  });

  it('in front of the last date or after it needs no other end', async () => {
    for (const query of ['from=2999-12-31', 'from=1900-01-01', 'to=2999-12-31', 'to=1900-01-01']) {
      for (const path of paths()) {
        const { statusCode } = await wards.user.call('GET', `${path}?${query}`);
        expect([path, query, statusCode < 500]).toEqual([path, query, true]);
      }
    }
  });
});

describe('own assignments', () => {
  it.each([
    ['from=2026-12-31&to=2026-12-01', 400, 'cannot end (2026-12-01) before it begins (2026-12-31)'],
    ['to=2026-04-07', 400, 'Without from, it begins today (2026-04-08). Name from, too.'],
    ['from=2026-04-01&to=2028-04-02', 400, 'at most 732 schedule dates; 2026-04-01 to 2028-04-02 are 733.'],
    ['from=2999-12-31', 200, ''],
    ['from=2026-04-01&to=2028-04-01', 200, ''],
    ['to=2026-04-08', 200, ''],
  ])('for %s', async (query, status, says) => {
    wards.services.clock.now = '2026-04-08T16:00:00Z';
    const answer = await wards.user.call('GET', `/api/me/assignments?${query}`);
    expect(JSON.stringify(json(answer, status))).toContain(says);
  });
});
