import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';

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
async function runLoad(load: HttpLoad): Promise<HttpLoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const latencies: number[] = [];
  const started = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let path = load.paths[next]; path !== undefined; path = load.paths[next]) {
      const due = load.rate === null ? performance.now() : started + (next * 1000) / load.rate;
      next += 1;
      const early = due - performance.now();
      // A timer rounds down, and what is sent before it is due would seem to take less than nothing.
      if (early > 0) await sleep(Math.ceil(early));
      await ask(load, agent, path);
      latencies.push(performance.now() - due);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, work));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { seconds, latencies: latencies.sort((a, b) => a - b) };
}

function ask({ port, cookie }: HttpLoad, agent: Agent, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent, headers: { cookie } }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${path} was answered with ${answer.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** One thread for every round: one that has just begun is still compiling itself beside the server. */
parentPort?.on('message', async (load: HttpLoad) => parentPort?.postMessage(await runLoad(load)));
