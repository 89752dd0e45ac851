import type { Department } from '#src/domain/department.ts';
import type { HospitalId } from '#src/domain/ids.ts';
import type { JobType } from '#src/domain/job.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { type Actor, NOBODY } from '#src/domain/user.ts';
import { failOrphanedBatches } from '#src/repositories/batch-lock.ts';
import { type Db, inTransaction } from '#src/repositories/database.ts';
import { listDepartments } from '#src/repositories/department-settings.ts';
import { findNewestJob, tryStandingWorkLock } from '#src/repositories/job-queue.ts';
import { listDepartmentsInForce } from '#src/repositories/production-periods.ts';
import type { JobService } from './job-service.ts';
import type { ServiceContext } from './service-context.ts';

export interface StandingWorkService {
  /** Ends batches whose importer is gone, and asks for whatever is due: a pull of each department's roster, and the hourly clean-up. Answers the kinds asked for. */
  requestDueWork(actor: Actor): Promise<JobType[]>;
}

/** As whom standing work acts: nobody asked for it. */
export const STANDING_ACTOR: Actor = {
  userId: NOBODY,
  ipAddress: null,
};

const CLEAN_UP_MINUTES = 60;
/** The present month and the next: drift further away is found when it comes near. */
const PULL_MONTHS = 2;

export function standingWorkService(
  context: ServiceContext,
  jobs: JobService,
  hasLogin: boolean,
): StandingWorkService {
  const { db } = context.database;
  const isDue = async (
    trx: Db,
    type: JobType,
    hospitalId: HospitalId | null,
    minutes: number,
  ): Promise<boolean> => {
    const newest = await findNewestJob(trx, type, hospitalId);
    if (newest === null) return true;
    // One that still waits or runs is not joined by another: they would only queue up behind a slow Amion.
    return newest.ended && Date.parse(context.now()) - Date.parse(newest.askedAt) >= minutes * 60_000;
  };
  /** With its own login, or with the common one where it has a schedule in force to compare with. */
  const pulled = async (trx: Db): Promise<Department[]> => {
    const thisMonth = `${context.now().slice(0, 8)}01` as LocalDate;
    const owners = new Set(hasLogin ? await listDepartmentsInForce(trx, thisMonth) : []);
    return (await listDepartments(trx)).filter(({ id, hasAmionLogin }) => hasAmionLogin || owners.has(id));
  };
  return {
    async requestDueWork(actor) {
      await failOrphanedBatches(db, 'The process that imported it was ended.');
      return await inTransaction(db, async (trx) => {
        if (!(await tryStandingWorkLock(trx))) return [];
        const asked: JobType[] = [];
        if (await isDue(trx, 'CLEAN_UP', null, CLEAN_UP_MINUTES)) {
          await jobs.requestWithin(trx, 'CLEAN_UP', {}, actor);
          asked.push('CLEAN_UP');
        }
        for (const department of await pulled(trx)) {
          if (!(await isDue(trx, 'AMION_PULL', department.id, department.amionPullMinutes))) continue;
          await jobs.requestWithin(
            trx,
            'AMION_PULL',
            { department: department.code, months: PULL_MONTHS },
            actor,
          );
          asked.push('AMION_PULL');
        }
        return asked;
      });
    },
  };
}
