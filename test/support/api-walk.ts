import { afterEach, beforeEach, expect } from 'vitest';
import type { Role } from '#src/domain/user.ts';
import type { Db } from '#src/repositories/database.ts';
import { listOperations, type Operation } from './api-operations.ts';
import { type Ask, askOf, type Furniture, ownPathOf } from './api-requests.ts';
import { type Browser, openTestHttp, type TestHttp } from './http.ts';
import { runSql } from './open-test-database.ts';
import { textFile } from './small-schedule.ts';

/** Every route of the OpenAPI document, and whom to ask as: routes to come are walked too. */
export interface ApiWalk {
  http: TestHttp;
  operations: readonly Operation[];
  /** Those that fit, with their names, as cases of a table. */
  named(fits: (operation: Operation) => boolean): [string, Operation][];
  /** Two departments with the same kinds of things; `own` is the one of everybody who is signed in. */
  own: Furniture;
  other: Furniture;
  browsers: Record<Role, Browser>;
  ownPath(operation: Operation): string;
  /** A request that fits, but for what `over` says. */
  ask(operation: Operation, url?: string, over?: Record<string, unknown>): Ask;
  send(browser: Browser, operation: Operation, ask: Ask): ReturnType<Browser['call']>;
}

/** Opens the API with two furnished departments. No test of the file may change anything that is stored. */
export async function openApiWalk(): Promise<ApiWalk> {
  const http = await openTestHttp();
  const { db } = http.services.database;
  const operations = listOperations((await http.server.inject({ url: '/api/openapi.json' })).json());
  const own = await furnish(http, 'own');
  const other = await furnish(http, 'other');
  await http.addUser('root@ashby.test', 'ADMIN');
  await http.addUser('viewer@ashby.test', 'VIEWER', own.code);
  await http.addUser('user@ashby.test', 'USER', own.code);
  const browsers = {
    ADMIN: await http.browse('root@ashby.test'),
    SCHEDULER: await http.browse('chief-own@ashby.test'),
    VIEWER: await http.browse('viewer@ashby.test'),
    USER: await http.browse('user@ashby.test'),
  };
  let before: unknown;
  beforeEach(async () => {
    before = await storedRows(db);
  });
  afterEach(async () => {
    expect(await storedRows(db)).toEqual(before);
  });
  const ownPath = (operation: Operation): string => ownPathOf(operation, own);
  return {
    ...{ http, operations, own, other, browsers, ownPath },
    named: (fits) => operations.filter(fits).map((operation) => [operation.name, operation]),
    ask: (operation, url = ownPath(operation), over = {}) => askOf(operation, own, url, over),
    send: (browser, { method }, { url, headers, payload }) =>
      browser.call(method, url, payload, headers ? { headers } : {}),
  };
}

export const isOpen = ({ needs }: Operation): boolean => needs === 'open' || needs === 'operator';

/** Two departments with the same kinds of things; `own` is the one of everybody who is signed in. */
async function furnish(http: TestHttp, label: string): Promise<Furniture> {
  const { services } = http;
  const { db } = services.database;
  const department = await services.openDepartment();
  const { code } = department;
  const email = `chief-${label}@ashby.test`;
  await http.addUser(email, 'SCHEDULER', code);
  const browser = await http.browse(email);
  const people = textFile('people.csv', [
    'name,email,specialty',
    `Solo ${label},solo-${label}@ashby.test,both`,
  ]);
  await services.registry.importPeople(people, department.id, services.actor);
  const person = (await services.registry.listPeople(department.id)).find((one) =>
    one.email.startsWith('solo-'),
  );
  const version = await services.stage(department);
  const made = async (url: string, body: object) => {
    const answer = await browser.call('POST', url, body);
    if (answer.statusCode !== 201) throw new Error(`${url}: ${answer.body}`);
    return answer.json();
  };
  const job = await services.jobs.request('AMION_PULL', { department: code, months: 1 }, services.actor);
  const [batch] = (await runSql(
    db,
    `select id from scrape_batches where hospital_id = '${department.id}'`,
  )) as [{ id: string }];
  await made('/api/feeds', { kind: 'position', of: 'ON1' });
  await made('/api/walls', { department: code });
  const secrets = (await runSql(
    db,
    `select id, kind from shared_secrets where hospital_id = '${department.id}'`,
  )) as { id: string; kind: string }[];
  return {
    ...{ code, version, job: job.id, batch: batch.id, person: person?.id ?? '' },
    personEmail: person?.email ?? '',
    feed: secrets.find(({ kind }) => kind !== 'WALL')?.id ?? '',
    wall: secrets.find(({ kind }) => kind === 'WALL')?.id ?? '',
    token: (await made('/api/tokens', { name: label, scopes: ['ask'] })).token.id as string,
  };
}

/** Every row of every table, but for those named, and for when somebody was seen last. */
export async function storedRows(db: Db, without: readonly string[] = []): Promise<unknown> {
  const tables = (await runSql(
    db,
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
     and table_name not in ('sessions', 'api_tokens', 'pgmigrations') order by 1`,
  )) as { name: string }[];
  const looked = tables.filter(({ name }) => !without.includes(name));
  const counts = looked.map(
    ({ name }) =>
      `select '${name}' as name, count(*), md5(coalesce(string_agg(t::text, '' order by t::text), '')) from "${name}" t`,
  );
  return await runSql(db, counts.join(' union all '));
}
