import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { AMION_BASE_IS, isAmionBase } from '#src/domain/amion-base.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { OpenIdSettings } from '#src/outside/openid-provider.ts';
import type { WorkbookLimits } from '#src/sources/matrix/workbook-limits.ts';

const OIDC_CALLBACK = '/api/session/oidc/callback';

const isLoopbackName = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

/** `10.0.0.7`, `10.0.0.0/8`, `::1`, or a name that Fastify knows for a kind of network. */
function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  return version > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

const megabytes = z.coerce.number().positive().max(4096);
const count = z.coerce.number().int().positive();
const databaseUrl = z
  .string()
  // A host may be left out where the address names a folder of sockets (`postgresql://user@/db?host=/run/postgresql`).
  .refine(
    (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text.replace('@/', '@socket/')),
    'is no postgresql:// address',
  );
const webAddress = z
  .string()
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), 'is no http:// or https:// address');

/** Addresses or networks of proxies, or how many of them stand before us; empty: none. */
const proxies = z
  .string()
  .transform((text) =>
    /^\d+$/.test(text.trim()) ? Number(text) : text.split(',').map((part) => part.trim()),
  )
  .refine(
    (trusted) => typeof trusted === 'number' || trusted.every(isNetwork),
    'is neither a number of proxies nor a list of addresses or networks',
  );
const oidcAddress = webAddress.refine(
  (text) => text.startsWith('https:') || isLoopbackName(URL.parse(text)?.hostname ?? ''),
  'must begin with https:// (http:// is for this machine only)',
);

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SCHEDCU_DATA: z.string().min(1).default('data'),
  DATABASE_URL: databaseUrl.optional(),
  AMION_BASE_URL: z
    .string()
    .refine(isAmionBase, `has to be ${AMION_BASE_IS}`)
    .default('https://www.amion.com'),
  AMION_LOGIN: z.string().min(1).optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  UPLOAD_MAX_MB: megabytes.default(20),
  INFLATED_MAX_MB: megabytes.default(256),
  CELLS_MAX: count.default(1_000_000),
  GRID_CELLS_MAX: count.default(100_000),
  SHEETS_MAX: count.default(1_000),
  REDIS_URL: z
    .string()
    .refine((text) => /^rediss?:$/.test(URL.parse(text)?.protocol ?? ''), 'is no redis:// address')
    .optional(),
  RETENTION_DAYS: count.default(400),
  WORKER_CONCURRENCY: count.max(64).default(4),
  WORKER_ALIVE_FILE: z.string().min(1).optional(),
  TRUST_PROXY: proxies.optional(),
  REQUESTS_PER_MINUTE: count.default(6_000),
  OIDC_ISSUER: oidcAddress.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  OIDC_REDIRECT_URI: oidcAddress
    .refine((text) => URL.parse(text)?.pathname === OIDC_CALLBACK, `must end with ${OIDC_CALLBACK}`)
    .optional(),
});
const OIDC_SETTINGS = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_REDIRECT_URI'] as const;

/** A sign-in provider is configured whole or not at all. */
function listMissingOidc(given: Readonly<Record<string, string | undefined>>): string[] {
  const missing = OIDC_SETTINGS.filter((name) => given[name] === undefined);
  if (missing.length === OIDC_SETTINGS.length) return [];
  return missing.map((name) => `${name}: is missing; the other OIDC_ settings need it`);
}

/** Everything that is configured, read once. `databaseUrl` null: the embedded database under `dataFolder`. */
export interface Config {
  port: number;
  host: string;
  dataFolder: string;
  databaseUrl: string | null;
  amionBaseUrl: string;
  amionLogin: string | null;
  sessionSecret: string | null;
  /** Null: as much as the command logs by itself. */
  logLevel: string | null;
  /** Null: the queue runs on the database. */
  redisUrl: string | null;
  /** How long uploaded files and fetched reports are kept. */
  retentionDays: number;
  /** Jobs that one worker runs at once. */
  workerConcurrency: number;
  /** Touched by a worker as long as it reaches its record, for health checks from outside; null: none is. */
  workerAliveFile: string | null;
  limits: Pick<WorkbookLimits, 'uploadBytes' | 'inflatedBytes' | 'cells' | 'gridCells' | 'sheets'>;
  /** Whose X-Forwarded headers count: these addresses and networks, or the last so many proxies; false: nobody's. */
  trustProxy: false | number | string[];
  /** From one address. */
  requestsPerMinute: number;
  /** Null: nobody but us signs users in. */
  openId: OpenIdSettings | null;
}

/** What the command line says of the database; it stands before everything else. */
export interface ConfigOverrides {
  data?: string | undefined;
  databaseUrl?: string | undefined;
}

export interface ConfigSource {
  environment: Readonly<Record<string, string | undefined>>;
  /** Path of a `.env`; passed over where there is none. */
  file: string;
}

const MB = 1024 * 1024;

/**
 * Reads the environment and `.env` of the working folder (the environment wins). A data folder on the command line means the
 * embedded database, also where DATABASE_URL is set. A bad option is BAD_REQUEST; bad settings are UNAVAILABLE, all of them
 * listed. Values are never shown, for some are secrets.
 */
export function readConfig(
  overrides: ConfigOverrides = {},
  source: ConfigSource = { environment: process.env, file: '.env' },
): Config {
  if (overrides.databaseUrl !== undefined && !databaseUrl.safeParse(overrides.databaseUrl).success) {
    throw new CodedError('BAD_REQUEST', '--database-url is no postgresql:// address.');
  }
  if (overrides.data === '') throw new CodedError('BAD_REQUEST', '--data names no folder.');
  const given = { ...readSettings(source), ...fromOverrides(overrides) };
  const parsed = settings.safeParse(given);
  const issues = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const faults = [...issues, ...listMissingOidc(given)];
  if (!parsed.success || faults.length > 0) {
    const text = `The configuration has bad values. Correct them in the environment or in ${source.file}:\n  ${faults.join('\n  ')}`;
    throw new CodedError('UNAVAILABLE', text, { faults });
  }
  return toConfig(parsed.data);
}

/** Empty values count as left out. */
function readSettings({ environment, file }: ConfigSource): Record<string, string | undefined> {
  const given = { ...readEnvFile(file), ...environment };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

function readEnvFile(file: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT') return {};
    throw new CodedError(
      'UNAVAILABLE',
      `The configuration file ${file} cannot be read (${code}). Mend it, or remove it.`,
      {},
      cause,
    );
  }
}

function fromOverrides({ data, databaseUrl: url }: ConfigOverrides): Record<string, string | undefined> {
  if (url !== undefined) return { DATABASE_URL: url, ...(data !== undefined && { SCHEDCU_DATA: data }) };
  return data === undefined ? {} : { SCHEDCU_DATA: data, DATABASE_URL: undefined };
}

function toConfig(env: z.infer<typeof settings>): Config {
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: env.SCHEDCU_DATA,
    databaseUrl: env.DATABASE_URL ?? null,
    amionBaseUrl: env.AMION_BASE_URL,
    amionLogin: env.AMION_LOGIN ?? null,
    sessionSecret: env.SESSION_SECRET ?? null,
    logLevel: env.LOG_LEVEL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    retentionDays: env.RETENTION_DAYS,
    workerConcurrency: env.WORKER_CONCURRENCY,
    workerAliveFile: env.WORKER_ALIVE_FILE ?? null,
    limits: {
      uploadBytes: Math.floor(env.UPLOAD_MAX_MB * MB),
      inflatedBytes: Math.floor(env.INFLATED_MAX_MB * MB),
      cells: env.CELLS_MAX,
      gridCells: env.GRID_CELLS_MAX,
      sheets: env.SHEETS_MAX,
    },
    trustProxy: env.TRUST_PROXY ?? false,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    openId: openIdOf(env),
  };
}

function openIdOf(env: z.infer<typeof settings>): OpenIdSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REDIRECT_URI } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_REDIRECT_URI) return null;
  const client = { clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
  return { issuer: OIDC_ISSUER, redirectUri: OIDC_REDIRECT_URI, ...client };
}
