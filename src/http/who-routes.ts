import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { belongsTo } from '#src/domain/permission.ts';
import { presentWho } from '#src/services/present/present-who.ts';
import {
  type HttpContext,
  ownDepartment,
  principalOf,
  type RouteFile,
  requirePermission,
} from './http-context.ts';
import { codeField, idField } from './request-fields.ts';
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
        summary: 'Who reads what at an instant, why, until when, and how to reach them',
        querystring: z.object({
          department: codeField,
          at: z
            .string()
            .min(1)
            .max(64)
            .optional()
            .describe('local time of the department, or with an offset; default now'),
          hospital: codeField.optional(),
          study: z.string().min(1).max(255).optional().describe('`CT Neuro`, or `Allen CT Neuro`'),
          version: idField<VersionId>().optional().describe('another version than the one in force'),
        }),
        response: { 200: whoSchema },
      },
    },
    async (request) => {
      const { department, at = null, study = null, version: versionId = null } = request.query;
      const { hospital } = await askable(request, context, department, request.query.hospital);
      if (versionId !== null) {
        requirePermission(principalOf(request), 'read');
        await ownDepartment(request, context, department);
      }
      return presentWho(await who.ask({ department, at, hospital, study, versionId }));
    },
  );
};

/**
 * What the user may ask of a department: of the own everything, of one that covers the own hospital that hospital alone;
 * any other is NOT_FOUND.
 */
async function askable(
  request: FastifyRequest,
  { services }: HttpContext,
  code: string,
  hospital: string | undefined,
): Promise<{ hospital: string | null }> {
  const { user } = principalOf(request);
  const department = await services.departments.find(code);
  if (department && belongsTo(user, department.id)) return { hospital: hospital ?? null };
  const own =
    department && user.hospitalId ? await coveredHospital(services, department, user.hospitalId) : null;
  if (own === null || (hospital !== undefined && hospital.toLowerCase() !== own.toLowerCase())) {
    throw new CodedError('NOT_FOUND', `There is no department ${code}.`);
  }
  return { hospital: own };
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
