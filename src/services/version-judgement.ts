import { createHash } from 'node:crypto';
import { type Coverage, computeCoverage } from '#src/coverage/compute-coverage.ts';
import type { ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { VersionId } from '#src/domain/ids.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import { toValidationResult, type ValidationMessage, type ValidationResult } from '#src/domain/validation.ts';
import { listAcceptedWarnings } from '#src/repositories/accepted-warnings.ts';
import type { Db } from '#src/repositories/database.ts';
import { type LoadedSchedule, loadReaders, loadSchedule } from '#src/repositories/schedule-facts.ts';
import { listBatches } from '#src/repositories/scrape-batches.ts';

/** A version's schedule with its people: two queries. */
export async function loadFacts(
  db: Db,
  versionId: VersionId,
  from: LocalDate,
  to: LocalDate,
): Promise<LoadedSchedule & { facts: ScheduleFacts }> {
  const loaded = await loadSchedule(db, versionId, from, to);
  const readers = await loadReaders(db, loaded.personIds);
  return { ...loaded, facts: { ...loaded.facts, readers } };
}

/** Everything that stands for or against a version: what its last imports said, and what its coverage says now. */
export interface VersionJudgement {
  validation: ValidationResult;
  coverage: Coverage;
  timeZone: string;
  /** Two that are equal: the same rows of the roster stand. */
  roster: string;
}

/** What the newest import of each source into the version had to say; a failed roster import speaks too. */
export async function importMessages(db: Db, versionId: VersionId): Promise<ValidationMessage[]> {
  const batches = (await listBatches(db, { versionId }, { limit: 200 })).items;
  const matrix = batches.find((batch) => batch.source !== 'ROSTER' && batch.state === 'COMPLETE');
  const roster = batches.find((batch) => batch.source === 'ROSTER' && batch.state !== 'PENDING');
  return [matrix, roster].flatMap((batch) => batch?.validation?.messages ?? []);
}

/** Nothing of it is stored: after a change by hand or of a person's specialty the judgement is new. */
export async function judgeVersion(
  db: Db,
  versionId: VersionId,
  from: LocalDate,
  to: LocalDate,
): Promise<VersionJudgement> {
  const { version, facts } = await loadFacts(db, versionId, from, to);
  const coverage = computeCoverage(facts);
  const accepted = new Set(
    (await listAcceptedWarnings(db, version.hospitalId)).map((warning) => warning.key),
  );
  const messages = [...(await importMessages(db, versionId)), ...coverage.messages];
  return {
    validation: toValidationResult(messages, accepted),
    coverage,
    timeZone: facts.timeZone,
    roster: rosterDigest(facts),
  };
}

/** A change by hand brings rows with ids of their own. */
const rosterDigest = ({ entries }: ScheduleFacts): string =>
  createHash('sha256')
    .update(
      entries
        .map(({ id }) => id)
        .sort()
        .join(),
    )
    .digest('base64url');
