import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { JobType } from '#src/domain/job.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { ImportRequest } from '#src/services/import-request-service.ts';
import { nameOfFile } from '#src/services/kept-file.ts';
import { presentJob } from '#src/services/present/present-job.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import type { Services } from '#src/services/services.ts';
import { requirePeriod } from '#src/services/version-span.ts';
import { actorOfRequest, type HttpContext } from './http-context.ts';
import { jobSchema } from './job-schema.ts';
import { ownVersion } from './own-version.ts';
import { formValidator } from './read-upload.ts';

/** What every route has that asks for an import. */
export const importParts = {
  options: { config: { needs: 'schedule' as const }, validatorCompiler: formValidator },
  headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
  response: { 202: z.object({ job: jobSchema }) },
};

/** Without reports the roster comes from Amion. */
export const rosterOf = (files: readonly GivenFile[]) =>
  files.length > 0 ? files.map(nameOfFile) : ('feed' as const);

type AskingRequest = FastifyRequest & { headers: z.infer<(typeof importParts)['headers']> };

/** Asks for an import with its files, once under an Idempotency-Key; 202, with where the job can be looked at. */
export const askForImport =
  ({ importRequests }: Services) =>
  async <T extends JobType>(
    request: AskingRequest,
    reply: FastifyReply,
    order: Omit<ImportRequest<T>, 'key'>,
  ) => {
    const key = request.headers['idempotency-key'] ?? null;
    const job = await importRequests.request({ ...order, key }, actorOfRequest(request));
    reply.code(202).header('location', `/api/jobs/${job.id}`);
    return { job: presentJob(job) };
  };

export interface AskedDates {
  code: string;
  version?: VersionId | undefined;
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
}

/**
 * Schedule dates of an import: those of its version, else as given. BAD_REQUEST; NOT_FOUND for another department's version.
 */
export async function datesOf(
  request: FastifyRequest,
  context: HttpContext,
  { code, version, from, to }: AskedDates,
): Promise<{ from: LocalDate; to: LocalDate }> {
  if (version !== undefined) {
    const owned = await ownVersion(request, context, version);
    if (owned.department !== code)
      throw new CodedError('NOT_FOUND', `${code} has no schedule version ${version}.`);
    return { from: owned.from, to: owned.to };
  }
  if (from === undefined || to === undefined)
    throw new CodedError('BAD_REQUEST', 'Name the dates, from and to, or a version.');
  requirePeriod({ from, to });
  return { from, to };
}
