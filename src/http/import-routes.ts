import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { nameOfFile } from '#src/services/kept-file.ts';
import { ownDepartment, type RouteFile } from './http-context.ts';
import { askForImport, datesOf, importParts, rosterOf } from './import-request.ts';
import { fileField, flagField, parseFields, readUpload, requireFile } from './read-upload.ts';
import { codeField, dateField, idField } from './request-fields.ts';

const tags = ['imports'];

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

/** The matrix or the roster alone, as background jobs. */
export const importRoutes: RouteFile = (server, context) => {
  const { options, headers, response } = importParts;
  const ask = askForImport(context.services);

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
      return await ask(request, reply, { type: 'ODS_IMPORT', payload, files: [file], into: version ?? null });
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
        return await ask(request, reply, { type: 'AMION_PULL', payload, files, into: null });
      }
      await datesOf(request, context, { code, version });
      const payload = { department: code, versionId: version, roster: rosterOf(files), allowPartial };
      return await ask(request, reply, { type: 'AMION_IMPORT', payload, files, into: version });
    },
  );
};

function requireBody<T>(body: T | null | undefined): T {
  if (body !== null && body !== undefined) return body;
  throw new CodedError('BAD_REQUEST', 'Say which department: as JSON, or as a form with reports.');
}
