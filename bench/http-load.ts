import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { Client } from 'undici';

/** What is asked, and how quickly. */
export interface HttpLoad {
  port: number;
  cookie: string;
  paths: readonly string[];
  connections: number;
  /** Requests a second, however long answers take; null: as many as there can be. */
  rate: number | null;
}

/** How it went. */
export interface HttpLoadResult {
  seconds: number;
  /** Milliseconds of each request, sorted; with a rate from when it should have been sent. */
  latencies: number[];
}

/** Asks every path once from this thread, so that the server has its own. Throws at an answer that is not 200. */
async function runLoad({ port, cookie, paths, connections, rate }: HttpLoad): Promise<HttpLoadResult> {
  const latencies: number[] = [];
  const started = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    const client = new Client(`http://127.0.0.1:${port}`);
    for (let path = paths[next]; path !== undefined; path = paths[next]) {
      const due = rate === null ? performance.now() : started + (next * 1000) / rate;
      next += 1;
      const early = due - performance.now();
      // A timer rounds down, and what is sent before it is due would seem to take less than nothing.
      if (early > 0) await sleep(Math.ceil(early));
      await ask(client, path, cookie);
      latencies.push(performance.now() - due);
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - started) / 1000;
  return { seconds, latencies: latencies.sort((a, b) => a - b) };
}

/** Dispatched rather than fetched: no streams are made of what nobody reads, beside the server that is measured. */
function ask(client: Client, path: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let status = 0;
    client.dispatch(
      { path, method: 'GET', headers: { cookie } },
      {
        onRequestStart() {},
        onResponseStart(_, statusCode) {
          status = statusCode;
        },
        onResponseData() {},
        onResponseEnd() {
          if (status === 200) resolve();
          else reject(new Error(`${path} was answered with ${status}`));
        },
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

/** One thread for every round: one that has just begun is still compiling itself beside the server. */
parentPort?.on('message', async (load: HttpLoad) => parentPort?.postMessage(await runLoad(load)));
