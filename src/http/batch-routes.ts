import { z } from 'zod';
import type { BatchId, VersionId } from '#src/domain/ids.ts';
import { BATCH_SOURCES, BATCH_STATES, type ScrapeBatch } from '#src/domain/scrape-batch.ts';
import { type RouteFile, requireOwn } from './http-context.ts';
import { ownVersion, shownDepartment } from './own-version.ts';
import { codeField, given, idField, idParams, pageFields, pageOf } from './request-fields.ts';
import { accountingSchema, nextCursor, validationSchema } from './response-parts.ts';

const tags = ['imports'];
const params = idParams<BatchId>();

const importedFileSchema = z
  .object({ fileName: z.string(), checksum: z.string(), kept: z.boolean() })
  .meta({ id: 'ImportedFile' });
const stateWord = z.enum(BATCH_STATES).meta({ id: 'ImportState' });
const sourceWord = z.enum(BATCH_SOURCES).meta({ id: 'ImportSource' });
const batchFields = z.object({
  id: z.uuid(),
  hospitalId: z.uuid(),
  state: stateWord,
  source: sourceWord,
  sourceName: z.string().nullable(),
  sourceAsOf: z.string().nullable(),
  version: z.uuid().nullable(),
  jobId: z.uuid().nullable().describe('the background job that it belongs to'),
  from: z.string(),
  to: z.string(),
  scrapedAt: z.string(),
  completedAt: z.string().nullable(),
  rowCount: z.int(),
  checksum: z.string().nullable(),
  errorMessage: z.string().nullable(),
  accounting: accountingSchema.nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  createdByEmail: z.string().nullable(),
});
const batchSchema = batchFields.meta({ id: 'Import' });
const judgedBatchSchema = batchFields
  .extend({ validation: validationSchema.nullable() })
  .meta({ id: 'JudgedImport' });

/** What was imported, and what came of it (R11). */
export const batchRoutes: RouteFile = (server, context) => {
  const { batches } = context.services;
  const presenterOf = async (found: readonly ScrapeBatch[]) => {
    const emails = await batches.importersOf(found);
    return ({ versionId, validation: _, ...batch }: ScrapeBatch) => ({
      ...{ ...batch, version: versionId },
      createdByEmail: emails.get(batch.createdBy) ?? null,
    });
  };

  server.get(
    '/api/imports',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'listImports', summary: 'Imports, the newest first' },
        querystring: z.object({
          department: codeField.optional(),
          version: idField<VersionId>().optional(),
          state: stateWord.optional(),
          source: sourceWord.optional(),
          ...pageFields,
        }),
        response: { 200: z.object({ imports: z.array(batchSchema), nextCursor }) },
      },
    },
    async (request) => {
      const { department, version: versionId, state, source } = request.query;
      if (versionId) await ownVersion(request, context, versionId);
      const hospitalId = (await shownDepartment(request, context, department)) ?? undefined;
      const page = await batches.list(given({ hospitalId, versionId, state, source }), pageOf(request.query));
      return { imports: page.items.map(await presenterOf(page.items)), nextCursor: page.nextCursor };
    },
  );

  server.get(
    '/api/imports/:id',
    {
      config: { needs: 'read' },
      schema: {
        ...{ tags, operationId: 'getImport', summary: 'An import with everything that was found', params },
        response: {
          200: z.object({
            import: judgedBatchSchema,
            files: z.array(importedFileSchema),
          }),
        },
      },
    },
    async (request) => {
      const { batch, files } = await batches.get(request.params.id);
      requireOwn(request, batch.hospitalId, 'import', batch.id);
      const present = await presenterOf([batch]);
      return { import: { ...present(batch), validation: batch.validation }, files };
    },
  );
};
