import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ownServers } from '#test/support/own-servers.ts';
import { openTestServices } from '#test/support/services.ts';

const { another } = ownServers(await openTestServices());
const page = await mkdtemp(join(tmpdir(), 'schedcu-page-'));
afterAll(() => rm(page, { recursive: true, force: true }));
await writeFile(join(page, 'index.html'), '<!doctype html><title>schedcu</title>');

const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';

it.each([
  ['a browser', 'GET', '/', BROWSER, 200],
  ['a program that takes anything', 'GET', '/', '*/*', 200],
  ['a program that does not say what it takes', 'GET', '/?at=2026-11-27T02:30', undefined, 200],
  ['a check whether it is up', 'HEAD', '/', '*/*', 200],
  ['a program that takes JSON only', 'GET', '/', 'application/json', 404],
  ['a browser, at an address of the page', 'GET', '/roster', BROWSER, 200],
  ['a program at an address that leads nowhere', 'GET', '/nothing', '*/*', 404],
  ['a browser at an address of the API that leads nowhere', 'GET', '/api/nothing', BROWSER, 404],
  ['a browser whose files have new names since', 'GET', '/assets/old.js', BROWSER, 404],
] as const)('%s: %s %s', async (_, method, url, accept, status) => {
  const server = await another({ page });
  const answer = await server.inject({ method, url, headers: accept === undefined ? {} : { accept } });
  const type = status === 200 ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8';
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, type]);
});
