import { afterAll } from 'vitest';
import { type ProvidedRedis, startRedisServer } from './redis-server.ts';

/** The Redis of a test file, stopped after its last test; or why there is none. */
export async function provideRedis(): Promise<ProvidedRedis> {
  const provided = await startRedisServer();
  afterAll(() => provided.server?.stop());
  return provided;
}
