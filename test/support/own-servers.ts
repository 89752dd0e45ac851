import { connect } from 'node:net';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, expect } from 'vitest';
import type { HttpServer } from '#src/http/http-context.ts';
import { buildServer, type HttpOptions } from '#src/http/server.ts';
import { openLog } from '#src/outside/log.ts';
import type { Services } from '#src/services/services.ts';

/** Servers of a test's own, closed after it. */
export interface OwnServers {
  /** `routes` are there beside the API's. */
  another(over?: Partial<HttpOptions>, routes?: (server: HttpServer) => void): Promise<HttpServer>;
  /** The same, on a port. */
  listening(
    over?: Partial<HttpOptions>,
    routes?: (server: HttpServer) => void,
  ): Promise<{ built: HttpServer; url: string; port: number }>;
}

export function ownServers(services: Services): OwnServers {
  const opened: HttpServer[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  async function another(
    over: Partial<HttpOptions> = {},
    routes: (server: HttpServer) => void = () => undefined,
  ) {
    const options = { services, log: openLog('silent'), uploadBytes: 1_000, requestsPerMinute: 1_000_000 };
    const built = await buildServer({ ...options, trustProxy: false, drainMs: 500, ...over });
    opened.push(built);
    routes(built);
    return built;
  }

  async function listening(over: Partial<HttpOptions> = {}, routes?: (server: HttpServer) => void) {
    const built = await another(over, routes);
    const url = await built.listen({ host: '127.0.0.1', port: 0 });
    return { built, url, port: Number(new URL(url).port) };
  }
  return { another, listening };
}

/** Sends bytes as they are, and answers what comes back until the connection ends. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** RFC 9457, with status and code. */
export function expectProblem(answer: LightMyRequestResponse, status: number, code: string): void {
  expect([answer.statusCode, JSON.parse(answer.body)]).toMatchObject([status, { status, code }]);
  expect(answer.headers['content-type']).toContain('application/problem+json');
}
