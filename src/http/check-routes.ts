import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import { presentUploadCheck } from '#src/services/present/present-upload-check.ts';
import { uploadCheckSchema } from './check-schema.ts';
import { ownDepartment, type RouteFile } from './http-context.ts';
import { fileField, formValidator, parseFields, readUpload } from './read-upload.ts';
import { codeField } from './request-fields.ts';

const checkFields = z.object({
  department: codeField
    .optional()
    .describe('judges names by its hospitals, people and mapping; without it none is unknown'),
  layout: z
    .enum(['matrix', 'list'])
    .optional()
    .describe('how to read a workbook, where its content does not say'),
});

/** Reading before importing. */
export const checkRoutes: RouteFile = (server, context) => {
  const { uploadChecks } = context.services;

  server.post(
    '/api/checks',
    {
      config: { needs: 'schedule' },
      validatorCompiler: formValidator,
      schema: {
        ...{ tags: ['imports'], operationId: 'createCheck' },
        summary:
          'Read a matrix, a flat list or the reports of a roster, and report everything found; nothing is stored',
        consumes: ['multipart/form-data'],
        body: checkFields.extend({ file: z.array(fileField).min(1) }),
        response: { 200: uploadCheckSchema },
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request);
      const { department: code, layout = null } = parseFields(checkFields, upload);
      const department = code === undefined ? null : await ownDepartment(request, context, code);
      const files = [...upload.files.values()].flat();
      if (files.length === 0) throw new CodedError('BAD_REQUEST', 'Send the file in the field file.');
      const checked = presentUploadCheck(await uploadChecks.check({ files, layout, department }));
      // Thousands of messages: the shape is the presenter's, a test holds it against the schema.
      return await reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(checked);
    },
  );
};
