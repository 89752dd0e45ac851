import { type AskedStudy, buildWhoBook, computeWho, type WhoAnswer } from '#src/coverage/compute-who.ts';
import type { ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { addDays } from '#src/domain/local-date.ts';
import type { ProductionPeriod } from '#src/domain/schedule-version.ts';
import { parseStudy, studyKey } from '#src/domain/study.ts';
import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import type { Db } from '#src/repositories/database.ts';
import { listProductionPeriods } from '#src/repositories/production-periods.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import { listBatches } from '#src/repositories/scrape-batches.ts';
import { requireDepartment } from './department-directory.ts';
import { inSequence } from './in-sequence.ts';
import { parseInstants } from './parse-instants.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';
import { requireOwner } from './version-state.ts';

export interface WhoQuestion {
  department: string;
  /** ISO 8601 with an offset, or local time of the department; null: now. */
  at: string | null;
  hospital: string | null;
  /** A study label, with or without its hospital: `CT Neuro`, `Allen Neuro CT`. */
  study: string | null;
  /** Null: the version in force. */
  versionId: VersionId | null;
}

export interface WhoResult {
  department: Department;
  versionId: VersionId;
  /** Instant of which the roster is: Amion's stamp, else when it was read; null where no roster was imported. */
  asOf: string | null;
  answers: WhoAnswer[];
}

export interface WhoService {
  /**
   * Who reads what at an instant; a local time that occurs twice answers for both instants. BAD_REQUEST for an unknown
   * department, hospital or study and for a local time that does not exist; NO_SCHEDULE where none is in force.
   */
  ask(question: WhoQuestion): Promise<WhoResult>;
}

/** Schedule dates around the instant: a window may begin two days before it, and the next change may be days away. */
const DAYS_BEFORE = 2;
const DAYS_AFTER = 7;

export function whoService(context: ServiceContext): WhoService {
  const { db } = context.database;
  return {
    async ask(question) {
      const department = await requireDepartment(db, question.department);
      const instants = parseInstants(question.at ?? context.now(), department.timeZone);
      const answers: WhoAnswer[] = [];
      let versionId: VersionId | null = null;
      for (const at of instants) {
        const inForce = await schedulesAround(db, department, at, question.versionId);
        versionId ??= inForce.versionId;
        answers.push(...answer(inForce.schedules, at, question));
      }
      if (versionId === null) throw new Error('A question without an instant');
      return { department, versionId, asOf: await rosterAge(db, versionId), answers };
    },
  };
}

interface Schedules {
  versionId: VersionId;
  schedules: [ScheduleFacts, ...ScheduleFacts[]];
}

/** The version in force at an instant is found by its schedule date; its neighbours come along for the nights beside it. */
async function schedulesAround(
  db: Db,
  department: Department,
  at: EpochMinute,
  versionId: VersionId | null,
): Promise<Schedules> {
  const clock = zoneClock(department.timeZone);
  const date = clock.dateAt(at);
  const scheduleDate = clock.timeAt(at) < department.rolloverHour ? addDays(date, -1) : date;
  const span = { from: addDays(date, -DAYS_BEFORE), to: addDays(date, DAYS_AFTER) };
  const periods = versionId
    ? [await ownPeriod(db, department, versionId)]
    : await listProductionPeriods(db, department.id, span);
  const near = await inSequence(periods, async (period) => {
    const from = period.from > span.from ? period.from : span.from;
    const to = period.to < span.to ? period.to : span.to;
    return from <= to ? [{ period, facts: (await loadFacts(db, period.versionId, from, to)).facts }] : [];
  });
  const loaded = near.flat();
  // Beside the first and the last date of a schedule it is in force only where a window of it really lies: a day shift that
  // begins before the rollover hour, a night that ends after it.
  const inForce =
    loaded.find(({ period }) => period.from <= scheduleDate && scheduleDate <= period.to) ??
    loaded.find(({ facts }) => computeWho(buildWhoBook([facts]), at, () => true, []).length > 0);
  if (!inForce) {
    const advice = versionId ? '' : ' Promote a version for it, or ask one by --version.';
    throw new CodedError(
      'NO_SCHEDULE',
      `${department.code} has no schedule in force on ${scheduleDate}.${advice}`,
    );
  }
  const others = loaded.filter((other) => other !== inForce).map(({ facts }) => facts);
  return { versionId: inForce.period.versionId, schedules: [inForce.facts, ...others] };
}

async function ownPeriod(db: Db, department: Department, versionId: VersionId): Promise<ProductionPeriod> {
  const version = await getVersion(db, versionId);
  requireOwner(version, department);
  return { versionId, hospitalId: version.hospitalId, from: version.from, to: version.to };
}

function answer(schedules: Schedules['schedules'], at: EpochMinute, question: WhoQuestion): WhoAnswer[] {
  const book = buildWhoBook(schedules);
  const known = knownStudies(schedules);
  const { matches, named } = parseQuestion(question, known, schedules[0].layout);
  return computeWho(book, at, matches, named ? known.filter(matches) : []);
}

/** Every study that a schedule knows, each once, in the order of the matrix. */
function knownStudies(schedules: readonly ScheduleFacts[]): AskedStudy[] {
  const known = new Map<string, AskedStudy>();
  for (const { rules, instances, layout } of schedules) {
    const ofList = layout === 'list' ? instances : [];
    const listed = ofList.map((i) => ({ ...i, study: i.studyType, label: `${i.hospital} ${i.studyType}` }));
    for (const { hospital, study, label, studyType } of [...rules, ...listed]) {
      const key = studyKey(hospital, study);
      if (!known.has(key)) known.set(key, { hospital, study, label, studyType });
    }
  }
  return [...known.values()];
}

interface ParsedQuestion {
  matches(study: AskedStudy): boolean;
  /** A study was asked for by name, so that it is answered also where nothing lists it. */
  named: boolean;
}

function parseQuestion(
  question: WhoQuestion,
  known: readonly AskedStudy[],
  layout: 'matrix' | 'list',
): ParsedQuestion {
  const codes = [...new Set(known.map((study) => study.hospital))];
  const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const asked = question.hospital?.trim() || null;
  const hospital = asked && (codes.find((code) => sameText(code, asked)) ?? null);
  if (asked && !hospital) {
    throw new CodedError(
      'BAD_REQUEST',
      `The schedule knows no hospital "${asked}". It knows ${codes.join(', ')}.`,
    );
  }
  const label = question.study?.trim() || null;
  if (!label) return { matches: (study) => !hospital || study.hospital === hospital, named: false };
  // A label may begin with its hospital, as in the matrix; the longest code wins.
  const prefix = codes
    .filter((code) => label.toLowerCase().startsWith(`${code.toLowerCase()} `))
    .sort((a, b) => b.length - a.length)[0];
  const wanted = parseStudy(prefix ? label.slice(prefix.length) : label);
  const at = hospital ?? prefix ?? null;
  const matches = (study: AskedStudy): boolean => {
    const fits =
      layout === 'list'
        ? study.studyType === listType(label, wanted.studyType)
        : sameText(study.study, wanted.study);
    return fits && (!at || study.hospital === at) && (!prefix || study.hospital === prefix);
  };
  if (!known.some(matches)) {
    const names = [...new Set(known.filter((s) => !at || s.hospital === at).map((s) => s.study))].sort();
    throw new CodedError(
      'BAD_REQUEST',
      `The schedule knows no study "${label}"${at ? ` at ${at}` : ''}. It knows ${names.join(', ')}.`,
    );
  }
  return { matches, named: true };
}

/** A flat list knows study types only: their own names, or what R1 makes of a label. */
function listType(label: string, parsed: AskedStudy['studyType']): AskedStudy['studyType'] {
  const word = label.trim().toUpperCase();
  return word === 'BODY' || word === 'NEURO' || word === 'GENERAL' ? word : parsed;
}

/** Instant of which the data of a version's newest roster is; null where it has none. */
export async function rosterAge(db: Db, versionId: VersionId): Promise<string | null> {
  const [batch] = (await listBatches(db, { versionId, source: 'ROSTER', state: 'COMPLETE' }, { limit: 1 }))
    .items;
  return batch?.sourceAsOf ?? batch?.scrapedAt ?? null;
}
