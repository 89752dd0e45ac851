import type { FastifyRequest } from 'fastify';
import type { HospitalId, VersionId } from '#src/domain/ids.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import { type HttpContext, ownDepartment, principalOf, requireOwn } from './http-context.ts';

/** A version of a department that the user may see; any other is NOT_FOUND. */
export async function ownVersion(
  request: FastifyRequest,
  { services }: HttpContext,
  id: VersionId,
): Promise<ScheduleVersion> {
  const version = await services.versions.getVersion(id);
  requireOwn(request, version.hospitalId, 'schedule version', id);
  return version;
}

/**
 * The department that a list is narrowed to: the one asked for, else the user's own; null, for an ADMIN who names none, is
 * every department. Another department is NOT_FOUND.
 */
export async function shownDepartment(
  request: FastifyRequest,
  context: HttpContext,
  code: string | undefined,
): Promise<HospitalId | null> {
  if (code !== undefined) return (await ownDepartment(request, context, code)).id;
  const { user } = principalOf(request);
  return user.role === 'ADMIN' ? null : (user.hospitalId ?? NOWHERE);
}

/** Of a user without a department: no row has it. */
const NOWHERE = '00000000-0000-0000-0000-000000000000' as HospitalId;
