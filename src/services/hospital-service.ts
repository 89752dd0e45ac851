import type { Hospital } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId } from '#src/domain/ids.ts';
import type { Actor } from '#src/domain/user.ts';
import { isTimeZone } from '#src/domain/zone-clock.ts';
import { newId } from '#src/outside/new-id.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import {
  findHospitalByCode,
  getHospital,
  type HospitalFilter,
  insertHospital,
  listHospitalCodes,
  listHospitals,
  softDeleteHospital,
  updateHospital,
} from '#src/repositories/hospitals.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import { listProductionPeriods } from '#src/repositories/production-periods.ts';
import { recordChanges } from './audit-trail.ts';
import type { ServiceContext } from './service-context.ts';

export type HospitalChange = Partial<Omit<Hospital, 'id' | 'code'>>;

/** One hospital at a time; files of them are the registry's. */
export interface HospitalService {
  /** By code. */
  list(filter: HospitalFilter, page: PageRequest): Promise<Page<Hospital>>;
  /** NOT_FOUND. */
  get(code: string): Promise<Hospital>;
  byId(id: HospitalId): Promise<Hospital>;
  /** The codes of those of these ids that there are or were, in one query. */
  codesOf(ids: readonly (HospitalId | null)[]): Promise<Map<HospitalId, string>>;
  /** CONFLICT where the code is taken, BAD_REQUEST for a zone that is none. */
  create(hospital: Omit<Hospital, 'id'>, actor: Actor): Promise<Hospital>;
  /** What is left out stays. */
  update(code: string, change: HospitalChange, actor: Actor): Promise<Hospital>;
  /** Takes it from every list (soft). CONFLICT while it owns a schedule in force. */
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
      requireZone(draft.timeZone);
      const hospital = { ...draft, id: newId<HospitalId>() };
      return await inTransaction(db, async (trx) => {
        if (await findHospitalByCode(trx, draft.code)) {
          throw new CodedError('CONFLICT', `There is a hospital ${draft.code} already.`, { field: 'code' });
        }
        await insertHospital(trx, hospital);
        await recordChanges(trx, actor, [{ ...changeOf('HOSPITAL_ADDED', hospital), after: hospital }]);
        return hospital;
      });
    },

    async update(code, change, actor) {
      if (change.timeZone !== undefined) requireZone(change.timeZone);
      return await inTransaction(db, async (trx) => {
        const before = await requireHospital(trx, code);
        const after = { ...before, ...change };
        await updateHospital(trx, after);
        await recordChanges(trx, actor, [{ ...changeOf('HOSPITAL_UPDATED', after), before, after }]);
        return after;
      });
    },

    async disable(code, actor) {
      await inTransaction(db, async (trx) => {
        const before = await requireHospital(trx, code);
        if ((await listProductionPeriods(trx, before.id)).length > 0) {
          throw new CodedError(
            'CONFLICT',
            `${before.code} has a schedule in force. Archive its versions first.`,
          );
        }
        await softDeleteHospital(trx, before.id);
        await recordChanges(trx, actor, [{ ...changeOf('HOSPITAL_DISABLED', before), before }]);
      });
    },
  };
}

const changeOf = (action: string, { id }: Hospital) => ({
  action,
  resource: `hospital:${id}`,
  hospitalId: id,
});

async function requireHospital(db: Db, code: string): Promise<Hospital> {
  const hospital = await findHospitalByCode(db, code);
  if (hospital) return hospital;
  throw new CodedError('NOT_FOUND', `There is no hospital ${code}.`);
}

function requireZone(timeZone: string): void {
  if (isTimeZone(timeZone)) return;
  throw new CodedError(
    'BAD_REQUEST',
    `"${timeZone}" is no IANA time zone. Write one like America/New_York.`,
    {
      field: 'timeZone',
    },
  );
}
