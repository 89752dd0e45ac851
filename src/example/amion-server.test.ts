import { afterEach, describe, expect, it } from 'vitest';
import type { AmionFault } from './amion-fault.ts';
import { type AmionServer, type AmionServerOptions, startAmionServer } from './amion-server.ts';
import { exampleRoster } from './roster.ts';

const roster = exampleRoster();
const MONTH = (roster.assignments[0]?.date ?? '2026-10-01').slice(0, 7);
const M_YY = `${Number(MONTH.slice(5))}-${MONTH.slice(2, 4)}`;
const LOGIN = 'example login';

let server: AmionServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

async function start(options: Partial<AmionServerOptions> = {}): Promise<AmionServer> {
  server = await startAmionServer({ roster, asOf: 'Apr 28 19:06 2026', login: LOGIN, ...options });
  return server;
}
const urlOf = (base: string, report: string, { login = LOGIN, month = M_YY } = {}): string =>
  `${base}/cgi-bin/ocs?Lo=${encodeURIComponent(login)}&Rpt=${report}&Month=${month}&Day=1&Days=31`;
const get = async (report: string, options: Partial<AmionServerOptions> = {}): Promise<string> => {
  const { base } = server ?? (await start(options));
  return await (await fetch(urlOf(base, report))).text();
};

describe('reports', () => {
  it.each([
    ['619', '"', 9],
    ['625c', '"', 17],
  ])('%s has quoted names', async (report, quote, fields) => {
    const [line = ''] = (await get(report)).split('\n').filter((text) => text.startsWith(quote));
    expect(line.replace(/"[^"]*"/g, 'q').split(',')).toHaveLength(fields);
  });

  it.each([
    ['619tabs', 9],
    ['625tabs', 17],
    ['625ctabs', 17],
    ['625ctabs--', 17],
    ['706', 9],
    ['706--', 9],
  ])('%s has tabs', async (report, fields) => {
    const lines = (await get(report)).split('\n').filter((text) => text.includes('\t'));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.every((line) => line.split('\t').length === fields)).toBe(true);
  });

  it('have the rows of the month that is asked for', async () => {
    const rows = (await get('619')).split('\n').filter((line) => line.startsWith('"'));
    expect(rows).toHaveLength(roster.assignments.filter((row) => row.date.startsWith(MONTH)).length);
  });

  it('of a hospital-wide login have a Division column', async () => {
    const [line = ''] = (await get('619', { division: 'North' }))
      .split('\n')
      .filter((text) => text.startsWith('"'));
    expect(line).toMatch(/^"North",/);
  });

  it('are Windows-1252 when told so', async () => {
    const { base } = await start({ encoding: 'windows-1252' });
    const bytes = Buffer.from(await (await fetch(urlOf(base, '706'))).arrayBuffer());
    expect(bytes.includes(0xe9)).toBe(true);
    expect(new TextDecoder('windows-1252').decode(bytes)).toContain('é');
  });
});

describe('failures have status 200', () => {
  it.each([
    ['a wrong login', '619', { login: 'other' }, 'NOFI=Bad password'],
    ['a month without a file', '619', { month: '4-31' }, 'NOFI=No file'],
    ['no month', '619', { month: '' }, 'NOFI=No file'],
    ['an unknown report', '600', {}, 'NOFI=No report'],
  ])('%s', async (_, report, query, expected) => {
    const { base } = await start();
    const response = await fetch(urlOf(base, report, query));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(expected);
  });

  it('but other paths are not found', async () => {
    const { base } = await start();
    expect((await fetch(`${base}/`)).status).toBe(404);
  });
});

describe('faults on demand', () => {
  const plain = { kind: 'slow', ms: 1 } satisfies AmionFault;

  it.each<[AmionFault, number, (text: string) => boolean]>([
    [plain, 200, (text) => text.includes('Assignments for')],
    [{ kind: 'status', status: 503 }, 503, (text) => text === ''],
    [{ kind: 'nofi', reason: 'Busy' }, 200, (text) => text === 'NOFI=Busy\n'],
    [{ kind: 'body', body: 'hello' }, 200, (text) => text === 'hello'],
    [{ kind: 'login-page' }, 200, (text) => text.includes('AmionLogin')],
    [{ kind: 'empty' }, 200, (text) => text === ''],
    [{ kind: 'cut' }, 200, (text) => text.startsWith('\nAssignments') && !text.endsWith('\n')],
  ])('%o', async (fault, status, expected) => {
    const { base } = await start({ plan: () => fault });
    const response = await fetch(urlOf(base, '619'));
    expect(response.status).toBe(status);
    expect(expected(await response.text())).toBe(true);
  });

  it('a broken connection', async () => {
    const { base } = await start({ plan: () => ({ kind: 'reset' }) });
    await expect(fetch(urlOf(base, '619')).then((response) => response.text())).rejects.toThrow();
  });

  it('a body of one line is cut in its middle', async () => {
    const { base } = await start({ login: 'x', plan: () => ({ kind: 'cut' }) });
    expect(await (await fetch(urlOf(base, '619', { login: 'y' }))).text()).toBe('NOFI=Bad ');
  });

  it('by a plan that may change and knows what came before', async () => {
    const started = await start();
    started.plan = ({ before }) => (before === 0 ? { kind: 'empty' } : null);
    const first = await (await fetch(urlOf(started.base, '619'))).text();
    const second = await (await fetch(urlOf(started.base, '619'))).text();
    expect([first === '', second === '']).toEqual([true, false]);
    expect(started.plan({ at: 0, query: {}, before: 1 })).toBeNull();
  });
});

it('remembers every request', async () => {
  const { base, requests } = await start();
  await Promise.all([fetch(urlOf(base, '619')), fetch(urlOf(base, '625c'))]);
  expect(requests.map((request) => request.query['Rpt']).toSorted()).toEqual(['619', '625c']);
  expect(requests.every((request) => request.at > 0 && request.before === 0)).toBe(true);
  expect(server?.mostAtOnce).toBeGreaterThan(0);
});

it('says so when its port is taken', async () => {
  const { base } = await start();
  const port = Number(new URL(base).port);
  await expect(startAmionServer({ roster, asOf: '', login: 'x', port })).rejects.toThrow('EADDRINUSE');
});
