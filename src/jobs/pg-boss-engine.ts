import type { ClientConfig } from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import type { JobId } from '#src/domain/ids.ts';
import type { JobEngine } from './job-engine.ts';

const QUEUE = 'schedcu';
const SCHEMA = 'pgboss';

/** The default engine: pg-boss on the same PostgreSQL, so that a job is handed over in the transaction that writes it. */
export function pgBossEngine(connection: ClientConfig, onError: (error: Error) => void): JobEngine {
  const boss = new PgBoss({
    ...(connection as { connectionString?: string; host?: string; port?: number; user?: string; database?: string }),
    schema: SCHEMA,
    max: 6,
    application_name: 'schedcu jobs',
    useListenNotify: true,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
    schedule: false,
  });
  boss.on('error', onError);
  let opened: Promise<void> | null = null;
  const send = async (id: JobId, options: { db?: ReturnType<typeof fromKysely> }): Promise<void> => {
    await boss.send(QUEUE, { id }, options);
  };
  return {
    name: 'pg-boss',
    immediate: true,
    open() {
      opened ??= boss.start().then(async () => {
        const options = { notify: true, retryLimit: 0, expireInSeconds: 3600, deleteAfterSeconds: 3600 };
        await boss.createQueue(QUEUE, options);
      });
      return opened;
    },
    dispatchWithin: (trx, id) => send(id, { db: fromKysely(trx) }),
    dispatchAfter: async () => undefined,
    async work(concurrency, handle) {
      const options = { localConcurrency: concurrency, pollingIntervalSeconds: 1, burstWhenBatchFull: true, batchSize: 1 };
      await boss.work<{ id: JobId }>(QUEUE, options, async (jobs) => {
        for (const job of jobs) await handle(job.data.id);
      });
    },
    stopWork: async (graceMs) => {
      await boss.offWork(QUEUE, { wait: graceMs > 0 });
    },
    async close() {
      if (opened) await boss.stop({ graceful: false });
    },
    async ping() {
      if (!(await boss.isInstalled())) throw new Error('pg-boss is not installed in the database.');
    },
  };
}
