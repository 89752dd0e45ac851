import { describe, expect, it } from 'vitest';
import { listOperations } from '#test/support/api-operations.ts';
import { expectProblem } from '#test/support/api-requests.ts';
import { storedRows } from '#test/support/api-walk.ts';
import {
  AUDITED_REQUESTS,
  type AuditedRequest,
  type AuditScene,
  SECRETS,
  STORING_NOTHING,
} from '#test/support/audited-requests.ts';
import type { Browser } from '#test/support/http.ts';
import { form, openHttpWards } from '#test/support/http-wards.ts';
import { runSql } from '#test/support/open-test-database.ts';
import { SMALL_LOGIN, startSmallAmion } from '#test/support/small-amion.ts';
import { rosterLine, rosterLines, WEEK } from '#test/support/small-schedule.ts';

/** Every route of the OpenAPI document that changes something writes its audit row in its transaction. */
const amion = await startSmallAmion();
amion.serve(rosterLines(WEEK, { '2026-04-07 ON1': [rosterLine('2026-04-07', 'ON1', 'Hollis, Mei')] }));
const wards = await openHttpWards({ amionBaseUrl: amion.base, amionLogin: SMALL_LOGIN });
const { services, server } = wards;
const { db } = services.database;
/** An attempt to sign in counts as a failure before it is made (see `SignInThrottle`). */
const rows = () => storedRows(db, ['sign_in_failures']);
const operations = listOperations((await server.inject({ url: '/api/openapi.json' })).json());
const changing = operations.filter(({ method, id }) => method !== 'GET' && !(id in STORING_NOTHING));

async function setScene(): Promise<AuditScene> {
  const ward = await services.openDepartment();
  const production = await services.produce(ward);
  const staging = await services.stage(ward);
  return { ward, production, staging, wards, browser: await wards.browse('root@ashby.test') };
}

const answers: string[] = [];
async function send(browser: Browser, { method, url, body, form: parts }: AuditedRequest) {
  const answer = await browser.call(method, url, body, parts ? form(parts) : {});
  answers.push(answer.body);
  return answer;
}

const audited = async (): Promise<{ action: string; ip_address: string | null }[]> =>
  (await runSql(db, 'select action, ip_address from audit_logs order by id')) as never;

async function withoutAudit<T>(work: () => Promise<T>): Promise<T> {
  await runSql(
    db,
    `create function refuse_audit() returns trigger language plpgsql as $$ begin raise exception 'no room in the audit trail'; end $$;
    create trigger refuse_audit before insert on audit_logs for each statement execute function refuse_audit()`,
  );
  try {
    return await work();
  } finally {
    await runSql(db, 'drop trigger refuse_audit on audit_logs; drop function refuse_audit()');
  }
}

describe('a change without its audit row is no change', () => {
  it.each(changing.map(({ name, id }): [string, string] => [name, id]))('%s', async (_, id) => {
    const prepare = AUDITED_REQUESTS[id];
    if (!prepare) throw new Error(`Say in AUDITED_REQUESTS how ${id} is asked for.`);
    const scene = await setScene();
    const request = await prepare(scene);
    const [before, count] = [await rows(), (await audited()).length];
    await expectProblem(
      withoutAudit(() => send(scene.browser, request)),
      500,
    );
    expect(await rows()).toEqual(before);

    const granted = await send(scene.browser, request);
    expect(granted.statusCode, granted.body).toBeLessThan(300);
    const written = (await audited()).slice(count);
    expect(written).not.toEqual([]);
    for (const { ip_address } of written) expect(ip_address).toBe('203.0.113.9');
  });
});

it('what only reads what is sent leaves everything as it was', async () => {
  for (const { id } of operations) {
    const prepare = STORING_NOTHING[id];
    if (!prepare) continue;
    const scene = await setScene();
    const request = await prepare(scene);
    const before = await rows();
    const read = await send(scene.browser, request);
    expect(read.statusCode, read.body).toBe(200);
    expect(await rows()).toEqual(before);
  }
});

it('no secret stands in the audit log, nor anywhere else in the clear', async () => {
  const given = answers.flatMap((body) => body.match(/(?<="secret":"|\/feeds\/|\/wall\/)[\w-]{20,}/g) ?? []);
  expect(given.length).toBeGreaterThanOrEqual(3);
  const tables = (await runSql(db, "select tablename from pg_tables where schemaname = 'public'")) as {
    tablename: string;
  }[];
  const secrets = [...Object.values(SECRETS), ...given];
  for (const { tablename } of tables) {
    const text = JSON.stringify(await runSql(db, `select t::text from "${tablename}" t`));
    for (const secret of secrets) expect(text.includes(secret), `${tablename} has ${secret}`).toBe(false);
  }
  for (const secret of secrets) expect(wards.logged()).not.toContain(secret);
});
