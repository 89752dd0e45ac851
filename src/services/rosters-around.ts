import { computeDuties, type Duty } from '#src/coverage/compute-duties.ts';
import type { ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import type { DateSpan } from '#src/domain/schedule-dates.ts';
import type { Db } from '#src/repositories/database.ts';
import { listProductionPeriods } from '#src/repositories/production-periods.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import { inSequence } from './in-sequence.ts';
import { loadFacts } from './version-judgement.ts';
import { commonDates, withNeighbours } from './version-span.ts';
import { requireOwner } from './version-state.ts';

/** The roster around a date, by the version that answers for it and by those in force beside it. */
export interface RostersAround {
  versionId: VersionId;
  /** Of that version, for its dates of the span and one beside them. */
  facts: ScheduleFacts;
  /** Of every version, each for its own dates of the span. */
  duties: Duty[];
}

/** Dates for which a version answers. */
interface Part extends DateSpan {
  versionId: VersionId;
}

/**
 * `versionId` null: the version in force on the date. NO_SCHEDULE where none is, NOT_FOUND for another department's version,
 * BAD_REQUEST for a date that it does not have. One query, one for a version that is named, and two for each.
 */
export async function loadRostersAround(
  db: Db,
  department: Department,
  date: LocalDate,
  versionId: VersionId | null,
  span: DateSpan,
): Promise<RostersAround> {
  const periods: Part[] = await listProductionPeriods(db, department.id, span);
  const asked = versionId
    ? await namedPart(db, department, versionId)
    : periods.find(({ from, to }) => from <= date && date <= to);
  if (!asked) {
    const says = `${department.code} has no schedule in force on ${date}. Name a version.`;
    throw new CodedError('NO_SCHEDULE', says);
  }
  if (date < asked.from || date > asked.to) {
    const says = `Version ${asked.versionId} is for ${asked.from} to ${asked.to}; ${date} is outside it.`;
    throw new CodedError('BAD_REQUEST', says);
  }
  const others = periods.flatMap((period) => outside(period, asked));
  const parts = [asked, ...others].flatMap(({ versionId: id, ...dates }) => {
    const common = commonDates(dates, span);
    return common ? [{ versionId: id, ...common }] : [];
  });
  const [own, ...rest] = await inSequence(parts, (part) => loadPart(db, part));
  if (!own) throw new Error('A span without its own date');
  const duties = [own, ...rest].flatMap((part) => part.duties);
  return { versionId: asked.versionId, facts: own.facts, duties };
}

async function namedPart(db: Db, department: Department, versionId: VersionId): Promise<Part> {
  const version = await getVersion(db, versionId);
  requireOwner(version, department);
  return { versionId, from: version.from, to: version.to };
}

/** The dates of a period for which the other does not answer. */
function outside(period: Part, other: DateSpan): Part[] {
  const before = { ...period, to: minDate(period.to, addDays(other.from, -1)) };
  const after = { ...period, from: maxDate(period.from, addDays(other.to, 1)) };
  return [before, after].filter(({ from, to }) => from <= to);
}

const minDate = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const maxDate = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

async function loadPart(db: Db, { versionId, from, to }: Part) {
  const around = withNeighbours({ from, to });
  const { facts } = await loadFacts(db, versionId, around.from, around.to);
  const duties = computeDuties(facts).filter(({ entry }) => from <= entry.date && entry.date <= to);
  return { facts, duties };
}
