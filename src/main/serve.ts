import type { AddressInfo } from 'node:net';
import { CodedError } from '#src/domain/errors.ts';
import type { HttpServer } from '#src/http/http-context.ts';
import { buildServer } from '#src/http/server.ts';
import { openLog } from '#src/outside/log.ts';
import type { Services } from '#src/services/services.ts';
import { preparePage } from './build-page.ts';
import type { Config } from './config.ts';
import { openQueue } from './open-queue.ts';
import type { OpenThings } from './open-things.ts';

export interface ServeOrder {
  /** Whether jobs are worked off in this process too; else `schedcu worker` does it. */
  worker: boolean;
  /** Told the address once somebody can call. */
  onListening(url: string): void;
}

/** A server that takes requests. */
export interface Serving {
  /** `http://localhost:3000` */
  url: string;
  services: Services;
  /** Fulfilled when the server is closed. */
  ended: Promise<void>;
}

/**
 * Opens database and queue, and serves page and API on HOST and PORT until `opened` is closed: then no new connections are taken,
 * requests under way finish, and with a worker its jobs finish or are handed back.
 */
export async function startServing(
  config: Config,
  opened: OpenThings,
  { worker, onListening }: ServeOrder,
): Promise<Serving> {
  const log = openLog(config.logLevel ?? 'info');
  const page = await preparePage((text) => log.info({}, `Page: ${text}`));
  const queue = await opened.keep(openQueue(config, log));
  if (worker) await opened.keep(queue.startWorking());
  const { requestsPerMinute, trustProxy } = config;
  const { uploadBytes } = config.limits;
  const server = await buildServer({
    services: queue.services,
    log,
    uploadBytes,
    requestsPerMinute,
    trustProxy,
    page,
  });
  const ended = Promise.withResolvers<void>();
  const close = async (): Promise<void> => {
    log.info({}, 'Server stops; requests under way finish');
    await server.close();
    log.info({}, 'Server stopped');
    ended.resolve();
  };
  await opened.keep(Promise.resolve({ close }));
  const url = await listen(server, config);
  log.info({ url, worker, engine: queue.engine.name }, 'Server started');
  onListening(url);
  return { url, services: queue.services, ended: ended.promise };
}

export async function serve(config: Config, opened: OpenThings, order: ServeOrder): Promise<void> {
  const { ended } = await startServing(config, opened, order);
  await ended;
}

/** UNAVAILABLE where the port or the address cannot be had. */
async function listen(server: HttpServer, { host, port }: Config): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    const why = code === 'EADDRINUSE' ? 'another program has it' : code;
    const text = `Port ${port} of ${host} cannot be had: ${why}. Set PORT or HOST to another one.`;
    throw new CodedError('UNAVAILABLE', text, {}, cause);
  }
  const { port: taken } = server.server.address() as AddressInfo;
  const everywhere = ['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'].includes(host);
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${taken}`;
}
