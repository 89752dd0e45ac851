import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { BatchId } from '#src/domain/ids.ts';
import type { ScrapeBatch } from '#src/domain/scrape-batch.ts';
import { type RouteFile, requireOwn } from './http-context.ts';
import { idParams } from './request-fields.ts';
import { messagesSchema } from './response-parts.ts';

const tags = ['imports'];
const params = idParams<BatchId>();

const workbookSchema = z
  .object({
    file: z.string(),
    sheets: z.array(
      z
        .object({
          name: z.string(),
          hidden: z.boolean(),
          rows: z
            .array(
              z.object({
                row: z.int().describe('from 1'),
                cells: z.array(
                  z.object({ column: z.string().describe('`B`'), text: z.string().describe('as shown') }),
                ),
              }),
            )
            .describe('rows and cells that are not blank'),
          columns: z.int().describe('up to the last that is not blank'),
          truncated: z.boolean().describe('rows, columns or the end of a long text are left out'),
        })
        .meta({ id: 'WorkbookSheet' }),
    ),
    truncated: z.boolean().describe('sheets, or the rest of the last one, are left out'),
    fault: messagesSchema.element.nullable().describe('why the rest could not be read'),
  })
  .meta({ id: 'WorkbookPicture' });

const linesSchema = z
  .object({
    file: z.string(),
    files: z.array(z.string()).describe('every report of the import'),
    unit: z.enum(['line', 'row']).describe('what is counted: lines of a report, rows of a page’s table'),
    line: z.int().describe('the one asked for'),
    total: z.int().describe('how many there are'),
    lines: z.array(z.object({ line: z.int(), text: z.string(), truncated: z.boolean() })),
  })
  .meta({ id: 'ReportLines' });

/** The files of an import as they came, to show a message in its place. */
export const sourceViewRoutes: RouteFile = (server, { services: { sourceViews } }) => {
  const ownBatch = async (request: FastifyRequest, id: BatchId): Promise<ScrapeBatch> => {
    const batch = await sourceViews.get(id);
    requireOwn(request, batch.hospitalId, 'import', id);
    return batch;
  };

  server.get(
    '/api/imports/:id/workbook',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'getImportWorkbook', params },
        summary: 'The sheets of an imported matrix or list as they look, also of an import that failed',
        description:
          'At most 200 sheets, of each 600 rows and 60 columns. 404 once the file is not kept any more.',
        response: { 200: workbookSchema },
      },
    },
    async (request, reply) => {
      const view = await sourceViews.viewWorkbook(await ownBatch(request, request.params.id));
      // Thousands of cells: the shape is the service's, a test holds it against the schema.
      return await reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(view);
    },
  );

  server.get(
    '/api/imports/:id/lines',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'getImportLines', params },
        summary: 'The lines of an imported roster around one of them',
        querystring: z.object({
          line: z.coerce.number().int().min(1).max(10_000_000),
          file: z.string().min(1).max(255).optional().describe('which report, where there are several'),
        }),
        response: { 200: linesSchema },
      },
    },
    async (request) => {
      const batch = await ownBatch(request, request.params.id);
      return await sourceViews.viewLines(batch, request.query.file ?? null, request.query.line);
    },
  );
};
