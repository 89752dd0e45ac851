import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { presentChange, presentHandMade } from '#src/services/present/present-change.ts';
import { versionStatusWord } from './answer-words.ts';
import { changeSchema, entrySchema, orderSchema, takeBackSchema } from './change-schema.ts';
import { actorOfRequest, ownDepartment, type RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import { codeParams, given, givenSpan, idField, pageFields, pageOf, spanFields } from './request-fields.ts';
import { nextCursor } from './response-parts.ts';

const tags = ['changes by hand'];
const path = '/api/departments/:code/changes';

/** The daily work (R16): who takes whose shift, and what that newly covers and uncovers. */
export const changeRoutes: RouteFile = (server, context) => {
  const { changes, versionContent } = context.services;

  server.post(
    path,
    {
      config: { needs: 'schedule' },
      schema: {
        ...{
          tags,
          operationId: 'changeByHand',
          summary: 'Assign, unassign or swap a shift',
          params: codeParams,
          body: orderSchema,
        },
        response: { 200: changeSchema },
      },
    },
    async (request) => {
      const department = await ownDepartment(request, context, request.params.code);
      const { from, to, version, inReturn, replaces = null, ...order } = request.body;
      if (Boolean(from) !== Boolean(to))
        throw new CodedError('BAD_REQUEST', 'A part of a shift has from and to, both.');
      if (version) await ownVersion(request, context, version);
      const result = await changes.change({
        ...{ ...order, replaces, department: department.code, versionId: version ?? null },
        actor: actorOfRequest(request),
        hours: from && to ? { start: from, end: to } : null,
        inReturn: inReturn ? { date: inReturn.date ?? order.date, shiftType: inReturn.shiftType } : null,
      });
      return presentChange(result);
    },
  );

  server.post(
    `${path}/take-back`,
    {
      config: { needs: 'schedule' },
      schema: {
        ...{ tags, operationId: 'takeBackChange', params: codeParams, body: takeBackSchema },
        summary: 'Take a change by hand back: what it replaced stands again',
        response: { 200: changeSchema },
      },
    },
    async (request) => {
      const { code } = await ownDepartment(request, context, request.params.code);
      const { entry: entryId, ...order } = request.body;
      const actor = actorOfRequest(request);
      return presentChange(await changes.takeBack({ ...order, entryId, department: code, actor }));
    },
  );

  server.get(
    path,
    {
      config: { needs: 'read' },
      schema: {
        ...{
          tags,
          operationId: 'listChanges',
          summary: 'What was entered by hand and stands, the newest first',
          params: codeParams,
        },
        querystring: z.object({
          version: idField<VersionId>().optional(),
          status: versionStatusWord.optional().describe('of the versions; PRODUCTION: what is in force'),
          ...{ ...spanFields, ...pageFields },
        }),
        response: { 200: z.object({ changes: z.array(entrySchema), nextCursor }) },
      },
    },
    async (request) => {
      const { id: hospitalId } = await ownDepartment(request, context, request.params.code);
      const { version: versionId, status } = request.query;
      const span = givenSpan(request.query);
      if (versionId) await ownVersion(request, context, versionId);
      const filter = { hospitalId, ...given({ versionId, status }), ...span };
      const page = await versionContent.listHandMade(filter, pageOf(request.query));
      return { changes: page.items.map(presentHandMade), nextCursor: page.nextCursor };
    },
  );
};
