import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { JobId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { parseScheduleDate, scheduleDateFault } from '#src/domain/schedule-dates.ts';
import { nameOfFile } from '#src/services/kept-file.ts';
import { requireTimeZone } from '#src/services/require-time-zone.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import { ownDepartment, principalOf, type RouteFile, requirePermission } from './http-context.ts';
import { askForImport, datesOf, importParts, rosterOf } from './import-request.ts';
import { fileField, findFile, parseFields, readUpload, requireFile, type Upload } from './read-upload.ts';
import { codeField, dateField, flagText, idField } from './request-fields.ts';

const holidaysText = z
  .string()
  .max(4000)
  .transform((text, context): LocalDate[] => {
    const words = text.trim() === '' ? [] : text.split(',').map((word) => word.trim());
    for (const message of words.flatMap((word) => scheduleDateFault(word) ?? [])) {
      context.addIssue({ code: 'custom', message });
    }
    return words.flatMap((word) => parseScheduleDate(word) ?? []);
  });

const workflowFields = z.object({
  department: codeField,
  like: idField<JobId>()
    .optional()
    .describe(
      'a workflow to run again: its matrix, roster, dates and options count where nothing else is given. ' +
        'What its people and hospitals brought stands in the registers, and is not brought again',
    ),
  from: dateField.optional(),
  to: dateField.optional(),
  timeZone: z.string().max(64).optional(),
  holidays: holidaysText.optional().describe('dates with commas between: they count as Weekend'),
  createHospitals: flagText.optional(),
  allowPartial: flagText.optional(),
});

/** The whole workflow as a background job: from files, or once more like one before. */
export const workflowRoutes: RouteFile = (server, context) => {
  const { importRequests } = context.services;
  const ask = askForImport(context.services);
  const { options, headers, response } = importParts;

  server.post(
    '/api/imports/workflow',
    {
      ...options,
      schema: {
        ...{ tags: ['imports'], operationId: 'importWorkflow', headers, response },
        ...{ summary: 'Matrix, roster and coverage in one', consumes: ['multipart/form-data'] },
        body: workflowFields.extend({
          matrix: fileField.optional().describe('needed, unless it is that of the workflow to run again'),
          amion: z.array(fileField).optional().describe('without reports the roster comes from Amion'),
          people: fileField.optional(),
          hospitals: fileField.optional(),
        }),
      },
    },
    async (request, reply) => {
      const upload = await readUpload(request);
      const { department, like, timeZone, holidays, ...order } = parseFields(workflowFields, upload);
      if (timeZone !== undefined) requireTimeZone(timeZone);
      const { code, id: departmentId } = await ownDepartment(request, context, department);
      const before = like === undefined ? null : await importRequests.workflowBefore(like, departmentId);
      const dates = { from: order.from ?? before?.from, to: order.to ?? before?.to };
      const { from, to } = await datesOf(request, context, { code, ...dates });
      const { matrix, amion, people, hospitals } = workflowFiles(request, upload, before !== null);
      const files = [matrix, ...amion, people, hospitals].filter((file) => file !== null);
      const roster = amion.length > 0 ? rosterOf(amion) : (before?.roster ?? 'feed');
      const payload = {
        ...{ department: code, from, to, like: like ?? null, timeZone: timeZone ?? null, roster },
        matrix: before && !matrix ? before.matrix : nameOfFile(matrix ?? requireMatrix(upload)),
        people: people && nameOfFile(people),
        hospitals: hospitals && nameOfFile(hospitals),
        holidays: holidays && holidays.length > 0 ? holidays : null,
        createHospitals: order.createHospitals ?? before?.createHospitals ?? false,
        allowPartial: order.allowPartial ?? before?.allowPartial ?? false,
      };
      return await ask(request, reply, { type: 'WORKFLOW', payload, files, into: null });
    },
  );
};

const requireMatrix = (upload: Upload): GivenFile => requireFile(upload, 'matrix', 'file');

function workflowFiles(request: FastifyRequest, upload: Upload, isAgain: boolean) {
  const hospitals = findFile(upload, 'hospitals');
  // Hospitals are shared by every department.
  if (hospitals) requirePermission(principalOf(request), 'administer');
  const matrix = isAgain ? findFile(upload, 'matrix', 'file') : requireMatrix(upload);
  return { matrix, amion: upload.files.get('amion') ?? [], people: findFile(upload, 'people'), hospitals };
}
