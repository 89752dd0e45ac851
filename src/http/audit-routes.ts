import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { presentAuditCsv } from '#src/services/present/audit-csv.ts';
import { weightOf } from './accepted-types.ts';
import { actorOfRequest, type RouteFile } from './http-context.ts';
import { codeField, instantText, pageFields, pageOf } from './request-fields.ts';
import { auditedChangeSchema, nextCursor } from './response-parts.ts';

const instantField = instantText.pipe(z.iso.datetime({ offset: true }));
const CSV = 'text/csv; charset=utf-8';

/** Who changed what, and when: to be read, narrowed, and taken out whole. */
export const auditRoutes: RouteFile = (server, { services: { audit } }) => {
  server.get(
    '/api/audit',
    {
      config: { needs: 'administer' },
      schema: {
        ...{
          tags: ['audit'],
          operationId: 'listAuditEntries',
          summary: 'Entries, the newest first; as CSV all of them',
        },
        description:
          'With `Accept: text/csv` or `format=csv` every entry that fits, in one file; that is audited itself.',
        querystring: z.object({
          user: z.string().max(255).optional().describe('email of whoever did it'),
          action: z.string().max(255).optional(),
          resource: z.string().max(255).optional(),
          department: codeField.optional(),
          since: instantField.optional().describe('from this instant on'),
          before: instantField.optional().describe('before this instant'),
          format: z.enum(['json', 'csv']).optional(),
          ...pageFields,
        }),
        response: {
          200: {
            description: 'A page as JSON, or everything as CSV',
            content: {
              'application/json': {
                schema: z.object({ entries: z.array(auditedChangeSchema), nextCursor }),
              },
              'text/csv': { schema: z.string() },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { limit, cursor, format, ...question } = request.query;
      if (format === 'csv' || (format === undefined && asksForCsv(request))) {
        const lines = presentAuditCsv(audit.exportAll(question, actorOfRequest(request)));
        // The first page is asked for here: a failure still becomes a problem document.
        const first = await lines.next();
        const whole = async function* () {
          if (!first.done) yield first.value;
          yield* lines;
        };
        reply.header('content-disposition', 'attachment; filename="audit.csv"').type(CSV);
        return await reply.send(Readable.from(whole()) as never);
      }
      const page = await audit.list(question, pageOf({ limit, cursor }));
      return await reply.type('application/json').send({ entries: page.items, nextCursor: page.nextCursor });
    },
  );
};

const asksForCsv = ({ headers: { accept } }: FastifyRequest): boolean =>
  weightOf(accept, 'text/csv') > weightOf(accept, 'application/json');
