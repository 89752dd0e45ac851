import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { VersionId } from '#src/domain/ids.ts';
import type { WorkerPace } from '#src/jobs/worker-options.ts';
import type { OpenTestDatabase } from './open-test-database.ts';

/** What a worker process is told. */
export interface WorkerPlan {
  connection: OpenTestDatabase['connection'];
  redisUrl: string | null;
  concurrency: number;
  /** A version whose coverage kills the process that calculates it. */
  poison?: VersionId;
  pace: Partial<Omit<WorkerPace, 'retryMs'>>;
}

export interface WorkerProcess {
  /** Resolves when it works; never, when it is killed before. */
  ready: Promise<void>;
  /** Resolves when it has ended, with its exit status, or null where a signal ended it. */
  ended: Promise<number | null>;
  /** Ends it with a signal; resolves with its exit status, or null where the signal ended it. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts a worker that tests may kill (`start-test-worker.ts`). */
export function startTestWorker(plan: WorkerPlan): WorkerProcess {
  const program = fileURLToPath(new URL('./start-test-worker.ts', import.meta.url));
  return watch(
    spawn(process.execPath, [program, JSON.stringify(plan)], { stdio: ['ignore', 'pipe', 'inherit'] }),
    'ready',
  );
}

/** Starts `schedcu worker` itself. */
export function startWorkerCommand(env: Record<string, string>): WorkerProcess {
  const program = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url));
  const child = spawn(process.execPath, [program, 'worker'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return watch(child, 'Worker started');
}

function watch(child: ChildProcess, word: string): WorkerProcess {
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const ended = new Promise<number | null>((done) => child.once('exit', (status) => done(status)));
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(word)) resolve();
    });
  }
  return {
    ready,
    ended,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
