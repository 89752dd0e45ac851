import { z } from 'zod';
import type { VersionId } from '#src/domain/ids.ts';
import { presentDiff } from '#src/services/present/present-diff.ts';
import type { RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import {
  given,
  idField,
  idParams,
  pageFields,
  pageOf,
  shiftTypeField,
  spanFields,
} from './request-fields.ts';
import {
  auditedChangeSchema,
  nextCursor,
  readerChangesSchema,
  rosterDifferencesSchema,
} from './response-parts.ts';

const tags = ['versions'];
const params = idParams<VersionId>();

const shiftSchema = z.object({
  id: z.uuid(),
  date: z.string(),
  shiftType: z.string(),
  start: z.string(),
  end: z.string(),
  hospital: z.string(),
  studyType: z.string(),
  specialty: z.string(),
  desired: z.int(),
  mandatory: z.boolean(),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  assigned: z.array(z.object({ name: z.string(), email: z.string(), source: z.string() })),
});

const ruleSchema = z.object({
  id: z.uuid(),
  sheet: z.string(),
  cell: z.string(),
  category: z.string(),
  dayType: z.string().nullable(),
  scenario: z.string().nullable(),
  start: z.string(),
  end: z.string(),
  hospital: z.string(),
  study: z.string(),
  label: z.string(),
  studyType: z.string(),
  position: z.string().nullable(),
});

const diffSchema = z.object({
  before: z.uuid(),
  after: z.uuid(),
  timeZone: z.string(),
  from: z.string(),
  to: z.string(),
  shifts: z.array(
    z.object({
      date: z.string(),
      shiftType: z.string(),
      removed: z.array(z.string()),
      added: z.array(z.string()),
    }),
  ),
  assignments: rosterDifferencesSchema,
  coverage: readerChangesSchema,
});

/** What a version consists of, how it differs from another, and who did what to it. */
export const versionContentRoutes: RouteFile = (server, context) => {
  const { audit, versionContent, versionDiff } = context.services;

  server.get(
    '/api/versions/:id/diff',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, summary: 'What changed: shifts, assignments, and who reads what', params },
        querystring: z.object({ against: idField<VersionId>().describe('the version before') }),
        response: { 200: diffSchema },
      },
    },
    async (request) => {
      await ownVersion(request, context, request.params.id);
      await ownVersion(request, context, request.query.against);
      return presentDiff(await versionDiff.diff(request.query.against, request.params.id));
    },
  );

  server.get(
    '/api/versions/:id/shifts',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, summary: 'Required shifts with whoever is assigned, by date', params },
        querystring: z.object({ ...spanFields, shiftType: shiftTypeField.optional(), ...pageFields }),
        response: { 200: z.object({ shifts: z.array(shiftSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { id: versionId } = await ownVersion(request, context, request.params.id);
      const { from, to, shiftType } = request.query;
      const filter = { versionId, ...given({ from, to, shiftType }) };
      const page = await versionContent.listShifts(filter, pageOf(request.query));
      const shifts = page.items.map(({ constraint, sourceSheet, sourceRow, groupId: _, ...shift }) => ({
        ...{ ...shift, specialty: constraint, sheet: sourceSheet, row: sourceRow },
      }));
      return { shifts, nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/versions/:id/rules',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, summary: 'Listed studies in the order of the workbook', params },
        querystring: z.object(pageFields),
        response: { 200: z.object({ rules: z.array(ruleSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { id } = await ownVersion(request, context, request.params.id);
      const page = await versionContent.listRules(id, pageOf(request.query));
      return { rules: page.items, nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/versions/:id/history',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, summary: 'Who did what to the version, the newest first', params },
        querystring: z.object(pageFields),
        response: { 200: z.object({ entries: z.array(auditedChangeSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { id } = await ownVersion(request, context, request.params.id);
      const page = await audit.list({ resource: `schedule_version:${id}` }, pageOf(request.query));
      return { entries: page.items, nextCursor: page.nextCursor };
    },
  );
};
