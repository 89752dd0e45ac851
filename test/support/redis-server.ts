import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { installPackages } from './install-packages.ts';
import { TEST_FOLDER } from './test-server.ts';

/** A real Redis on a free port of loopback, empty at the start. */
export interface RedisServer {
  readonly url: string;
  /** Kills it and starts it again on the same port, with nothing of what it knew. */
  restart(): Promise<void>;
  /** Kills it, and leaves the port without an answer. */
  kill(): Promise<void>;
  /** Starts it again after `kill`. */
  start(): Promise<void>;
  /** Kills it and removes its folder. */
  stop(): Promise<void>;
}

/** The server, or why there is none. */
export type ProvidedRedis = { server: RedisServer; missing: null } | { server: null; missing: string };

const STARTED_WITHIN_MS = 20_000;
const START_AGAIN_MS = 200;

/**
 * Starts a Redis, which the caller stops. Where `redis-server` is missing it is installed, as root
 * on Debian or Ubuntu, unless SCHEDCU_TEST_INSTALL=never; else the answer says why there is none.
 */
export async function startRedisServer(): Promise<ProvidedRedis> {
  const missing = findRedis() ? null : await installRedis();
  if (missing !== null) return { server: null, missing };
  const folder = await mkdtemp(join(tmpdir(), `${TEST_FOLDER}${process.pid}-`));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      let isStarting = true;
      const spawnOne = (): void => {
        const one = spawnRedis(port, folder);
        child = one;
        // Somebody's outgoing connection may have the port for a moment.
        one.once('exit', () => {
          if (child === one && isStarting) setTimeout(() => child === one && spawnOne(), START_AGAIN_MS);
        });
      };
      spawnOne();
      await untilItAnswers(server.url).finally(() => {
        isStarting = false;
      });
    },
    async kill() {
      const killed = child;
      child = null;
      if (!killed || killed.exitCode !== null) return;
      const gone = new Promise((resolve) => killed.once('exit', resolve));
      killed.kill('SIGKILL');
      await gone;
    },
    async restart() {
      await server.kill();
      await server.start();
    },
    async stop() {
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return { server, missing: null };
}

/** Nothing is kept on disk; the server goes when the process that started it is killed. */
function spawnRedis(port: number, folder: string): ChildProcess {
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const [program, args] =
    process.platform === 'linux' && findProgram('setpriv')
      ? ['setpriv', ['--pdeathsig', 'KILL', 'redis-server', ...settings]]
      : ['redis-server', settings];
  return spawn(program, args, { stdio: 'ignore' });
}

async function untilItAnswers(url: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  const timer = setTimeout(() => redis.disconnect(), STARTED_WITHIN_MS);
  await redis.ping().finally(() => {
    clearTimeout(timer);
    redis.disconnect();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const findProgram = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, name)));
const findRedis = (): boolean => findProgram('redis-server');

/** Null once it is there, else why it is not. */
async function installRedis(): Promise<string | null> {
  const missing = await installPackages('redis-server', ['redis-server']);
  // Another process may have installed it in the meantime.
  if (findRedis()) return null;
  return missing ?? 'redis-server is missing after its installation';
}
