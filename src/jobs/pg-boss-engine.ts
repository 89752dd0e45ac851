import { fromKysely, PgBoss } from 'pg-boss';
import { CodedError } from '#src/domain/errors.ts';
import type { JobId } from '#src/domain/ids.ts';
import type { openDatabase } from '#src/repositories/database.ts';
import type { JobEngine } from './job-engine.ts';
import { within } from './within.ts';

const QUEUE = 'schedcu';
const SCHEMA = 'pgboss';

/** Longer than any job may take (its time limit is the worker's): an entry that is older belongs to a worker that died. */
const ENTRY_LIFE_SECONDS = 3600;
/** A notification wakes an idle worker at once; this is for one that was lost with its connection. */
const MISSED_NOTIFICATION_SECONDS = 5;

/** The default engine: pg-boss on the same PostgreSQL, so that a job is handed over in the transaction that writes it. */
export function pgBossEngine(
  connection: Parameters<typeof openDatabase>[0],
  onError: (error: Error) => void,
): JobEngine {
  const boss = new PgBoss({
    ...(connection as ConstructorParameters<typeof PgBoss>[0] & object),
    schema: SCHEMA,
    max: 5,
    // Its own writes need not wait for the disk: the record is job_queue, and what is lost is handed over again.
    options: '-c synchronous_commit=off',
    application_name: 'schedcu jobs',
    useListenNotify: true,
    superviseIntervalSeconds: 60,
    monitorIntervalSeconds: 60,
    schedule: false,
  });
  boss.on('error', onError);
  let opening: Promise<void> | null = null;
  const open = async (): Promise<void> => {
    await boss.start();
    // `short`: of entries with the same key one waits at a time, so that handing over again costs nothing.
    const policy = { policy: 'short', notify: true, retryLimit: 0 } as const;
    const life = { expireInSeconds: ENTRY_LIFE_SECONDS, deleteAfterSeconds: ENTRY_LIFE_SECONDS };
    await boss.createQueue(QUEUE, { ...policy, ...life });
  };
  return {
    name: 'pg-boss',
    immediate: true,
    open() {
      opening ??= open().catch((cause: unknown) => {
        opening = null;
        throw cause;
      });
      return opening;
    },
    async dispatchWithin(trx, { id, attempt }) {
      // A job that has begun once goes before those that have not: whoever asked for it has waited long enough.
      const options = { singletonKey: `${id}-${attempt}`, priority: Math.min(attempt, 1) };
      await boss.send(QUEUE, { id }, { db: fromKysely(trx), ...options });
    },
    dispatchAfter: async () => undefined,
    async work(concurrency, handle) {
      const polling = {
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: MISSED_NOTIFICATION_SECONDS,
      };
      for (let slot = 0; slot < concurrency; slot += 1) {
        let worker = '';
        worker = await boss.work<{ id: JobId }>(QUEUE, { ...polling, batchSize: 1 }, async (jobs) => {
          // Where there was one entry there may be more: look again at once instead of at the next poll.
          boss.notifyWorker(worker);
          for (const job of jobs) await handle(job.data.id);
        });
      }
    },
    stopWork: (graceMs) => within(graceMs, boss.offWork(QUEUE, { wait: true })),
    close: () => boss.stop({ graceful: false }),
    async ping() {
      if (await boss.isInstalled()) return;
      throw new CodedError('UNAVAILABLE', 'The job engine is not installed in the database. Start a worker.');
    },
  };
}
