import { setTimeout as delay } from 'node:timers/promises';

/** Waits; with a signal, the wait ends early (without error) when it is aborted. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
}
