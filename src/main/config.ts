import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';

const megabytes = z.coerce.number().positive().max(4096);
const address = (schemes: readonly string[]) =>
  z.string().refine((text) => schemes.includes(URL.parse(text)?.protocol ?? ''), `is no ${schemes.join(' or ')} address`);

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SCHEDCU_DATA: z.string().min(1).default('data'),
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  AMION_BASE_URL: address(['http:', 'https:']).default('https://www.amion.com'),
  AMION_LOGIN: z.string().min(1).optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  UPLOAD_MAX_MB: megabytes.default(20),
  INFLATED_MAX_MB: megabytes.default(256),
  CELLS_MAX: z.coerce.number().int().positive().default(1_000_000),
  SHEETS_MAX: z.coerce.number().int().positive().default(1_000),
});

/** Everything that is configured, read once. `databaseUrl` null: the embedded database under `dataFolder`. */
export interface Config {
  port: number;
  host: string;
  dataFolder: string;
  databaseUrl: string | null;
  amionBaseUrl: string;
  amionLogin: string | null;
  sessionSecret: string | null;
  logLevel: string;
  limits: { uploadBytes: number; inflatedBytes: number; cells: number; sheets: number };
}

const MB = 1024 * 1024;

/**
 * Reads the environment and `.env` of the working folder (the environment wins); `overrides` are the command line's. Every
 * bad value is listed in one BAD_REQUEST; values themselves are never shown, for some are secrets.
 */
export function readConfig(overrides: { data?: string | undefined; databaseUrl?: string | undefined } = {}): Config {
  if (existsSync('.env')) loadEnvFile('.env');
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse({
    ...given,
    ...(overrides.data && { SCHEDCU_DATA: overrides.data }),
    ...(overrides.databaseUrl && { DATABASE_URL: overrides.databaseUrl }),
  });
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new CodedError('BAD_REQUEST', `The configuration has bad values:\n  ${faults.join('\n  ')}`, { faults });
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: env.SCHEDCU_DATA,
    databaseUrl: env.DATABASE_URL ?? null,
    amionBaseUrl: env.AMION_BASE_URL,
    amionLogin: env.AMION_LOGIN ?? null,
    sessionSecret: env.SESSION_SECRET ?? null,
    logLevel: env.LOG_LEVEL,
    limits: {
      uploadBytes: env.UPLOAD_MAX_MB * MB,
      inflatedBytes: env.INFLATED_MAX_MB * MB,
      cells: env.CELLS_MAX,
      sheets: env.SHEETS_MAX,
    },
  };
}
