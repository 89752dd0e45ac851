import type { Hospital } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import { HOSPITAL_CODE_IS, parseHospitalCode } from '#src/domain/hospital-code.ts';
import type { HospitalId } from '#src/domain/ids.ts';
import type { Actor } from '#src/domain/user.ts';
import { newId } from '#src/outside/new-id.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import {
  findHospitalByCode,
  getHospital,
  type HospitalFilter,
  insertHospital,
  listHospitalCodes,
  listHospitals,
  lockHospital,
  restoreHospital,
  softDeleteHospital,
  updateHospital,
} from '#src/repositories/hospitals.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { listProductionPeriods } from '#src/repositories/production-periods.ts';
import { listReadingDepartments } from '#src/repositories/reading-departments.ts';
import { recordChanges } from './audit-trail.ts';
import { requireTimeZone } from './require-time-zone.ts';
import type { ServiceContext } from './service-context.ts';

/** `active` true brings back one that is disabled, false disables. */
export type HospitalChange = Partial<Omit<Hospital, 'id' | 'code'> & { active: boolean }>;

/** One hospital at a time; files of them are the registry's. */
export interface HospitalService {
  /** By code: those that are there, or those that are disabled. */
  list(filter: HospitalFilter, page: PageRequest): Promise<Page<Hospital>>;
  /** NOT_FOUND. */
  get(code: string): Promise<Hospital>;
  byId(id: HospitalId): Promise<Hospital>;
  /** The codes of those of these ids that there are or were, in one query. */
  codesOf(ids: readonly (HospitalId | null)[]): Promise<Map<HospitalId, string>>;
  /** CONFLICT where the code is taken, by one that is disabled too; BAD_REQUEST for a code or zone that is none. */
  create(hospital: Omit<Hospital, 'id'>, actor: Actor): Promise<Hospital>;
  /** What is left out stays. NOT_FOUND for one that is disabled, unless the change brings it back. */
  update(code: string, change: HospitalChange, actor: Actor): Promise<Hospital>;
  /** Takes it from every list (soft). CONFLICT while it owns a schedule in force, or one in force or STAGING reads for it. */
  disable(code: string, actor: Actor): Promise<void>;
}

export function hospitalService(context: ServiceContext): HospitalService {
  const { db } = context.database;
  return {
    list: (filter, page) => listHospitals(db, filter, page),
    get: (code) => requireHospital(db, code),
    byId: (id) => getHospital(db, id),
    codesOf: (ids) => listHospitalCodes(db, [...new Set(ids.filter((id) => id !== null))]),

    async create(draft, actor) {
      requireTimeZone(draft.timeZone);
      const code = requireHospitalCode(draft.code);
      const hospital = { ...draft, code, id: newId<HospitalId>() };
      return await inTransaction(db, async (trx) => {
        const known = await findHospitalByCode(trx, code);
        const disabled = known ? null : await findHospitalByCode(trx, code, { active: false });
        if (known || disabled) {
          const says = known
            ? `There is a hospital ${code} already.`
            : `There is a hospital ${disabled?.code} that is disabled. Enable it again, or import it in a file of hospitals: it comes back as it was.`;
          throw new CodedError('CONFLICT', says, { field: 'code' });
        }
        await insertHospital(trx, hospital);
        await recordChanges(trx, actor, [{ ...changeOf('HOSPITAL_ADDED', hospital), after: hospital }]);
        return hospital;
      });
    },

    async update(code, { active, ...change }, actor) {
      if (change.timeZone !== undefined) requireTimeZone(change.timeZone);
      return await inTransaction(db, async (trx) => {
        const known = await findHospitalByCode(trx, code);
        const before = known ?? (await requireDisabled(trx, code, active === true));
        if (!known) await restoreHospital(trx, before.id);
        const after = { ...before, ...change };
        if (!known || active === undefined || Object.keys(change).length > 0) {
          await updateHospital(trx, after);
          const values = known
            ? { before, after }
            : { before: { ...before, active: false }, after: { ...after, active: true } };
          await recordChanges(trx, actor, [{ ...changeOf('HOSPITAL_UPDATED', after), ...values }]);
        }
        if (active === false) await disableIn(trx, after, actor);
        return after;
      });
    },

    async disable(code, actor) {
      await inTransaction(db, async (trx) => disableIn(trx, await requireHospital(trx, code), actor));
    },
  };
}

async function disableIn(trx: Db, hospital: Hospital, actor: Actor): Promise<void> {
  await lockHospital(trx, hospital.id);
  if ((await listProductionPeriods(trx, hospital.id)).length > 0) {
    throw new CodedError('CONFLICT', `${hospital.code} has a schedule in force. Archive its versions first.`);
  }
  const reading = await listReadingDepartments(trx, hospital.id);
  if (reading.length > 0) {
    const named = reading.map(({ code, inForce }) => `${code} (${inForce ? 'in force' : 'STAGING'})`);
    throw new CodedError(
      'CONFLICT',
      `${hospital.code} is read for by ${named.join(', ')}. Archive or delete those versions first.`,
    );
  }
  await softDeleteHospital(trx, hospital.id);
  await recordChanges(trx, actor, [{ ...changeOf('HOSPITAL_DISABLED', hospital), before: hospital }]);
}

const changeOf = (action: string, { id }: Hospital) => ({
  action,
  resource: `hospital:${id}`,
  hospitalId: id,
});

async function requireDisabled(db: Db, code: string, isToComeBack: boolean): Promise<Hospital> {
  const hospital = await findHospitalByCode(db, code, { active: false });
  if (hospital && isToComeBack) return hospital;
  throw new CodedError(
    'NOT_FOUND',
    hospital ? `${hospital.code} is disabled. Enable it again first.` : `There is no hospital ${code}.`,
  );
}

/** The code of a hospital to be made; BAD_REQUEST for what is none. */
export function requireHospitalCode(text: string): string {
  const code = parseHospitalCode(text);
  if (code !== null) return code;
  const says = `${JSON.stringify(text)} is no code of a hospital. Write ${HOSPITAL_CODE_IS}.`;
  throw new CodedError('BAD_REQUEST', says, { field: 'code' });
}

async function requireHospital(db: Db, code: string): Promise<Hospital> {
  const hospital = await findHospitalByCode(db, code);
  if (hospital) return hospital;
  throw new CodedError('NOT_FOUND', `There is no hospital ${code}.`);
}
