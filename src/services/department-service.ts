import { AMION_BASE_IS, isAmionBase } from '#src/domain/amion-base.ts';
import type { ClockTime } from '#src/domain/clock-time.ts';
import type { Department, ShiftMapping } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { Actor } from '#src/domain/user.ts';
import { toValidationResult, type ValidationMessage, type ValidationResult } from '#src/domain/validation.ts';
import { isTimeZone } from '#src/domain/zone-clock.ts';
import {
  buildHolidays,
  buildMapping,
  MAPPING_COLUMNS,
} from '#src/intake/registry/build-department-settings.ts';
import { encryptSetting } from '#src/outside/encrypt-setting.ts';
import { inTransaction } from '#src/repositories/database.ts';
import {
  findDepartmentByCode,
  getDepartment,
  listDepartments,
  replaceShiftMapping,
  saveDepartmentSettings,
} from '#src/repositories/department-settings.ts';
import { readTable } from '#src/sources/table/read-table.ts';
import { recordChanges } from './audit-trail.ts';
import { requireDepartment } from './department-directory.ts';
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
   * BAD_REQUEST for a zone or address that is none.
   */
  set(code: string, change: DepartmentChange, actor: Actor): Promise<DepartmentSet>;
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
    async set(code, change, actor) {
      checkChange(change);
      const before = await requireDepartment(db, code);
      const { amionLogin, holidays: _, mapping: __, ...plain } = change;
      const { holidays, mapping, messages } = readFiles(change);
      const validation = toValidationResult(messages);
      if (!validation.canImport) return { department: null, validation };
      const login =
        amionLogin === undefined
          ? {}
          : { amionLogin: amionLogin ? encryptSetting(amionLogin, context.secret) : null };
      return await inTransaction(db, async (trx) => {
        const settings = { ...plain, ...login, ...(holidays && { holidays }) };
        await saveDepartmentSettings(trx, before.id, settings, actor.userId);
        if (mapping) await replaceShiftMapping(trx, before.id, mapping);
        const after = await getDepartment(trx, before.id);
        const resource = `department:${before.id}`;
        const told =
          amionLogin === undefined ? after : { ...after, amionLogin: amionLogin ? 'set' : 'removed' };
        await recordChanges(trx, actor, [
          { action: 'DEPARTMENT_SET', resource, hospitalId: before.id, before, after: told },
        ]);
        return { department: after, validation };
      });
    },
  };
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
    mapping: mapped?.mapping ?? (mapping && !('bytes' in mapping) ? mapping : null),
    messages: [...(dates?.messages ?? []), ...(mapped?.messages ?? [])],
  };
}

function checkChange(change: DepartmentChange): void {
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) {
    throw new CodedError(
      'BAD_REQUEST',
      `"${change.timeZone}" is no IANA time zone. Write one like America/New_York.`,
      { field: 'timeZone' },
    );
  }
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
