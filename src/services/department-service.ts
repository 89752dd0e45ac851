import { AMION_BASE_IS, isAmionBase } from '#src/domain/amion-base.ts';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { Department, ShiftMapping } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Actor } from '#src/domain/user.ts';
import { toValidationResult, type ValidationMessage, type ValidationResult } from '#src/domain/validation.ts';
import {
  buildHolidays,
  buildMapping,
  MAPPING_COLUMNS,
} from '#src/intake/registry/build-department-settings.ts';
import { contradictionText, mergeMapping } from '#src/intake/registry/merge-mapping.ts';
import { encryptSetting } from '#src/outside/encrypt-setting.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import {
  findDepartmentByCode,
  getDepartment,
  isDepartment,
  listDepartments,
  replaceShiftMapping,
  saveDepartmentSettings,
} from '#src/repositories/department-settings.ts';
import { lockHospital } from '#src/repositories/hospitals.ts';
import { readTable } from '#src/sources/table/read-table.ts';
import { recordChanges } from './audit-trail.ts';
import { requireDepartment } from './department-directory.ts';
import { requireTimeZone } from './require-time-zone.ts';
import type { GivenFile, ServiceContext } from './service-context.ts';

/** What is to change; what is left out stays. */
export interface DepartmentChange {
  timeZone?: string;
  rolloverHour?: ClockTime;
  /** Dates, or a file of them. */
  holidays?: readonly LocalDate[] | GivenFile;
  /** Assignments with their shift types, or a table of assignment and shift_type. */
  mapping?: readonly ShiftMapping[] | GivenFile;
  /** Null removes it: the default base is used. */
  amionBaseUrl?: string | null;
  /** Minutes between two pulls of a fresh roster; 5 at least. */
  amionPullMinutes?: number;
  /** A credential: stored encrypted, never shown again. Null removes it. */
  amionLogin?: string | null;
}

export interface DepartmentService {
  get(code: string): Promise<Department>;
  find(code: string): Promise<Department | null>;
  /** Hospitals that own a schedule, by code. */
  list(): Promise<Department[]>;
  /**
   * Changes settings and answers the department as it is then; null where a file has an ERROR, and nothing is changed.
   * BAD_REQUEST for a zone or address that is none, or a mapping that contradicts itself.
   */
  set(code: string, change: DepartmentChange, actor: Actor): Promise<DepartmentSet>;
  /** The same for a hospital that owns no schedule yet; CONFLICT where it does, also where two make it one at once. */
  create(code: string, change: DepartmentChange, actor: Actor): Promise<DepartmentSet>;
}

export interface DepartmentSet {
  department: Department | null;
  validation: ValidationResult;
}

export function departmentService(context: ServiceContext): DepartmentService {
  const { db } = context.database;
  return {
    get: (code) => requireDepartment(db, code),
    find: (code) => findDepartmentByCode(db, code),
    list: () => listDepartments(db),
    set: (code, change, actor) => inTransaction(db, (trx) => setIn(trx, code, change, actor)),
    create: (code, change, actor) =>
      inTransaction(db, async (trx) => {
        const hospital = await requireDepartment(trx, code);
        await lockHospital(trx, hospital.id);
        if (await isDepartment(trx, hospital.id)) {
          const says = `${hospital.code} is a department already. Change its settings.`;
          throw new CodedError('CONFLICT', says, { field: 'code' });
        }
        return await setIn(trx, code, change, actor);
      }),
  };

  async function setIn(
    trx: Db,
    code: string,
    change: DepartmentChange,
    actor: Actor,
  ): Promise<DepartmentSet> {
    checkChange(change);
    const before = await requireDepartment(trx, code);
    const { amionLogin, holidays: _, mapping: __, ...plain } = change;
    const { holidays, mapping, messages } = readFiles(change);
    const validation = toValidationResult(messages);
    if (!validation.canImport) return { department: null, validation };
    const login =
      amionLogin === undefined
        ? {}
        : { amionLogin: amionLogin ? encryptSetting(amionLogin, context.secret) : null };
    const settings = { ...plain, ...login, ...(holidays && { holidays }) };
    await saveDepartmentSettings(trx, before.id, settings, actor.userId);
    if (mapping) await replaceShiftMapping(trx, before.id, mapping);
    const after = await getDepartment(trx, before.id);
    const resource = `department:${before.id}`;
    const told = amionLogin === undefined ? after : { ...after, amionLogin: amionLogin ? 'set' : 'removed' };
    await recordChanges(trx, actor, [
      { action: 'DEPARTMENT_SET', resource, hospitalId: before.id, before, after: told },
    ]);
    return { department: after, validation };
  }
}

interface ReadSettings {
  holidays: readonly LocalDate[] | null;
  mapping: readonly ShiftMapping[] | null;
  messages: ValidationMessage[];
}

function readFiles({ holidays, mapping }: DepartmentChange): ReadSettings {
  const dates =
    holidays && 'bytes' in holidays
      ? buildHolidays(holidays.name, new TextDecoder().decode(holidays.bytes))
      : null;
  const mapped =
    mapping && 'bytes' in mapping
      ? buildMapping(readTable(mapping.name, mapping.bytes, MAPPING_COLUMNS))
      : null;
  return {
    holidays: dates?.holidays ?? (holidays && !('bytes' in holidays) ? holidays : null),
    mapping: mapped?.mapping ?? (mapping && !('bytes' in mapping) ? requireOneMeaning(mapping) : null),
    messages: [...(dates?.messages ?? []), ...(mapped?.messages ?? [])],
  };
}

/** Each assignment once; BAD_REQUEST where it is to mean two things. */
function requireOneMeaning(given: readonly ShiftMapping[]): ShiftMapping[] {
  const { mapping, repeated } = mergeMapping(given);
  const contradictions = repeated.flatMap((again) => contradictionText(again) ?? []);
  if (contradictions.length === 0) return mapping;
  const says = `${contradictions.join('; ')}. Names compare without case and spaces: keep one of them.`;
  throw new CodedError('BAD_REQUEST', says, { field: 'mapping' });
}

function checkChange(change: DepartmentChange): void {
  if (change.timeZone !== undefined) requireTimeZone(change.timeZone);
  const minutes = change.amionPullMinutes;
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 5 && minutes <= 1440)) {
    throw new CodedError('BAD_REQUEST', 'Amion is asked every 5 to 1440 minutes.', {
      field: 'amionPullMinutes',
    });
  }
  if (change.amionBaseUrl && !isAmionBase(change.amionBaseUrl)) {
    // What was given is not repeated: it may hold the login.
    throw new CodedError(
      'BAD_REQUEST',
      `The address of Amion has to be ${AMION_BASE_IS}: that is a setting of its own.`,
      { field: 'amionBaseUrl' },
    );
  }
}
