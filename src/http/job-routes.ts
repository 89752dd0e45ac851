import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { JobId } from '#src/domain/ids.ts';
import type { Job } from '#src/domain/job.ts';
import { presentJob } from '#src/services/present/present-job.ts';
import { actorOfRequest, type HttpContext, type RouteFile, requireOwn } from './http-context.ts';
import { jobEvents } from './job-events.ts';
import { askedJobSchema, jobSchema, jobStatusWord, jobTypeWord } from './job-schema.ts';
import { shownDepartment } from './own-version.ts';
import { codeField, given, idParams, pageFields, pageOf } from './request-fields.ts';
import { nextCursor } from './response-parts.ts';

const tags = ['jobs'];
const params = idParams<JobId>();

async function ownJob(request: FastifyRequest, { services }: HttpContext, id: JobId): Promise<Job> {
  const job = await services.jobs.get(id);
  requireOwn(request, job.hospitalId, 'job', id);
  return job;
}

/** Background jobs: looked at, followed, tried again, stopped. */
export const jobRoutes: RouteFile = (server, context) => {
  const { jobs } = context.services;
  const presenterOf = async (found: readonly Job[]) => {
    const emails = await jobs.askersOf(found);
    const emailOf = ({ requestedBy }: Job) => requestedBy && (emails.get(requestedBy) ?? null);
    return (job: Job) => ({ ...presentJob(job), requestedByEmail: emailOf(job) });
  };

  server.get(
    '/api/jobs',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'listJobs', summary: 'Jobs, the newest first' },
        querystring: z.object({
          department: codeField.optional(),
          status: jobStatusWord.optional(),
          type: jobTypeWord.optional(),
          ...pageFields,
        }),
        response: { 200: z.object({ jobs: z.array(askedJobSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { department, status, type } = request.query;
      const hospitalId = (await shownDepartment(request, context, department)) ?? undefined;
      const page = await jobs.list(given({ hospitalId, status, type }), pageOf(request.query));
      return { jobs: page.items.map(await presenterOf(page.items)), nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/jobs/:id',
    {
      config: { needs: 'read' },
      schema: {
        tags,
        operationId: 'getJob',
        summary: 'A job',
        params,
        response: { 200: z.object({ job: askedJobSchema }) },
      },
    },
    async (request) => {
      const job = await ownJob(request, context, request.params.id);
      const present = await presenterOf([job]);
      return { job: present(job) };
    },
  );

  server.get(
    '/api/jobs/:id/events',
    {
      config: { needs: 'read' },
      // Who asks for the head alone would leave the events running behind it.
      exposeHeadRoute: false,
      schema: {
        ...{
          tags,
          operationId: 'followJob',
          summary: 'What becomes of a job, as server-sent events, until it ends',
          params,
        },
        response: { 200: { content: { 'text/event-stream': { schema: z.string() } } } },
      },
    },
    async (request, reply) => {
      const { id } = await ownJob(request, context, request.params.id);
      reply.header('content-type', 'text/event-stream').header('cache-control', 'no-store');
      // Proxies that gather a response before they pass it on would hold the events back.
      reply.header('x-accel-buffering', 'no');
      return await reply.send(Readable.from(jobEvents(jobs, id, context.closing)) as never);
    },
  );

  for (const action of ['retry', 'cancel'] as const) {
    const summary = action === 'retry' ? 'Put a job that failed back into the queue' : 'Stop a job';
    server.post(
      `/api/jobs/:id/${action}`,
      {
        config: { needs: 'schedule' },
        schema: {
          tags,
          operationId: `${action}Job`,
          summary,
          params,
          response: { 200: z.object({ job: jobSchema }) },
        },
      },
      async (request) => {
        const { id } = await ownJob(request, context, request.params.id);
        return { job: presentJob(await jobs[action](id, actorOfRequest(request))) };
      },
    );
  }
};
