import { z } from 'zod';
import type { UserId } from '#src/domain/ids.ts';
import type { User } from '#src/domain/user.ts';
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
    department: z.string().nullable().describe('code of the own department or hospital'),
    active: z.boolean(),
    lastLoginAt: z.string().nullable(),
  })
  .meta({ id: 'User' });
const oneUser = z.object({ user: userSchema });
const passwordField = z.string().max(1024);

/** Who may sign in. The hash of a password is never answered. */
export const userRoutes: RouteFile = (server, context) => {
  const { users, hospitals } = context.services;
  const presentUsers = async (found: readonly User[]) => {
    const codes = await hospitals.codesOf(found.map(({ hospitalId }) => hospitalId));
    return found.map((user) => ({
      ...user,
      department: (user.hospitalId && codes.get(user.hospitalId)) ?? null,
    }));
  };
  const answerUser = async (user: User) => {
    const [presented] = await presentUsers([user]);
    if (!presented) throw new Error('A user was lost on the way out');
    return { user: presented };
  };

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
          search: z.string().trim().min(1).max(255).optional().describe('a part of the email'),
          ...pageFields,
        }),
        response: { 200: z.object({ users: z.array(userSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { department, role, active, search } = request.query;
      const hospitalId = department === undefined ? undefined : (await departmentOf(context, department)).id;
      const filter = given({ hospitalId, role, active, search });
      const page = await users.page(filter, pageOf(request.query));
      return { users: await presentUsers(page.items), nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/users/:id',
    {
      config: { needs: 'administer' },
      schema: { tags, operationId: 'getUser', summary: 'A user', params, response: { 200: oneUser } },
    },
    async (request) => await answerUser(await users.get(request.params.id)),
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
      return await answerUser(user);
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
    async (request) =>
      await answerUser(await users.update(request.params.id, request.body, actorOfRequest(request))),
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
