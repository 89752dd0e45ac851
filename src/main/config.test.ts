import { mkdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CodedError } from '#src/domain/errors.ts';
import { folderOf } from '#test/journeys/ashby.ts';
import { type Config, type ConfigOverrides, readConfig } from './config.ts';

const file = folderOf({ '.env': 'PORT=4000\nLOG_LEVEL="warn"\nDATABASE_URL=postgresql://from-file/x\n' });
mkdirSync(file('folder.env'));

const read = (
  environment: Record<string, string>,
  overrides: ConfigOverrides = {},
  name = 'none.env',
): Config => readConfig(overrides, { environment, file: file(name) });

function refusal(work: () => unknown): CodedError {
  try {
    work();
  } catch (cause) {
    if (cause instanceof CodedError) return cause;
    throw cause;
  }
  throw new Error('It was not refused.');
}

describe('the configuration', () => {
  it('without any setting: everything has its default', () => {
    expect(read({})).toMatchObject({
      ...{
        port: 3000,
        host: '127.0.0.1',
        dataFolder: 'data',
        databaseUrl: null,
        amionLogin: null,
        sessionSecret: null,
      },
      ...{ amionBaseUrl: 'https://www.amion.com', logLevel: null },
      limits: {
        uploadBytes: 20 * 1024 * 1024,
        inflatedBytes: 256 * 1024 * 1024,
        cells: 1_000_000,
        gridCells: 100_000,
        sheets: 1_000,
      },
    });
  });

  it('the environment before .env, .env before the defaults, and empty is left out', () => {
    const config = read({ PORT: '5000', LOG_LEVEL: '', AMION_LOGIN: '' }, {}, '.env');
    expect([config.port, config.logLevel, config.amionLogin]).toEqual([5000, null, null]);
    expect(read({}, {}, '.env')).toMatchObject({
      port: 4000,
      logLevel: 'warn',
      databaseUrl: 'postgresql://from-file/x',
    });
  });

  it.each<[string, Record<string, string>, ConfigOverrides, Partial<Config>]>([
    [
      'an address',
      { DATABASE_URL: 'postgres://u:p@db:5433/x' },
      {},
      { databaseUrl: 'postgres://u:p@db:5433/x' },
    ],
    [
      'an address on a socket',
      { DATABASE_URL: 'postgresql://u@/x?host=/run/pg' },
      {},
      { databaseUrl: 'postgresql://u@/x?host=/run/pg' },
    ],
    [
      '--database-url before DATABASE_URL',
      { DATABASE_URL: 'postgres://a/x' },
      { databaseUrl: 'postgres://b/x' },
      { databaseUrl: 'postgres://b/x' },
    ],
    [
      '--data before DATABASE_URL',
      { DATABASE_URL: 'postgres://a/x' },
      { data: 'mine' },
      { databaseUrl: null, dataFolder: 'mine' },
    ],
    [
      'both',
      {},
      { data: 'mine', databaseUrl: 'postgres://b/x' },
      { databaseUrl: 'postgres://b/x', dataFolder: 'mine' },
    ],
    [
      'part of a megabyte',
      { UPLOAD_MAX_MB: '0.5' },
      {},
      { limits: expect.objectContaining({ uploadBytes: 524_288 }) },
    ],
  ])('%s', (_, environment, overrides, expected) => {
    expect(read(environment, overrides)).toMatchObject(expected);
  });

  it('lists every bad value, and shows none of them', () => {
    const environment = {
      ...{
        PORT: '70000',
        DATABASE_URL: 'mysql://root:hunter2@db/x',
        AMION_BASE_URL: 'https://www.amion.com/?Lo=hush-4711',
      },
      ...{
        SESSION_SECRET: 'short-secret',
        LOG_LEVEL: 'loud',
        CELLS_MAX: '1.5',
        SHEETS_MAX: 'many',
        INFLATED_MAX_MB: '0',
      },
    };
    const { code, message, details } = refusal(() => read(environment));
    expect(code).toBe('UNAVAILABLE');
    expect((details['faults'] as string[]).map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(Object.keys(environment)),
    );
    expect(message).not.toMatch(/hunter2|hush|short-secret|loud|70000/);
  });

  it.each<[string, ConfigOverrides, string]>([
    [
      'an address that is none',
      { databaseUrl: 'localhost/x' },
      '--database-url is no postgresql:// address.',
    ],
    ['no folder', { data: '' }, '--data names no folder.'],
  ])('an option with %s is the caller’s fault', (_, overrides, says) => {
    expect(refusal(() => read({}, overrides))).toMatchObject({ code: 'BAD_REQUEST', message: says });
  });

  it('a .env that cannot be read stops the start', () => {
    expect(refusal(() => read({}, {}, 'folder.env'))).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('(EISDIR)'),
    });
  });
});

it('every setting stands in the operating page, and deploy passes it on', () => {
  const source = readFileSync(new URL('./config.ts', import.meta.url), 'utf8');
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(15);
  const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  const compose = readFileSync(new URL('../../deploy/compose.yaml', import.meta.url), 'utf8');
  // There is no embedded database in the containers.
  expect(names.filter((name) => !compose.includes(`    ${name}: `))).toEqual(['SCHEDCU_DATA']);
});

describe('proxies that are trusted', () => {
  it.each([
    ['none', {}, false],
    ['a number of them', { TRUST_PROXY: '2' }, 2],
    ['networks', { TRUST_PROXY: '10.0.0.0/8, ::1,loopback' }, ['10.0.0.0/8', '::1', 'loopback']],
  ])('%s', (_, environment, expected) => {
    expect(read(environment).trustProxy).toEqual(expected);
  });

  it.each(['all', 'true', '10.0.0.0/33', '10.0.0', '::1/129', '1,proxy'])('not %s', (text) => {
    expect(refusal(() => read({ TRUST_PROXY: text })).details['faults']).toEqual([
      expect.stringContaining('TRUST_PROXY'),
    ]);
  });
});

describe('a sign-in provider', () => {
  const whole = {
    ...{ OIDC_ISSUER: 'https://login.ashby.test', OIDC_CLIENT_ID: 'schedcu' },
    OIDC_CLIENT_SECRET: 'a secret of the client',
    OIDC_REDIRECT_URI: 'https://schedule.ashby.test/api/session/oidc/callback',
  };

  it('is configured whole, or not at all', () => {
    expect(read({}).openId).toBeNull();
    expect(read(whole).openId).toEqual({
      ...{ issuer: whole.OIDC_ISSUER, clientId: 'schedcu', clientSecret: whole.OIDC_CLIENT_SECRET },
      redirectUri: whole.OIDC_REDIRECT_URI,
    });
    const { OIDC_CLIENT_ID: _, OIDC_ISSUER: __, ...part } = whole;
    const { details } = refusal(() => read({ ...part, PORT: 'x' }));
    const names = (details['faults'] as string[]).map((fault) => fault.split(':')[0]);
    expect(names).toEqual(['PORT', 'OIDC_ISSUER', 'OIDC_CLIENT_ID']);
  });

  it.each([
    ['http elsewhere', { OIDC_ISSUER: 'http://login.ashby.test' }],
    ['a short secret', { OIDC_CLIENT_SECRET: 'short' }],
    ['another address to come back to', { OIDC_REDIRECT_URI: 'https://schedule.ashby.test/' }],
  ])('not with %s', (_, over) => {
    expect(refusal(() => read({ ...whole, ...over })).details['faults']).toHaveLength(1);
  });

  it('may be on this machine', () => {
    expect(read({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:9000' }).openId?.issuer).toBe(
      'http://127.0.0.1:9000',
    );
  });
});
