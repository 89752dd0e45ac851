import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { notFound } from '#src/domain/not-found.ts';
import { actorOfRequest, ownDepartment, type RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import { partFields, partOf } from './part-of-list.ts';
import { codeParams, idField, reasonField } from './request-fields.ts';
import { nextCursor } from './response-parts.ts';

const tags = ['accepted warnings'];
const path = '/api/departments/:code/accepted-warnings';
const key = z.string().min(1).max(1000).describe('the key of the message, as it stands in its context');

const acceptedSchema = z
  .object({
    key: z.string(),
    code: z.string(),
    reason: z.string(),
    acceptedAt: z.string(),
    acceptedBy: z.string(),
    acceptedByEmail: z.string().nullable(),
  })
  .meta({ id: 'AcceptedWarning' });

/** Known oddities of a department: accepted once, with a reason, until withdrawn (R10). */
export const acceptedWarningRoutes: RouteFile = (server, context) => {
  const { users, warnings } = context.services;

  server.get(
    path,
    {
      config: { needs: 'read' },
      schema: {
        ...{
          tags,
          operationId: 'listAcceptedWarnings',
          summary: 'What the department accepts at present',
          params: codeParams,
        },
        querystring: z.object(partFields),
        response: { 200: z.object({ acceptedWarnings: z.array(acceptedSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { code } = await ownDepartment(request, context, request.params.code);
      const accepted = await warnings.listAccepted(code);
      const emails = await users.emailsOf(accepted.map(({ acceptedBy }) => acceptedBy));
      const named = accepted.map((warning) => ({
        ...warning,
        acceptedByEmail: emails.get(warning.acceptedBy) ?? null,
      }));
      const part = partOf(`accepted warnings of ${code}`, named, request.query, (warning) => warning.key);
      return { acceptedWarnings: part.items, nextCursor: part.nextCursor };
    },
  );

  server.post(
    path,
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'acceptWarnings',
          summary: 'Accept warnings for this and later versions',
          params: codeParams,
        },
        body: z
          .strictObject({
            version: idField<VersionId>().optional().describe('whose warnings; needed for all'),
            keys: z.array(key).min(1).max(1000).optional(),
            key: key.optional(),
            all: z.boolean().optional().describe('every open warning of the version'),
            reason: reasonField,
          })
          .meta({ id: 'Acceptance' }),
        response: { 200: z.object({ accepted: z.array(z.string()).describe('the keys that are new') }) },
      },
    },
    async (request) => {
      const department = await ownDepartment(request, context, request.params.code);
      const { version, keys = [], key: one, all = false, reason } = request.body;
      const named = [...keys, ...(one === undefined ? [] : [one])];
      if (named.length > 0 === all) throw new CodedError('BAD_REQUEST', 'Name the keys to accept, or all.');
      const actor = actorOfRequest(request);
      if (version === undefined) {
        if (all) throw new CodedError('BAD_REQUEST', 'Name the version all of whose warnings are accepted.');
        return { accepted: await warnings.acceptAhead(department.code, named, reason, actor) };
      }
      const owned = await ownVersion(request, context, version);
      if (owned.hospitalId !== department.id) throw notFound('schedule version', version);
      return { accepted: await warnings.accept(version, all ? 'all' : named, reason, actor) };
    },
  );

  server.delete(
    path,
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'withdrawWarning',
          summary: 'Withdraw an acceptance: the warning counts again',
          params: codeParams,
        },
        querystring: z.object({ key: key.optional() }),
        body: z.strictObject({ key }).nullish(),
        response: { 200: z.object({ withdrawn: z.string(), departments: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { code } = await ownDepartment(request, context, request.params.code);
      const withdrawn = request.query.key ?? request.body?.key;
      if (withdrawn === undefined) throw new CodedError('BAD_REQUEST', 'Name the key to withdraw: ?key=…');
      return { withdrawn, departments: await warnings.withdraw(code, withdrawn, actorOfRequest(request)) };
    },
  );
};
