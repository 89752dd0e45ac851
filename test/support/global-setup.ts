import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { startTestServer, TEST_FOLDER, type TestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a socket that answers one `TestServerAnswer` to everyone who connects. */
    testServerSocket: string;
  }
}

export type TestServerAnswer =
  | { readonly connection: ClientConfig; readonly template: string }
  | { readonly failure: string };

let folder: string;
let reception: Server;
let started: Promise<TestServer> | undefined;

/**
 * The database server starts when the first test file asks for it: a run of pure tests pays nothing, and a migration
 * that does not apply fails only those who need it.
 */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), `${TEST_FOLDER}${process.pid}-`));
  const path = join(folder, 'socket');
  reception = createServer((caller) => {
    // A test process that dies while it waits is not our concern.
    caller.on('error', () => undefined);
    started ??= startTestServer();
    started
      .then(({ connection, template }): TestServerAnswer => ({ connection, template }))
      .catch((error: unknown): TestServerAnswer => ({ failure: String(error) }))
      .then((answer) => caller.end(JSON.stringify(answer)));
  });
  await new Promise<void>((resolve) => reception.listen(path, resolve));
  project.provide('testServerSocket', path);
}

export async function teardown(): Promise<void> {
  await new Promise((resolve) => reception.close(resolve));
  const server = await started?.catch(() => undefined);
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}
