import { Temporal } from 'temporal-polyfill';
import { type AskedStudy, buildWhoBook, computeWho, type WhoAnswer } from '#src/coverage/compute-who.ts';
import type { ScheduleFacts } from '#src/domain/coverage-facts.ts';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { addDays, type LocalDate } from '#src/domain/local-date.ts';
import { parseStudy, studyKey } from '#src/domain/study.ts';
import { type EpochMinute, instantsOfLocal, zoneClock } from '#src/domain/zone-clock.ts';
import type { Db } from '#src/repositories/database.ts';
import { findProductionPeriod, listProductionPeriods } from '#src/repositories/production-periods.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import { listBatches } from '#src/repositories/scrape-batches.ts';
import { requireDepartment } from './department-directory.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';

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

/** The instants that a text names. BAD_REQUEST for no instant, and for a local time that the clocks skip. */
export function parseInstants(text: string, timeZone: string): EpochMinute[] {
  const trimmed = text.trim();
  try {
    if (/(?:[zZ]|[+-]\d{2}(?::?\d{2})?)$/.test(trimmed) && trimmed.includes(':')) {
      return [Math.floor(Temporal.Instant.from(trimmed).epochMilliseconds / 60_000) as EpochMinute];
    }
    const local = Temporal.PlainDateTime.from(trimmed.replace(' ', 'T'), { overflow: 'reject' });
    const found = instantsOfLocal(local, timeZone);
    if (found.length > 0) return found;
  } catch (cause) {
    const says = `"${text}" is no instant. Write 2026-11-23T02:30 (local time), or with an offset 2026-11-23T02:30-05:00.`;
    throw new CodedError('BAD_REQUEST', says, { at: text }, cause);
  }
  throw new CodedError('BAD_REQUEST', `${text} does not exist in ${timeZone}: the clocks skip it that night.`, { at: text });
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
  const span = { from: addDays(date, -DAYS_BEFORE), to: addDays(date, DAYS_AFTER) };
  const scheduleDate = clock.timeAt(at) < department.rolloverHour ? addDays(date, -1) : date;
  const periods = versionId
    ? [await ownPeriod(db, versionId)]
    : await listProductionPeriods(db, department.id, span);
  const covering = (day: LocalDate) => periods.find((period) => period.from <= day && day <= period.to);
  // A day shift that begins before the rollover hour belongs to the calendar date itself.
  const inForce = covering(scheduleDate) ?? covering(date);
  if (!inForce) {
    const known = versionId ? null : await findProductionPeriod(db, department.id, date);
    const says = known ? '' : ' Promote a version for it, or ask one by --version.';
    throw new CodedError('NO_SCHEDULE', `${department.code} has no schedule in force on ${scheduleDate}.${says}`);
  }
  const schedules: ScheduleFacts[] = [];
  for (const period of [inForce, ...periods.filter((other) => other !== inForce)]) {
    const from = period.from > span.from ? period.from : span.from;
    const to = period.to < span.to ? period.to : span.to;
    if (from <= to) schedules.push((await loadFacts(db, period.versionId, from, to)).facts);
  }
  const [first, ...others] = schedules;
  if (!first) throw new CodedError('NO_SCHEDULE', `Version ${inForce.versionId} has no schedule on ${scheduleDate}.`);
  return { versionId: inForce.versionId, schedules: [first, ...others] };
}

async function ownPeriod(db: Db, versionId: VersionId): Promise<{ versionId: VersionId; from: LocalDate; to: LocalDate }> {
  const { from, to } = await getVersion(db, versionId);
  return { versionId, from, to };
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

function parseQuestion(question: WhoQuestion, known: readonly AskedStudy[], layout: 'matrix' | 'list'): ParsedQuestion {
  const codes = [...new Set(known.map((study) => study.hospital))];
  const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const asked = question.hospital?.trim() || null;
  const hospital = asked && (codes.find((code) => sameText(code, asked)) ?? null);
  if (asked && !hospital) {
    throw new CodedError('BAD_REQUEST', `The schedule knows no hospital "${asked}". It knows ${codes.join(', ')}.`);
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
    const fits = layout === 'list' ? study.studyType === listType(label, wanted.studyType) : sameText(study.study, wanted.study);
    return fits && (!at || study.hospital === at) && (!prefix || study.hospital === prefix);
  };
  if (!known.some(matches)) {
    const names = [...new Set(known.filter((s) => !at || s.hospital === at).map((s) => s.study))].sort();
    throw new CodedError('BAD_REQUEST', `The schedule knows no study "${label}"${at ? ` at ${at}` : ''}. It knows ${names.join(', ')}.`);
  }
  return { matches, named: true };
}

/** A flat list knows study types only: their own names, or what R1 makes of a label. */
function listType(label: string, parsed: AskedStudy['studyType']): AskedStudy['studyType'] {
  const word = label.trim().toUpperCase();
  return word === 'BODY' || word === 'NEURO' || word === 'GENERAL' ? word : parsed;
}

async function rosterAge(db: Db, versionId: VersionId): Promise<string | null> {
  const [batch] = (await listBatches(db, { versionId, source: 'ROSTER', state: 'COMPLETE' }, { limit: 1 })).items;
  return batch?.sourceAsOf ?? batch?.scrapedAt ?? null;
}
