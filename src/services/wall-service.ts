import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId } from '#src/domain/ids.ts';
import { addDays } from '#src/domain/local-date.ts';
import type { SharedSecret } from '#src/domain/shared-secret.ts';
import type { Actor } from '#src/domain/user.ts';
import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import { getDepartment } from '#src/repositories/department-settings.ts';
import type { Page, PageRequest } from '#src/repositories/page.ts';
import type { DutyInForce, DutyService } from './duty-service.ts';
import { inSequence } from './in-sequence.ts';
import type { ServiceContext } from './service-context.ts';
import { sharedSecrets } from './shared-secrets.ts';
import type { WhoResult, WhoService } from './who-service.ts';

export interface WallView extends SharedSecret {
  department: string;
}

/** What a wall display shows: who reads what now, and who is on duty now or later tonight. */
export interface Tonight {
  department: { code: string; name: string; timeZone: string };
  /** The present instant, ISO 8601 in UTC. */
  now: string;
  /** Null where no schedule is in force. */
  who: WhoResult | null;
  duties: DutyInForce[];
}

/** Wall displays under a secret address, read-only. */
export interface WallService {
  /** The secret is shown this once. */
  create(departmentId: HospitalId, actor: Actor): Promise<{ wall: WallView; secret: string }>;
  list(hospitalId: HospitalId | null, page: PageRequest): Promise<Page<WallView>>;
  get(id: string): Promise<WallView>;
  revoke(id: string, actor: Actor): Promise<void>;
  /** Null where the secret opens nothing (any more). */
  read(secret: string): Promise<Tonight | null>;
}

/** Later duties that are still "tonight", in minutes from now. */
const TONIGHT_MINUTES = 18 * 60;

export function wallService(context: ServiceContext, who: WhoService, duties: DutyService): WallService {
  const { db } = context.database;
  const secrets = sharedSecrets(context, 'wall', ['WALL']);
  const view = async (shared: SharedSecret): Promise<WallView> => {
    const { code } = await getDepartment(db, shared.hospitalId);
    return { ...shared, department: code };
  };
  return {
    async create(departmentId, actor) {
      const made = await secrets.create({ kind: 'WALL', departmentId, target: '' }, actor);
      return { wall: await view(made.shared), secret: made.secret };
    },

    async list(hospitalId, page) {
      const found = await secrets.list(hospitalId ? { hospitalId } : {}, page);
      return { ...found, items: await inSequence(found.items, view) };
    },

    get: async (id) => await view(await secrets.get(id)),
    revoke: (id, actor) => secrets.revoke(id, actor),

    async read(secret) {
      const shared = await secrets.open(secret);
      if (!shared) return null;
      const { code, name, timeZone } = await getDepartment(db, shared.hospitalId);
      const now = context.now();
      const minute = Math.floor(Date.parse(now) / 60_000) as EpochMinute;
      const today = zoneClock(timeZone).dateAt(minute);
      const question = { department: code, at: now, hospital: null, study: null, versionId: null };
      const found = await duties.listDuties(shared.hospitalId, addDays(today, -1), addDays(today, 1));
      return {
        ...{ department: { code, name, timeZone }, now },
        who: await who.ask(question).catch(nullWithoutSchedule),
        duties: found.filter(({ from, to }) => to > minute && from < minute + TONIGHT_MINUTES),
      };
    },
  };
}

function nullWithoutSchedule(cause: unknown): null {
  if (cause instanceof CodedError && cause.code === 'NO_SCHEDULE') return null;
  throw cause;
}
