import { CodedError } from '#src/domain/errors.ts';
import type { HospitalId } from '#src/domain/ids.ts';

/** Hospital code → id. */
export type HospitalIds = ReadonlyMap<string, HospitalId>;

/** Throws NOT_FOUND: who stores rows has resolved their hospitals before. */
export function hospitalIdOf(ids: HospitalIds, code: string): HospitalId {
  const id = ids.get(code);
  if (!id) {
    throw new CodedError(
      'NOT_FOUND',
      `There is no hospital with the code ${code}. Add it, or correct the code.`,
    );
  }
  return id;
}
