import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { Job } from '#src/domain/job.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { presentJob } from '#src/services/present/present-job.ts';
import type { HttpContext } from './http-context.ts';
import { jobSchema } from './job-schema.ts';
import { ownVersion } from './own-version.ts';
import { formValidator } from './read-upload.ts';

/** What every route has that asks for an import. */
export const importParts = {
  options: { config: { needs: 'schedule' as const }, validatorCompiler: formValidator },
  headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
  response: { 202: z.object({ job: jobSchema }) },
};

export const keyOf = (request: { headers: { 'idempotency-key'?: string | undefined } }): string | null =>
  request.headers['idempotency-key'] ?? null;

/** 202, with where the job can be looked at. */
export function acceptJob(reply: FastifyReply, job: Job) {
  reply.code(202).header('location', `/api/jobs/${job.id}`);
  return { job: presentJob(job) };
}

export interface AskedDates {
  code: string;
  version?: VersionId | undefined;
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
}

/** Schedule dates of an import: those of its version, else as given. BAD_REQUEST, NOT_FOUND for another department's version. */
export async function datesOf(
  request: FastifyRequest,
  context: HttpContext,
  { code, version, from, to }: AskedDates,
): Promise<{ from: LocalDate; to: LocalDate }> {
  if (version !== undefined) {
    const owned = await ownVersion(request, context, version);
    if (owned.department === code) return { from: owned.from, to: owned.to };
    throw new CodedError('NOT_FOUND', `${code} has no schedule version ${version}.`);
  }
  if (from === undefined || to === undefined)
    throw new CodedError('BAD_REQUEST', 'Name the dates, from and to, or a version.');
  if (from <= to) return { from, to };
  throw new CodedError('BAD_REQUEST', `A schedule cannot end (${to}) before it begins (${from}).`);
}
