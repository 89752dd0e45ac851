import { z } from 'zod';
import { sendProblem } from './error-answers.ts';
import type { RouteFile } from './http-context.ts';
import { toProblem } from './problem.ts';

const tags = ['operation'];
const answeredSchema = z.object({ ok: z.boolean(), ms: z.int() }).meta({ id: 'Answered' });

/** For whoever operates the program: lives it, can it work, and what does it count. */
export const healthRoutes: RouteFile = (server, { services: { operation }, metrics }) => {
  server.get(
    '/api/health/live',
    {
      config: { needs: 'open' },
      schema: {
        ...{ tags, operationId: 'getLiveness', summary: 'The process answers' },
        response: { 200: z.object({ status: z.literal('live') }) },
      },
    },
    async () => ({ status: 'live' as const }),
  );

  server.get(
    '/api/health/ready',
    {
      config: { needs: 'operator' },
      schema: {
        ...{
          tags,
          operationId: 'getReadiness',
          summary: 'Database and queue have just answered; 503 where one has not',
        },
        response: {
          200: z.object({ status: z.literal('ready'), database: answeredSchema, queue: answeredSchema }),
        },
      },
    },
    async (request, reply) => {
      const { ready, database, queue } = await operation.askReadiness();
      if (ready) return { status: 'ready' as const, database, queue };
      const silent = Object.entries({ database, queue }).flatMap(([name, { ok }]) => (ok ? [] : [name]));
      const detail = `No answer from: ${silent.join(', ')}.`;
      const problem = toProblem(503, 'UNAVAILABLE', detail, request.id);
      return sendProblem(reply, { problem, headers: { 'retry-after': '5' } }) as never;
    },
  );

  server.get(
    '/metrics',
    {
      config: { needs: 'operator' },
      schema: {
        ...{ tags, operationId: 'getMetrics', summary: 'Measures for Prometheus' },
        response: {
          200: { description: 'Text format 0.0.4', content: { 'text/plain': { schema: z.string() } } },
        },
      },
    },
    async (_request, reply) => {
      const text = await metrics();
      // Already text: a serializer would make JSON of it.
      return await reply
        .type('text/plain; version=0.0.4; charset=utf-8')
        .serializer((payload: unknown) => String(payload))
        .send(text);
    },
  );
};
