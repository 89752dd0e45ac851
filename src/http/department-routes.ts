import { z } from 'zod';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { DepartmentChange } from '#src/services/department-service.ts';
import { shiftTypeWord } from './answer-words.ts';
import { actorOfRequest, ownDepartment, principalOf, type RouteFile } from './http-context.ts';
import { partFields, partOf } from './part-of-list.ts';
import { fileField, findFile, formValidator, readUpload } from './read-upload.ts';
import { requireStored } from './refused-file.ts';
import { codeField, codeParams, dateField, given, timeField } from './request-fields.ts';
import { nextCursor, validationSchema } from './response-parts.ts';

const tags = ['departments'];

const mappingSchema = z.array(
  z
    .object({ assignment: z.string(), shiftType: shiftTypeWord.nullable() })
    .meta({ id: 'MappedAssignment', description: 'null: known to be no shift' }),
);
const departmentSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    location: z.string().nullable(),
    timeZone: z.string(),
    rolloverHour: z.string(),
    holidays: z.array(z.string()),
    mapping: mappingSchema,
    amionBaseUrl: z.string().nullable(),
    hasAmionLogin: z.boolean(),
    amionPullMinutes: z.int(),
  })
  .meta({ id: 'Department' });
const settingsFields = z
  .strictObject({
    timeZone: z.string().max(64),
    rolloverHour: timeField,
    holidays: z.array(dateField).max(1000),
    mapping: z
      .array(
        z.strictObject({
          assignment: z.string().trim().min(1).max(255),
          shiftType: shiftTypeWord.nullable().describe('null: known to be no shift, ignore it'),
        }),
      )
      .max(1000),
    amionBaseUrl: z.url().max(1000).nullable().describe('null: the default address'),
    amionLogin: z
      .string()
      .min(1)
      .max(1000)
      .nullable()
      .describe('a credential: written, never shown; null removes it'),
    amionPullMinutes: z.int().min(5).max(1440),
  })
  .partial();
const settingsSchema = settingsFields.meta({ id: 'DepartmentSettings' });
const newDepartmentSchema = settingsFields
  .extend({ code: codeField.describe('of a hospital') })
  .meta({ id: 'NewDepartment' });
const answered = { 200: z.object({ department: departmentSchema }) };

/** What a department decides for its schedule. */
export const departmentRoutes: RouteFile = (server, context) => {
  const { departments } = context.services;

  server.get(
    '/api/departments',
    {
      config: { needs: 'read' },
      schema: {
        ...{
          tags,
          operationId: 'listDepartments',
          summary: 'Departments with their settings: every one for an ADMIN, else the own',
        },
        querystring: z.object(partFields),
        response: { 200: z.object({ departments: z.array(departmentSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { user } = principalOf(request);
      const shown = (department: Department) => user.role === 'ADMIN' || department.id === user.hospitalId;
      const own = (await departments.list()).filter(shown);
      const { items, nextCursor: next } = partOf('departments', own, request.query, ({ code }) => code);
      return { departments: items, nextCursor: next };
    },
  );

  server.get(
    '/api/departments/:code',
    {
      config: { needs: 'read' },
      schema: {
        tags,
        operationId: 'getDepartment',
        summary: 'The settings of a department',
        params: codeParams,
        response: answered,
      },
    },
    async (request) => ({ department: await ownDepartment(request, context, request.params.code) }),
  );

  server.post(
    '/api/departments',
    {
      config: { needs: 'administer' },
      schema: {
        ...{
          tags,
          operationId: 'createDepartment',
          summary: 'Make a hospital a department, with its settings',
        },
        body: newDepartmentSchema,
        response: { 201: z.object({ department: departmentSchema }) },
      },
    },
    async (request, reply) => {
      const { code, ...settings } = request.body;
      await ownDepartment(request, context, code);
      const { department } = await departments.create(code, given(settings), actorOfRequest(request));
      if (!department) throw new Error('Settings without a file were refused');
      reply.code(201).header('location', `/api/departments/${encodeURIComponent(department.code)}`);
      return { department };
    },
  );

  server.patch(
    '/api/departments/:code',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'updateDepartment',
          summary: 'Change settings; what is left out stays',
          params: codeParams,
        },
        ...{ body: settingsSchema, response: answered },
      },
    },
    async (request) => {
      const { code } = await ownDepartment(request, context, request.params.code);
      const { department } = await departments.set(code, given(request.body), actorOfRequest(request));
      if (!department) throw new Error('Settings without a file were refused');
      return { department };
    },
  );

  server.delete(
    '/api/departments/:code',
    {
      config: { needs: 'administer' },
      schema: {
        ...{ tags, operationId: 'disableDepartment' },
        ...{ summary: 'Disable a department with its hospital', params: codeParams },
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await context.services.hospitals.disable(request.params.code, actorOfRequest(request));
      return await reply.code(204).send(null);
    },
  );

  server.post(
    '/api/departments/:code/files',
    {
      config: { needs: 'schedule' },
      validatorCompiler: formValidator,
      schema: {
        ...{
          tags,
          operationId: 'setDepartmentFiles',
          summary: 'Set holidays or the mapping from a file',
          params: codeParams,
        },
        consumes: ['multipart/form-data'],
        body: z.strictObject({
          holidays: fileField.optional().describe('dates, one a line'),
          mapping: fileField.optional().describe('CSV: assignment, shift_type (ignore is one)'),
        }),
        response: {
          200: z.object({ department: departmentSchema, validation: validationSchema }),
        },
      },
    },
    async (request) => {
      const { code } = await ownDepartment(request, context, request.params.code);
      const upload = await readUpload(request);
      const [holidays, mapping] = [findFile(upload, 'holidays'), findFile(upload, 'mapping')];
      if (!holidays && !mapping)
        throw new CodedError('BAD_REQUEST', 'Send a file as holidays or as mapping.');
      const change: DepartmentChange = { ...(holidays && { holidays }), ...(mapping && { mapping }) };
      const { department, validation } = await departments.set(code, change, actorOfRequest(request));
      requireStored(validation);
      if (!department) throw new Error('Settings were refused without a message');
      return { department, validation };
    },
  );
};
