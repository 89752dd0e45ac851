/** Identifiers are UUIDv7 strings made by the application; each kind of row has its own brand. */
declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type HospitalId = Id<'hospital'>;
export type PersonId = Id<'person'>;
export type BatchId = Id<'scrape-batch'>;
export type VersionId = Id<'schedule-version'>;
export type RuleId = Id<'coverage-rule'>;
export type ShiftInstanceId = Id<'shift-instance'>;
export type RosterEntryId = Id<'roster-entry'>;
export type AssignmentId = Id<'assignment'>;
export type CalculationId = Id<'coverage-calculation'>;
export type UserId = Id<'user'>;
export type JobId = Id<'job'>;
export type AnyId =
  | HospitalId
  | PersonId
  | BatchId
  | VersionId
  | RuleId
  | ShiftInstanceId
  | RosterEntryId
  | AssignmentId
  | CalculationId
  | UserId
  | JobId;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id in a text, lower-cased, or null where the text is no UUID. */
export function parseId<T extends AnyId>(text: string): T | null {
  const trimmed = text.trim();
  return uuid.test(trimmed) ? (trimmed.toLowerCase() as T) : null;
}
