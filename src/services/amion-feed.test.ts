import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Department } from '#src/domain/department.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { type AmionServer, startAmionServer } from '#src/example/amion-server.ts';
import { exampleRoster } from '#src/example/roster.ts';
import { listRosterEntries } from '#src/repositories/roster-entries.ts';
import { getBatch } from '#src/repositories/scrape-batches.ts';
import type { BatchResult } from '#src/services/import-batch.ts';
import type { Watch } from '#src/services/service-context.ts';
import type { Services } from '#src/services/services.ts';
import { openTestServices, TEST_CONFIG, wire } from '#test/support/services.ts';
import { matrixFile, textFile } from '#test/support/small-schedule.ts';

const LOGIN = 'the login of the group';
const SPAN = { from: '2026-11-01' as LocalDate, to: '2026-12-31' as LocalDate };

/** The example's own people on the shifts of the small matrix, as Amion gives them. */
const amion: AmionServer = await startAmionServer({
  roster: exampleRoster(),
  asOf: 'Oct 28 16:40 2026',
  login: LOGIN,
});
afterAll(() => amion.stop());
const test = await openTestServices({ amionBaseUrl: amion.base, amionLogin: LOGIN });
const MAPPING = textFile('m.csv', [
  'assignment,shift_type',
  'Overnight 2,ON2',
  'Vacation,ignore',
  '"Conf, am",ignore',
  'Moonlight,ignore',
  'Day,ignore',
  'Mid3,ignore',
]);
const PEOPLE = {
  name: 'people.csv',
  bytes: await readFile(new URL('../example/files/people.csv', import.meta.url)),
};

async function openGroup(): Promise<Department> {
  const { code, id } = await test.openDepartment();
  await test.registry.importPeople(PEOPLE, id, test.actor);
  await test.departments.set(code, { mapping: MAPPING }, test.actor);
  return await test.departments.get(code);
}
async function pullWith(
  services: Services,
  code: string,
  allowPartial = false,
  watch: Watch = {},
): Promise<BatchResult & { into: VersionId }> {
  const department = await services.departments.get(code);
  const { versionId } = await test.importMatrix(department, { ...SPAN, file: matrixFile() });
  if (!versionId) throw new Error('no version');
  const { actor } = test;
  const order = { department, versionId, ...SPAN, roster: 'feed' as const, allowPartial, actor, ...watch };
  return { ...(await services.amionImport.scrapeAndImport(order)), into: versionId };
}
const codes = (messages: { code: string; severity: string }[]): string[] =>
  messages.filter((m) => m.severity === 'ERROR').map((m) => m.code);

describe('the feed', () => {
  it('is fetched month by month with the login, and stored with the age that Amion gives it', async () => {
    amion.plan = () => null;
    const department = await openGroup();
    const told: string[] = [];
    const onProgress: Watch['onProgress'] = ({ message, done, total }) =>
      told.push(`${message} (${done}/${total})`);
    const { into, ...result } = await pullWith(test, department.code, false, { onProgress });
    expect(codes(result.messages)).toEqual([]);
    expect(result).toMatchObject({ state: 'COMPLETE', versionId: into });
    expect(told.slice(0, 4)).toEqual([
      '0 of 2 months fetched from Amion (0/2)',
      '1 of 2 months fetched from Amion (1/2)',
      '2 of 2 months fetched from Amion (2/2)',
      'reading Amion feed (0/0)',
    ]);
    const { read, accepted, rejected, ignored, stored } = result.accounting;
    expect(accepted + rejected + ignored).toBe(read);
    expect(stored).toBe(accepted);
    expect(await getBatch(test.database.db, result.batchId)).toMatchObject({
      sourceName: 'Amion feed',
      sourceAsOf: '2026-10-28T20:40:00.000Z',
    });
    expect(amion.requests.map(({ query }) => `${query['Rpt']} ${query['Month']}`)).toEqual([
      '625c 11-26',
      '625c 12-26',
    ]);
    const entries = await listRosterEntries(test.database.db, into);
    expect(entries.length).toBeGreaterThanOrEqual(stored);
    expect(JSON.stringify([entries, result])).not.toContain(LOGIN);
  });

  it("takes the department's own login before that of the environment; a wrong one is AMION_REJECTED_LOGIN", async () => {
    amion.plan = () => null;
    const department = await openGroup();
    await test.departments.set(department.code, { amionLogin: 'old login' }, test.actor);
    const { into, ...result } = await pullWith(test, department.code);
    expect(result).toMatchObject({ state: 'FAILED', accounting: { read: 0, stored: 0 } });
    expect(codes(result.messages)).toEqual(['AMION_REJECTED_LOGIN']);
    expect(await listRosterEntries(test.database.db, into)).toEqual([]);
    const batch = await getBatch(test.database.db, result.batchId);
    expect(batch.errorMessage).toContain('login');
    expect(JSON.stringify(batch)).not.toContain('old login');
  });

  it('of which one month fails stores nothing; the other month where a partial import is allowed', async () => {
    amion.plan = ({ query }) => (query['Month'] === '12-26' ? { kind: 'nofi', reason: 'No file' } : null);
    const department = await openGroup();
    await test.departments.set(
      department.code,
      { amionLogin: LOGIN, amionBaseUrl: `${amion.base}/` },
      test.actor,
    );
    // A client of its own, which holds no young copies.
    const own = wire(TEST_CONFIG, test.database, () => test.clock.now);
    const refused = await pullWith(own, department.code);
    expect(refused).toMatchObject({ state: 'FAILED', accounting: { stored: 0 } });
    expect(codes(refused.messages)).toEqual(['AMION_UNEXPECTED_RESPONSE']);
    const partial = await pullWith(own, department.code, true);
    expect(partial.state).toBe('COMPLETE');
    const entries = await listRosterEntries(test.database.db, partial.into);
    expect(new Set(entries.map(({ date }) => date.slice(0, 7)))).toEqual(new Set(['2026-11']));
  });

  it('out of reach is AMION_UNREACHABLE', async () => {
    const department = await openGroup();
    await test.departments.set(department.code, { amionBaseUrl: 'http://127.0.0.1:9' }, test.actor);
    const result = await pullWith(test, department.code);
    expect(result.state).toBe('FAILED');
    expect(codes(result.messages)).toEqual(['AMION_UNREACHABLE']);
  });
});

describe('a department without a usable login', () => {
  it('leaves a FAILED batch that says so: none is set', async () => {
    const department = await openGroup();
    const services = wire({ ...TEST_CONFIG, amionLogin: null }, test.database, () => test.clock.now);
    const result = await pullWith(services, department.code);
    expect(result).toMatchObject({
      state: 'FAILED',
      messages: [{ code: 'AMION_REJECTED_LOGIN', text: expect.stringContaining('has no Amion login') }],
    });
  });

  it('leaves a FAILED batch that says so: it was encrypted with another secret', async () => {
    const department = await openGroup();
    await test.departments.set(department.code, { amionLogin: LOGIN }, test.actor);
    const services = wire(
      { ...TEST_CONFIG, sessionSecret: 'another secret that is long enough!' },
      test.database,
      () => test.clock.now,
    );
    const result = await pullWith(services, department.code);
    expect(result).toMatchObject({
      state: 'FAILED',
      messages: [{ code: 'AMION_REJECTED_LOGIN', text: expect.stringContaining('SESSION_SECRET') }],
    });
  });
});
