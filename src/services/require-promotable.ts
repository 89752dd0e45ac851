import { CodedError } from '#src/domain/errors.ts';
import type { ProductionPeriod, ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { ValidationResult } from '#src/domain/validation.ts';
import type { Db } from '#src/repositories/database.ts';
import { listProductionPeriods, werePutInForceSince } from '#src/repositories/production-periods.ts';

/**
 * Of two promotions at once exactly one wins (R10), also where the other was through while this one was still being judged:
 * CONFLICT where other periods stand now than at the beginning, or where some were put in force since this promotion was asked
 * for (null: that is not known).
 */
export async function requireStanding(
  trx: Db,
  version: ScheduleVersion,
  before: readonly ProductionPeriod[],
  askedAt: string | null,
): Promise<void> {
  const now = await listProductionPeriods(trx, version.hospitalId, version);
  const words = (periods: readonly ProductionPeriod[]): string =>
    periods.map((p) => `${p.versionId} ${p.from} ${p.to}`).join(', ');
  const isOvertaken =
    askedAt !== null && (await werePutInForceSince(trx, version.hospitalId, version, askedAt));
  if (words(now) === words(before) && !isOvertaken) return;
  const says =
    'Another version has just been put in force for some of these dates. Look at what is in force now, then promote again.';
  throw new CodedError('CONFLICT', says);
}

/** The keys of the errors that the override overrides; REFUSED with everything that stands against the promotion. */
export function requirePromotable(validation: ValidationResult, overrideReason: string | null): string[] {
  if (validation.canPromote) return [];
  const errors = validation.messages.filter((m) => m.severity === 'ERROR');
  const open = validation.messages.filter((m) => m.severity === 'WARNING' && m.context['accepted'] !== true);
  if (open.length === 0 && overrideReason !== null) return errors.map((m) => m.context.key);
  const stands = [
    ...(errors.length > 0 && overrideReason === null
      ? [`${errors.length} errors (override them with a reason)`]
      : []),
    ...(open.length > 0
      ? [`${open.length} warnings that nobody has accepted (accept them with a reason)`]
      : []),
  ];
  throw new CodedError('REFUSED', `Not promoted: ${stands.join(' and ')}.`, { validation });
}
