import { z } from 'zod';
import type { VersionId } from '#src/domain/ids.ts';
import { presentDiff } from '#src/services/present/present-diff.ts';
import { presentShift } from '#src/services/present/present-shift.ts';
import {
  assignmentSourceWord,
  categoryWord,
  dayTypeWord,
  positionWord,
  scenarioWord,
  shiftTypeWord,
  specialtyWord,
  studyTypeWord,
} from './answer-words.ts';
import type { RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import { given, givenSpan, idField, idParams, pageFields, pageOf, spanFields } from './request-fields.ts';
import {
  auditedChangeSchema,
  nextCursor,
  readerChangesSchema,
  rosterDifferencesSchema,
} from './response-parts.ts';

const tags = ['versions'];
const params = idParams<VersionId>();

const assignedSchema = z
  .object({ name: z.string(), email: z.string(), source: assignmentSourceWord })
  .meta({ id: 'AssignedPerson' });
const shiftSchema = z
  .object({
    id: z.uuid(),
    date: z.string(),
    shiftType: shiftTypeWord,
    start: z.string(),
    end: z.string(),
    hospital: z.string(),
    studyType: studyTypeWord,
    specialty: specialtyWord,
    desired: z.int(),
    mandatory: z.boolean(),
    sheet: z.string().nullable(),
    row: z.int().nullable(),
    assigned: z.array(assignedSchema),
  })
  .meta({ id: 'Shift' });

const ruleSchema = z
  .object({
    id: z.uuid(),
    sheet: z.string(),
    cell: z.string(),
    category: categoryWord,
    dayType: dayTypeWord.nullable(),
    scenario: scenarioWord.nullable(),
    start: z.string(),
    end: z.string(),
    hospital: z.string(),
    study: z.string(),
    label: z.string(),
    studyType: studyTypeWord,
    position: positionWord.nullable(),
  })
  .meta({ id: 'Rule' });

const shiftDifferenceSchema = z
  .object({
    date: z.string(),
    shiftType: shiftTypeWord,
    removed: z.array(z.string()),
    added: z.array(z.string()),
  })
  .meta({ id: 'ShiftDifference' });
const diffSchema = z
  .object({
    before: z.uuid(),
    after: z.uuid(),
    timeZone: z.string(),
    from: z.string(),
    to: z.string(),
    shifts: z.array(shiftDifferenceSchema),
    assignments: rosterDifferencesSchema,
    coverage: readerChangesSchema,
  })
  .meta({ id: 'VersionDiff' });

/** What a version consists of, how it differs from another, and who did what to it. */
export const versionContentRoutes: RouteFile = (server, context) => {
  const { audit, versionContent, versionDiff } = context.services;

  server.get(
    '/api/versions/:id/diff',
    {
      config: { needs: 'read' },
      schema: {
        ...{
          tags,
          operationId: 'diffVersions',
          summary: 'What changed: shifts, assignments, and who reads what',
          params,
        },
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
        ...{
          tags,
          operationId: 'listVersionShifts',
          summary: 'Required shifts with whoever is assigned, by date',
          params,
        },
        querystring: z.object({ ...spanFields, shiftType: shiftTypeWord.optional(), ...pageFields }),
        response: { 200: z.object({ shifts: z.array(shiftSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { id: versionId } = await ownVersion(request, context, request.params.id);
      const { shiftType } = request.query;
      const filter = { versionId, ...givenSpan(request.query), ...given({ shiftType }) };
      const page = await versionContent.listShifts(filter, pageOf(request.query));
      return { shifts: page.items.map(presentShift), nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/versions/:id/rules',
    {
      config: { needs: 'read' },
      schema: {
        ...{
          tags,
          operationId: 'listVersionRules',
          summary: 'Listed studies in the order of the workbook',
          params,
        },
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
        ...{
          tags,
          operationId: 'listVersionHistory',
          summary: 'Who did what to the version, imports into it included, the newest first',
          params,
        },
        querystring: z.object(pageFields),
        response: { 200: z.object({ entries: z.array(auditedChangeSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { id } = await ownVersion(request, context, request.params.id);
      const page = await audit.listHistory(id, pageOf(request.query));
      return { entries: page.items, nextCursor: page.nextCursor };
    },
  );
};
