import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { presentChange } from '#src/services/present/present-change.ts';
import { assignmentSourceWord, shiftTypeWord, versionStatusWord } from './answer-words.ts';
import { actorOfRequest, ownDepartment, type RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import {
  codeParams,
  dateField,
  given,
  idField,
  pageFields,
  pageOf,
  reasonField,
  spanFields,
  timeField,
} from './request-fields.ts';
import { nextCursor, readerChangesSchema } from './response-parts.ts';

const tags = ['changes by hand'];
const path = '/api/departments/:code/changes';

const shift = { date: dateField, shiftType: shiftTypeWord };
const orderSchema = z
  .strictObject({
    kind: z.enum(['assign', 'unassign', 'swap']),
    ...shift,
    person: z.string().min(1).max(255).describe('email'),
    from: timeField.nullish().describe('a part of the hours only: its start'),
    to: timeField.nullish().describe('and its end'),
    inReturn: z
      .strictObject({ date: dateField.optional(), shiftType: shiftTypeWord })
      .nullish()
      .describe('swap: the shift given in return (default the one that the person holds on the date)'),
    reason: reasonField,
    version: idField<VersionId>().nullish().describe('another version than the one in force'),
    dryRun: z.boolean().default(false).describe('only say what would happen'),
  })
  .meta({ id: 'ChangeOrder' });

const heldSchema = z.array(
  z
    .object({
      date: z.string(),
      shiftType: shiftTypeWord,
      person: z.string().nullable(),
      start: z.string().nullable(),
      end: z.string().nullable(),
    })
    .meta({ id: 'HeldShift' }),
);

const changeSchema = z
  .object({
    version: z.uuid(),
    dryRun: z.boolean(),
    removed: heldSchema,
    added: heldSchema,
    changes: readerChangesSchema,
    newlyUncovered: readerChangesSchema,
    newlyCovered: readerChangesSchema,
  })
  .meta({ id: 'Change' });

const entrySchema = z
  .object({
    id: z.uuid(),
    version: z.uuid(),
    status: versionStatusWord,
    date: z.string(),
    shiftType: shiftTypeWord,
    person: z.object({ name: z.string(), email: z.string() }).nullable(),
    start: z.string().nullable(),
    end: z.string().nullable(),
    source: assignmentSourceWord,
    reason: z.string().nullable(),
    createdAt: z.string(),
    createdBy: z.string(),
  })
  .meta({ id: 'HandMadeEntry' });

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
      const { from, to, version, inReturn, ...order } = request.body;
      if (Boolean(from) !== Boolean(to))
        throw new CodedError('BAD_REQUEST', 'A part of a shift has from and to, both.');
      if (version) await ownVersion(request, context, version);
      const result = await changes.change({
        ...{
          ...order,
          department: department.code,
          versionId: version ?? null,
          actor: actorOfRequest(request),
        },
        hours: from && to ? { start: from, end: to } : null,
        inReturn: inReturn ? { date: inReturn.date ?? order.date, shiftType: inReturn.shiftType } : null,
      });
      return presentChange(result);
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
        querystring: z.object({ version: idField<VersionId>().optional(), ...spanFields, ...pageFields }),
        response: { 200: z.object({ changes: z.array(entrySchema), nextCursor }) },
      },
    },
    async (request) => {
      const { id: hospitalId } = await ownDepartment(request, context, request.params.code);
      const { version: versionId, from, to } = request.query;
      if (versionId) await ownVersion(request, context, versionId);
      const filter = { hospitalId, ...given({ versionId, from, to }) };
      const page = await versionContent.listHandMade(filter, pageOf(request.query));
      const entries = page.items.map(({ versionId: version, ...entry }) => ({ ...entry, version }));
      return { changes: entries, nextCursor: page.nextCursor };
    },
  );
};
