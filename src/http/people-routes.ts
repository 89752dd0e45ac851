import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PersonId } from '#src/domain/ids.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { Person } from '#src/domain/person.ts';
import { specialtyWord } from './answer-words.ts';
import { actorOfRequest, type HttpContext, principalOf, type RouteFile } from './http-context.ts';
import { shownDepartment } from './own-version.ts';
import { fileField, formValidator, parseFields, readUpload, requireFile } from './read-upload.ts';
import { requireStored } from './refused-file.ts';
import { codeField, flagText, given, idParams, pageFields, pageOf } from './request-fields.ts';
import { nextCursor, registryImportSchema } from './response-parts.ts';

const tags = ['people'];
const params = idParams<PersonId>();

const contact = z.string().trim().max(50).nullable();
const fields = {
  name: z.string().trim().min(1).max(255),
  email: z.string().trim().min(3).max(255),
  specialty: specialtyWord,
  aliases: z.array(z.string().trim().min(1).max(255)).max(50),
  amionId: z.string().trim().max(255).nullable(),
  phone: contact,
  pager: contact,
};
const newPerson = z
  .strictObject({
    ...fields,
    aliases: fields.aliases.default([]),
    amionId: fields.amionId.default(null),
    phone: contact.default(null),
    pager: contact.default(null),
    department: codeField.optional().describe('whose member; for an ADMIN'),
  })
  .meta({ id: 'NewPerson' });
const personChange = z
  .strictObject({ ...fields, active: z.boolean() })
  .partial()
  .meta({ id: 'PersonChange' });
const personSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    specialty: specialtyWord,
    active: z.boolean(),
    aliases: z.array(z.string()),
    amionId: z.string().nullable(),
    phone: z.string().nullable(),
    pager: z.string().nullable(),
  })
  .meta({ id: 'Person' });
const importFields = z.object({ department: codeField.optional() });

/** A member of the user's own department; anybody else is NOT_FOUND. */
async function ownPerson(request: FastifyRequest, { services }: HttpContext, id: PersonId): Promise<Person> {
  const person = await services.people.get(id);
  const { user } = principalOf(request);
  const departments = user.role === 'ADMIN' ? [] : await services.people.departmentsOf(id);
  if (user.role === 'ADMIN' || departments.some((department) => department === user.hospitalId))
    return person;
  throw notFound('person', id);
}

/** Radiologists: who may read what, and how to reach them. A department sees its own members. */
export const peopleRoutes: RouteFile = (server, context) => {
  const { people, registry } = context.services;
  const one = { 200: z.object({ person: personSchema }) };

  server.get(
    '/api/people',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'listPeople', summary: 'People by name' },
        querystring: z.object({
          department: codeField.optional(),
          search: z
            .string()
            .trim()
            .min(1)
            .max(255)
            .optional()
            .describe('a part of the name, email or an alias'),
          specialty: specialtyWord.optional(),
          active: flagText.optional(),
          ...pageFields,
        }),
        response: { 200: z.object({ people: z.array(personSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { department, search, specialty, active } = request.query;
      const departmentId = (await shownDepartment(request, context, department)) ?? undefined;
      const filter = given({ departmentId, search, specialty, active });
      const page = await people.list(filter, pageOf(request.query));
      return { people: page.items, nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/people/:id',
    {
      config: { needs: 'read' },
      schema: { tags, operationId: 'getPerson', summary: 'A person', params, response: one },
    },
    async (request) => ({ person: await ownPerson(request, context, request.params.id) }),
  );

  server.post(
    '/api/people',
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'createPerson',
          summary: 'Add a person, as a member of the department',
          body: newPerson,
        },
        response: { 201: z.object({ person: personSchema }) },
      },
    },
    async (request, reply) => {
      const { department, ...draft } = request.body;
      const departmentId = await shownDepartment(request, context, department);
      const person = await people.create(draft, departmentId, actorOfRequest(request));
      reply.code(201).header('location', `/api/people/${person.id}`);
      return { person };
    },
  );

  server.patch(
    '/api/people/:id',
    {
      config: { needs: 'schedule' },
      schema: {
        tags,
        operationId: 'updatePerson',
        summary: 'Correct a person; what is left out stays',
        params,
        body: personChange,
        response: one,
      },
    },
    async (request) => {
      await ownPerson(request, context, request.params.id);
      return { person: await people.update(request.params.id, given(request.body), actorOfRequest(request)) };
    },
  );

  server.delete(
    '/api/people/:id',
    {
      config: { needs: 'schedule' },
      schema: {
        tags,
        operationId: 'disablePerson',
        summary: 'Disable a person',
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await ownPerson(request, context, request.params.id);
      await people.update(request.params.id, { active: false }, actorOfRequest(request));
      return await reply.code(204).send(null);
    },
  );

  server.post(
    '/api/people/import',
    {
      config: { needs: 'schedule' },
      validatorCompiler: formValidator,
      schema: {
        ...{
          tags,
          operationId: 'importPeople',
          summary: 'Add and update people by their email',
          consumes: ['multipart/form-data'],
        },
        body: importFields.extend({
          file: fileField.describe('CSV: name, email, specialty, aliases, amion_id, phone, pager'),
        }),
        response: { 200: registryImportSchema },
      },
    },
    async (request) => {
      const upload = await readUpload(request);
      const departmentId = await shownDepartment(
        request,
        context,
        parseFields(importFields, upload).department,
      );
      const result = await registry.importPeople(
        requireFile(upload, 'file'),
        departmentId,
        actorOfRequest(request),
      );
      requireStored(result.validation);
      return result;
    },
  );
};
