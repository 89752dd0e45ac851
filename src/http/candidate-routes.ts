import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { presentCandidates } from '#src/services/present/present-candidates.ts';
import { shiftTypeWord } from './answer-words.ts';
import { candidatesSchema } from './candidate-schema.ts';
import { ownDepartment, type RouteFile } from './http-context.ts';
import { ownVersion } from './own-version.ts';
import { codeParams, dateField, idField, timeField } from './request-fields.ts';

/** Who takes a shift when somebody calls in sick (R16). */
export const candidateRoutes: RouteFile = (server, context) => {
  const { candidates } = context.services;

  server.get(
    '/api/departments/:code/candidates',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags: ['changes by hand'], operationId: 'listShiftCandidates', params: codeParams },
        summary:
          'Who may take a shift, or a part of it: the best first, with everything that stands against it',
        querystring: z.object({
          date: dateField.describe('schedule date'),
          shiftType: shiftTypeWord,
          from: timeField.optional().describe('a part of the hours only: its start'),
          to: timeField.optional().describe('and its end'),
          version: idField<VersionId>().optional().describe('another version than the one in force'),
        }),
        response: { 200: candidatesSchema },
      },
    },
    async (request) => {
      const department = await ownDepartment(request, context, request.params.code);
      const { date, shiftType, from, to, version } = request.query;
      if (Boolean(from) !== Boolean(to))
        throw new CodedError('BAD_REQUEST', 'A part of a shift has from and to, both.');
      if (version) await ownVersion(request, context, version);
      const hours = from && to ? { start: from, end: to } : null;
      const question = { department, date, shiftType, hours, versionId: version ?? null };
      return presentCandidates(await candidates.listCandidates(question));
    },
  );
};
