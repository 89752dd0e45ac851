import type { Department } from '#src/domain/department.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Actor } from '#src/domain/user.ts';
import type { ValidationMessage } from '#src/domain/validation.ts';
import type { Db } from '#src/repositories/database.ts';
import { findDepartmentByCode } from '#src/repositories/department-settings.ts';
import { requireDepartment } from './department-directory.ts';
import type { DepartmentChange, DepartmentService } from './department-service.ts';
import type { RegistryService } from './registry-service.ts';
import { requireTimeZone } from './require-time-zone.ts';
import type { GivenFile } from './service-context.ts';

/** What a workflow brings along besides its matrix and roster; null: nothing of it. */
export interface Preparation {
  department: string;
  people: GivenFile | null;
  hospitals: GivenFile | null;
  holidays: readonly LocalDate[] | GivenFile | null;
  timeZone: string | null;
  createHospitals: boolean;
  actor: Actor;
}

/** Of a workflow whose files came into the registers before. */
export const NOTHING_BROUGHT = { people: null, hospitals: null, holidays: null, timeZone: null };

export interface PreparedDepartment {
  /** Null where a file has an ERROR. */
  department: Department | null;
  messages: ValidationMessage[];
}

export const DEFAULT_TIME_ZONE = 'America/New_York';

/** Imports the hospitals, finds or makes the department, sets its zone and holidays, and imports the people. */
export async function prepareDepartment(
  db: Db,
  registry: RegistryService,
  departments: DepartmentService,
  order: Preparation,
): Promise<PreparedDepartment> {
  const { actor, timeZone } = order;
  if (timeZone !== null) requireTimeZone(timeZone);
  const zone = timeZone ?? DEFAULT_TIME_ZONE;
  const messages: ValidationMessage[] = [];
  const failed = (): boolean => messages.some((message) => message.severity === 'ERROR');
  if (order.hospitals)
    messages.push(...(await registry.importHospitals(order.hospitals, zone, actor)).validation.messages);
  if (failed()) return { department: null, messages };
  const known = await findDepartmentByCode(db, order.department);
  if (!known && order.createHospitals) await registry.createHospitals([order.department], zone, actor);
  const { id, code } = await requireDepartment(db, order.department);
  const change: DepartmentChange = {
    ...(timeZone && { timeZone }),
    ...(order.holidays && { holidays: order.holidays }),
  };
  if (Object.keys(change).length > 0)
    messages.push(...(await departments.set(code, change, actor)).validation.messages);
  if (order.people)
    messages.push(...(await registry.importPeople(order.people, id, actor)).validation.messages);
  return { department: failed() ? null : await requireDepartment(db, code), messages };
}
