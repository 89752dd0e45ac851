import { Writable } from 'node:stream';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import type { Role, User } from '#src/domain/user.ts';
import type { HttpServer } from '#src/http/http-context.ts';
import { buildServer, type HttpOptions } from '#src/http/server.ts';
import type { Config } from '#src/main/config.ts';
import { openLog } from '#src/outside/log.ts';
import { openTestServices, type TestServices } from './services.ts';

/** Nobody's, and usable. */
export const PASSWORD = 'the kettle sings at dusk';
export const REMOTE = '203.0.113.9';

export interface TestHttp {
  services: TestServices;
  server: HttpServer;
  /** Everything logged so far. */
  logged(): string;
  /** Adds a user with the password of the tests. */
  addUser(email: string, role?: Role, department?: string | null): Promise<User>;
  /** Signs in and answers a browser that keeps its cookies. */
  browse(email: string): Promise<Browser>;
  /** The same without signing in. */
  visit(): Browser;
}

/** Calls the server as one browser does: with its cookies, from one address. */
export interface Browser {
  call(method: string, url: string, body?: unknown, over?: InjectOptions): Promise<LightMyRequestResponse>;
  cookies: Map<string, string>;
}

/** The API over services on a database of the test file. */
export async function openTestHttp(
  over: Partial<Config> = {},
  options: Partial<HttpOptions> = {},
): Promise<TestHttp> {
  const services = await openTestServices(over);
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const server = await buildServer({
    ...{ services, log: openLog('trace', sink), uploadBytes: 1024 * 1024 },
    ...{ requestsPerMinute: 1_000_000, trustProxy: false, drainMs: 1_000, ...options },
  });
  afterAll(() => server.close());
  await server.ready();
  const visit = (): Browser => newBrowser(server);
  return {
    ...{ services, server, visit, logged: () => lines.join('') },
    addUser: (email, role = 'USER', department = null) =>
      services.users.add({ email, role, department, password: PASSWORD }, services.actor),
    async browse(email) {
      const browser = visit();
      const answer = await browser.call('POST', '/api/session', { email, password: PASSWORD });
      if (answer.statusCode !== 200) throw new Error(`Not signed in: ${answer.body}`);
      return browser;
    },
  };
}

function newBrowser(server: HttpServer): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async call(method, url, body, over = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await server.inject({
        ...{ method: method as 'GET', url, remoteAddress: REMOTE, ...over },
        headers: { ...(cookie && { cookie }), ...over.headers },
        ...(body !== undefined && { payload: body as object }),
      });
      for (const { name, value, ...rest } of answer.cookies) {
        const gone = rest.expires !== undefined && rest.expires.getTime() < 1_000;
        if (gone || rest.maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
  };
}
