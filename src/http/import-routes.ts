import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { JobType } from '#src/domain/job.ts';
import type { ImportRequest } from '#src/services/import-request-service.ts';
import { nameOfFile } from '#src/services/kept-file.ts';
import { presentJob } from '#src/services/present/present-job.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import { requireState } from '#src/services/version-state.ts';
import {
  actorOfRequest,
  type HttpContext,
  ownDepartment,
  principalOf,
  type RouteFile,
  requirePermission,
} from './http-context.ts';
import { jobSchema } from './job-schema.ts';
import { ownVersion } from './own-version.ts';
import {
  fileField,
  findFile,
  flagField,
  formValidator,
  parseFields,
  readUpload,
  requireFile,
  type Upload,
} from './read-upload.ts';
import { codeField, dateField, idField } from './request-fields.ts';

const tags = ['imports'];
const response = { 202: z.object({ job: jobSchema }) };
const headers = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const options = { config: { needs: 'schedule' as const }, validatorCompiler: formValidator };

const matrixFields = z.object({
  department: codeField,
  version: idField<VersionId>()
    .optional()
    .describe('a STAGING version; without it, a new one from `from` to `to`'),
  from: dateField.optional(),
  to: dateField.optional(),
  layout: z.enum(['matrix', 'list']).optional().describe('how to read it, where its content does not say'),
  createHospitals: flagField,
  allowPartial: flagField,
});

const amionFields = z.object({
  department: codeField,
  version: idField<VersionId>()
    .optional()
    .describe('a STAGING version; without it, the roster is only pulled'),
  months: z.coerce
    .number()
    .int()
    .min(1)
    .max(24)
    .optional()
    .describe('of a pull: the present month and those after it'),
  allowPartial: z.union([z.boolean(), flagField]).default(false),
});

const workflowFields = z.object({
  department: codeField,
  from: dateField,
  to: dateField,
  timeZone: z.string().max(64).optional(),
  holidays: z.string().max(4000).optional().describe('dates with commas between: they count as Weekend'),
  createHospitals: flagField,
  allowPartial: flagField,
});

/** The matrix, the roster, or the whole workflow, as background jobs. */
export const importRoutes: RouteFile = (server, context) => {
  const { importRequests } = context.services;
  const ask = async <T extends JobType>(
    request: FastifyRequest & { headers: z.infer<typeof headers> },
    reply: FastifyReply,
    order: Omit<ImportRequest<T>, 'key'>,
  ) => {
    const key = request.headers['idempotency-key'] ?? null;
    const job = await importRequests.request({ ...order, key }, actorOfRequest(request));
    reply.code(202).header('location', `/api/jobs/${job.id}`);
    return { job: presentJob(job) };
  };

  server.post(
    '/api/imports/matrix',
    {
      ...options,
      schema: {
        ...{
          tags,
          operationId: 'importMatrix',
          summary: 'Import a coverage matrix or flat list',
          headers,
          response,
          consumes: ['multipart/form-data'],
        },
        body: matrixFields.extend({ file: fileField }),
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request);
      const { department, version, from, to, layout, ...order } = parseFields(matrixFields, upload);
      const { code } = await ownDepartment(request, context, department);
      const dates = await datesOf(request, context, { code, version, from, to });
      const file = requireFile(upload, 'file', 'matrix');
      const payload = {
        ...order,
        ...dates,
        department: code,
        versionId: version ?? null,
        file: nameOfFile(file),
        layout: layout ?? null,
      };
      return await ask(request, reply, { type: 'ODS_IMPORT', payload, files: [file] });
    },
  );

  server.post(
    '/api/imports/amion',
    {
      ...options,
      schema: {
        ...{
          tags,
          operationId: 'importAmion',
          summary: 'Import a roster: from Amion, or saved reports and pages',
          headers,
          response,
        },
        consumes: ['application/json', 'multipart/form-data'],
        body: amionFields.extend({ file: z.array(fileField).optional() }),
      },
    },
    async (request, reply) => {
      const upload = request.isMultipart() ? await readUpload(request) : null;
      const order = upload ? parseFields(amionFields, upload) : requireBody(request.body);
      const { department, version, months, allowPartial } = order;
      const { code } = await ownDepartment(request, context, department);
      const files = upload ? [...upload.files.values()].flat() : [];
      if (version === undefined) {
        if (files.length > 0)
          throw new CodedError('BAD_REQUEST', 'Name the STAGING version that these reports are for.');
        const payload = { department: code, months: months ?? 1 };
        return await ask(request, reply, { type: 'AMION_PULL', payload, files });
      }
      await datesOf(request, context, { code, version });
      const payload = { department: code, versionId: version, roster: rosterOf(files), allowPartial };
      return await ask(request, reply, { type: 'AMION_IMPORT', payload, files });
    },
  );

  server.post(
    '/api/imports/workflow',
    {
      ...options,
      schema: {
        ...{
          tags,
          operationId: 'importWorkflow',
          summary: 'Matrix, roster and coverage in one',
          headers,
          response,
          consumes: ['multipart/form-data'],
        },
        body: workflowFields.extend({
          matrix: fileField,
          amion: z.array(fileField).optional().describe('without reports the roster comes from Amion'),
          people: fileField.optional(),
          hospitals: fileField.optional(),
        }),
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request);
      const { department, from, to, timeZone, holidays, ...order } = parseFields(workflowFields, upload);
      const { code } = await ownDepartment(request, context, department);
      await datesOf(request, context, { code, from, to });
      const { matrix, amion, people, hospitals } = workflowFiles(request, upload);
      const files = [matrix, ...amion, people, hospitals].filter((file) => file !== null);
      const payload = {
        ...{ ...order, department: code, from, to, timeZone: timeZone ?? null },
        ...{ matrix: nameOfFile(matrix), roster: rosterOf(amion) },
        people: people && nameOfFile(people),
        hospitals: hospitals && nameOfFile(hospitals),
        holidays: holidays ? holidays.split(',').map((date) => date.trim()) : null,
      };
      return await ask(request, reply, { type: 'WORKFLOW', payload, files });
    },
  );
};

/** Without reports the roster comes from Amion. */
const rosterOf = (files: readonly GivenFile[]) =>
  files.length > 0 ? files.map(nameOfFile) : ('feed' as const);

function workflowFiles(request: FastifyRequest, upload: Upload) {
  const hospitals = findFile(upload, 'hospitals');
  // Hospitals are shared by every department.
  if (hospitals) requirePermission(principalOf(request), 'administer');
  const matrix = requireFile(upload, 'matrix', 'file');
  return { matrix, amion: upload.files.get('amion') ?? [], people: findFile(upload, 'people'), hospitals };
}

interface AskedDates {
  code: string;
  version?: VersionId | undefined;
  from?: z.output<typeof dateField> | undefined;
  to?: z.output<typeof dateField> | undefined;
}

/**
 * Schedule dates of an import: those of its version, else as given. BAD_REQUEST; NOT_FOUND for another department's version,
 * CONFLICT for one that takes no import any more.
 */
async function datesOf(
  request: FastifyRequest,
  context: HttpContext,
  { code, version, from, to }: AskedDates,
) {
  if (version !== undefined) {
    const owned = await ownVersion(request, context, version);
    if (owned.department !== code)
      throw new CodedError('NOT_FOUND', `${code} has no schedule version ${version}.`);
    requireState(owned, 'import');
    return { from: owned.from, to: owned.to };
  }
  if (from === undefined || to === undefined)
    throw new CodedError('BAD_REQUEST', 'Name the dates, from and to, or a version.');
  if (from <= to) return { from, to };
  throw new CodedError('BAD_REQUEST', `A schedule cannot end (${to}) before it begins (${from}).`);
}

function requireBody<T>(body: T | null | undefined): T {
  if (body !== null && body !== undefined) return body;
  throw new CodedError('BAD_REQUEST', 'Say which department: as JSON, or as a form with reports.');
}
