import { z } from 'zod';
import { actorOfRequest, type RouteFile } from './http-context.ts';
import { fileField, formValidator, parseFields, readUpload, requireFile } from './read-upload.ts';
import { requireStored } from './refused-file.ts';
import { codeField, codeParams, flagText, given, pageFields, pageOf } from './request-fields.ts';
import { nextCursor, registryImportSchema } from './response-parts.ts';

const tags = ['hospitals'];
const DEFAULT_ZONE = 'America/New_York';

const fields = {
  name: z.string().trim().min(1).max(255),
  location: z.string().trim().max(255).nullable(),
  timeZone: z.string().max(64),
};
const newHospital = z
  .strictObject({
    code: codeField.describe('the word in the matrix; it stands in addresses, and can hold no slash'),
    name: fields.name,
    location: fields.location.default(null),
    timeZone: fields.timeZone.default(DEFAULT_ZONE),
  })
  .meta({ id: 'NewHospital' });
const hospitalChange = z
  .strictObject({
    ...fields,
    active: z.boolean().describe('true brings back one that is disabled, false disables'),
  })
  .partial()
  .meta({ id: 'HospitalChange' });
const hospitalSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    location: z.string().nullable(),
    timeZone: z.string(),
  })
  .meta({ id: 'Hospital' });
const importFields = z.object({
  timeZone: z.string().max(64).default(DEFAULT_ZONE).describe('of a new hospital whose row names none'),
});

/** Sites whose studies are read; shared by every department. */
export const hospitalRoutes: RouteFile = (server, context) => {
  const { hospitals, registry } = context.services;
  const one = { 200: z.object({ hospital: hospitalSchema }) };
  const administer = { needs: 'administer' } as const;

  server.get(
    '/api/hospitals',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'listHospitals', summary: 'Hospitals by code' },
        querystring: z.object({
          search: z.string().trim().min(1).max(255).optional(),
          active: flagText.optional().describe('false: those that are disabled'),
          ...pageFields,
        }),
        response: { 200: z.object({ hospitals: z.array(hospitalSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { search, active } = request.query;
      const page = await hospitals.list(given({ search, active }), pageOf(request.query));
      return { hospitals: page.items, nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/hospitals/:code',
    {
      config: { needs: 'read' },
      schema: { tags, operationId: 'getHospital', summary: 'A hospital', params: codeParams, response: one },
    },
    async (request) => ({ hospital: await hospitals.get(request.params.code) }),
  );

  server.post(
    '/api/hospitals',
    {
      config: administer,
      schema: {
        ...{ tags, operationId: 'createHospital', summary: 'Add a hospital', body: newHospital },
        response: { 201: z.object({ hospital: hospitalSchema }) },
      },
    },
    async (request, reply) => {
      const hospital = await hospitals.create(request.body, actorOfRequest(request));
      reply.code(201).header('location', `/api/hospitals/${encodeURIComponent(hospital.code)}`);
      return { hospital };
    },
  );

  server.patch(
    '/api/hospitals/:code',
    {
      config: administer,
      schema: {
        tags,
        operationId: 'updateHospital',
        summary: 'Correct a hospital, or bring it back',
        params: codeParams,
        body: hospitalChange,
        response: one,
      },
    },
    async (request) => {
      const { code } = request.params;
      return { hospital: await hospitals.update(code, given(request.body), actorOfRequest(request)) };
    },
  );

  server.delete(
    '/api/hospitals/:code',
    {
      config: administer,
      schema: {
        tags,
        operationId: 'disableHospital',
        summary: 'Disable a hospital',
        params: codeParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await hospitals.disable(request.params.code, actorOfRequest(request));
      return await reply.code(204).send(null);
    },
  );

  server.post(
    '/api/hospitals/import',
    {
      config: administer,
      validatorCompiler: formValidator,
      schema: {
        ...{
          tags,
          operationId: 'importHospitals',
          summary: 'Add and update hospitals by their code',
          consumes: ['multipart/form-data'],
        },
        body: importFields.extend({ file: fileField.describe('CSV: code, name, location, time_zone') }),
        response: { 200: registryImportSchema },
      },
    },
    async (request) => {
      const upload = await readUpload(request);
      const { timeZone } = parseFields(importFields, upload);
      const result = await registry.importHospitals(
        requireFile(upload, 'file'),
        timeZone,
        actorOfRequest(request),
      );
      requireStored(result.validation);
      return result;
    },
  );
};
