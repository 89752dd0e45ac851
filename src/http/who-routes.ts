import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Department } from '#src/domain/department.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { notFound } from '#src/domain/not-found.ts';
import { belongsTo } from '#src/domain/permission.ts';
import { presentWho } from '#src/services/present/present-who.ts';
import { type HttpContext, principalOf, type RouteFile, requirePermission } from './http-context.ts';
import { codeField, idField, instantText } from './request-fields.ts';
import { whoSchema } from './who-schema.ts';

/** The question of the night. */
export const whoRoutes: RouteFile = (server, context) => {
  const { who } = context.services;

  server.get(
    '/api/who',
    {
      config: { needs: 'ask' },
      schema: {
        tags: ['coverage'],
        operationId: 'askWho',
        summary: 'Who reads what at an instant, why, until when, and how to reach them',
        querystring: z.object({
          department: codeField,
          at: instantText.optional().describe('local time of the department, or with an offset; default now'),
          hospital: codeField.optional(),
          study: z.string().min(1).max(255).optional().describe('`CT Neuro`, or `Allen CT Neuro`'),
          version: idField<VersionId>().optional().describe('another version than the one in force'),
        }),
        response: { 200: whoSchema },
      },
    },
    async (request, reply) => {
      const {
        department,
        at = null,
        study = null,
        hospital = null,
        version: versionId = null,
      } = request.query;
      const admit = (found: Department) =>
        requireAskable(request, context, found, { named: department, hospital, versionId });
      const { revision: seen } = principalOf(request);
      const answer = presentWho(await who.ask({ department, at, hospital, study, versionId, seen, admit }));
      // Hundreds a second of several kilobytes each: the shape is the presenter's, a test holds it against the schema.
      return await reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(answer);
    },
  );
};

interface Asked {
  /** The department as the request writes it. */
  named: string;
  hospital: string | null;
  versionId: VersionId | null;
}

/**
 * What the user may ask of a department: of the own everything, of one that covers the own hospital that hospital alone, and
 * of the version in force; any other is NOT_FOUND. Answers the hospital that is asked for.
 */
async function requireAskable(
  request: FastifyRequest,
  { services }: HttpContext,
  department: Department,
  { named, hospital, versionId }: Asked,
): Promise<string | null> {
  const { user } = principalOf(request);
  if (versionId !== null) requirePermission(principalOf(request), 'read');
  if (belongsTo(user, department.id)) return hospital;
  const own = user.hospitalId ? await coveredHospital(services, department, user.hospitalId) : null;
  const isOwn = own !== null && (hospital === null || hospital.toLowerCase() === own.toLowerCase());
  if (isOwn && versionId === null) return own;
  throw notFound('department', named);
}

/** The code of a hospital that the department reads for; null where it does not. */
async function coveredHospital(
  { hospitals, versions }: HttpContext['services'],
  department: Department,
  hospitalId: NonNullable<Department['id']>,
): Promise<string | null> {
  if (!(await versions.covers(department.id, hospitalId))) return null;
  return (await hospitals.byId(hospitalId)).code;
}
