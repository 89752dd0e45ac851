import { z } from 'zod';
import type { UserId } from '#src/domain/ids.ts';
import { roleWord } from './answer-words.ts';
import { actorOfRequest, type HttpContext, type RouteFile } from './http-context.ts';
import { codeField, flagText, given, idParams, pageFields, pageOf } from './request-fields.ts';
import { nextCursor } from './response-parts.ts';

const tags = ['users'];
const params = idParams<UserId>();
const userSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: roleWord,
    hospitalId: z.uuid().nullable(),
    active: z.boolean(),
    lastLoginAt: z.string().nullable(),
  })
  .meta({ id: 'User' });
const oneUser = z.object({ user: userSchema });
const passwordField = z.string().max(1024);

/** Who may sign in. The hash of a password is never answered. */
export const userRoutes: RouteFile = (server, context) => {
  const { users } = context.services;

  server.get(
    '/api/users',
    {
      config: { needs: 'administer' },
      schema: {
        ...{ tags, operationId: 'listUsers', summary: 'Users by email' },
        querystring: z.object({
          department: codeField.optional(),
          role: roleWord.optional(),
          active: flagText.optional(),
          ...pageFields,
        }),
        response: { 200: z.object({ users: z.array(userSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { department, role, active } = request.query;
      const hospitalId = department === undefined ? undefined : (await departmentOf(context, department)).id;
      const page = await users.page(given({ hospitalId, role, active }), pageOf(request.query));
      return { users: page.items, nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/users/:id',
    {
      config: { needs: 'administer' },
      schema: { tags, operationId: 'getUser', summary: 'A user', params, response: { 200: oneUser } },
    },
    async (request) => ({ user: await users.get(request.params.id) }),
  );

  server.post(
    '/api/users',
    {
      config: { needs: 'administer' },
      schema: {
        ...{ tags, operationId: 'addUser', summary: 'Add a user' },
        body: z
          .strictObject({
            email: z.string().max(255),
            role: roleWord.default('USER'),
            department: codeField.nullable().default(null).describe('code of the own department or hospital'),
            password: passwordField.nullable().default(null).describe('null: signs in otherwise'),
          })
          .meta({ id: 'NewUser' }),
        response: { 201: oneUser },
      },
    },
    async (request, reply) => {
      const user = await users.add(request.body, actorOfRequest(request));
      reply.code(201).header('location', `/api/users/${user.id}`);
      return { user };
    },
  );

  server.patch(
    '/api/users/:id',
    {
      config: { needs: 'administer' },
      schema: {
        ...{
          tags,
          operationId: 'updateUser',
          summary: 'Change role or department, disable, enable again',
          params,
        },
        body: z
          .strictObject({
            role: roleWord.optional(),
            department: codeField.nullable().optional(),
            active: z.boolean().optional(),
          })
          .meta({ id: 'UserChange' }),
        response: { 200: oneUser },
      },
    },
    async (request) => ({
      user: await users.update(request.params.id, request.body, actorOfRequest(request)),
    }),
  );

  server.delete(
    '/api/users/:id',
    {
      config: { needs: 'administer' },
      schema: {
        ...{ tags, operationId: 'disableUser', summary: 'Disable a user, who is signed out everywhere' },
        ...{ params, response: { 204: z.null() } },
      },
    },
    async (request, reply) => {
      await users.update(request.params.id, { active: false }, actorOfRequest(request));
      return await reply.code(204).send(null);
    },
  );

  server.put(
    '/api/users/:id/password',
    {
      config: { needs: 'administer' },
      schema: {
        ...{
          tags,
          operationId: 'setUserPassword',
          summary: 'Set a password; the user is signed out everywhere',
          params,
        },
        body: z.strictObject({ password: passwordField }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await users.setPassword(request.params.id, request.body.password, actorOfRequest(request));
      return await reply.code(204).send(null);
    },
  );
};

const departmentOf = ({ services }: HttpContext, code: string) => services.departments.get(code);
