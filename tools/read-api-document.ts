import { pino } from 'pino';
import { buildServer } from '#src/http/server.ts';
import type { Services } from '#src/services/services.ts';
import type { ApiDocument } from './client-types.ts';

/** The OpenAPI document of the server. Registering routes calls no service, so none are needed. */
export async function apiDocument(): Promise<ApiDocument> {
  const server = await buildServer({
    ...{ services: {} as Services, log: pino({ level: 'silent' }), uploadBytes: 1 },
    ...{ requestsPerMinute: 1, trustProxy: false },
  });
  await server.ready();
  try {
    return server.swagger() as ApiDocument;
  } finally {
    await server.close();
  }
}
