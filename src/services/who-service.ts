import { type AskedStudy, computeWho, type WhoAnswer } from '#src/coverage/compute-who.ts';
import type { Department } from '#src/domain/department.ts';
import { CodedError } from '#src/domain/errors.ts';
import type { VersionId } from '#src/domain/ids.ts';
import { addDays } from '#src/domain/local-date.ts';
import { notFound } from '#src/domain/not-found.ts';
import type { ProductionPeriod } from '#src/domain/schedule-version.ts';
import { parseStudy } from '#src/domain/study.ts';
import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import type { Db } from '#src/repositories/database.ts';
import type { ScheduleRevision } from '#src/repositories/schedule-revisions.ts';
import { getVersion } from '#src/repositories/schedule-versions.ts';
import {
  type AskedSchedule,
  type DatedSchedules,
  loadDatedSchedules,
  spanOfWeek,
  weekOf,
} from './dated-schedules.ts';
import { requireDepartment } from './department-directory.ts';
import { inSequence } from './in-sequence.ts';
import { parseInstants } from './parse-instants.ts';
import { scheduleCache } from './schedule-cache.ts';
import type { ServiceContext } from './service-context.ts';
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
  /** See `ScheduleCache.find`. */
  seen?: ScheduleRevision | null;
  /**
   * Is told of the department before anything of it is answered: throws for whoever may not ask it, and answers the
   * hospital that is asked for then (null: all). With it an unknown department is NOT_FOUND.
   */
  admit?(department: Department): Promise<string | null>;
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

export function whoService(context: ServiceContext): WhoService {
  const { db } = context.database;
  const cache = scheduleCache(db);
  return {
    async ask(question) {
      const current = await cache.find(question.department, question.seen);
      if (!current) return await unknownDepartment(db, question);
      const { department } = current;
      const hospital = question.admit ? await question.admit(department) : question.hospital;
      const instants = parseInstants(question.at ?? context.now(), department.timeZone);
      const period = question.versionId ? await ownPeriod(db, department, question.versionId) : null;
      const found = await inSequence(instants, async (at) => {
        const week = weekOf(zoneClock(department.timeZone).dateAt(at));
        const schedules = period
          ? await loadDatedSchedules(db, [period], spanOfWeek(week))
          : await current.schedulesOf(week);
        const schedule = requireInForce(schedules, department, at, period !== null);
        const { matches, named } = parseQuestion({ ...question, hospital }, schedule);
        const asked = named ? schedule.known.filter(matches) : [];
        return { schedule, answers: computeWho(schedule.book, at, matches, asked) };
      });
      const [first] = found;
      if (!first) throw new Error('A question without an instant');
      const { versionId, asOf } = first.schedule;
      return { department, versionId, asOf, answers: found.flatMap(({ answers }) => answers) };
    },
  };
}

async function unknownDepartment(db: Db, { department, admit }: WhoQuestion): Promise<never> {
  if (admit) throw notFound('department', department);
  await requireDepartment(db, department);
  throw new CodedError('CONFLICT', `${department} was made just now. Ask again.`);
}

/** The version in force at an instant is found by its schedule date. */
function requireInForce(
  schedules: DatedSchedules,
  { code, timeZone, rolloverHour }: Department,
  at: EpochMinute,
  named: boolean,
): AskedSchedule {
  const clock = zoneClock(timeZone);
  const date = clock.dateAt(at);
  const scheduleDate = clock.timeAt(at) < rolloverHour ? addDays(date, -1) : date;
  const schedule = schedules.findAt(at, scheduleDate);
  if (schedule) return schedule;
  const advice = named ? '' : ' Promote a version for it, or name the version to ask.';
  throw new CodedError('NO_SCHEDULE', `${code} has no schedule in force on ${scheduleDate}.${advice}`);
}

async function ownPeriod(db: Db, department: Department, versionId: VersionId): Promise<ProductionPeriod> {
  const version = await getVersion(db, versionId);
  requireOwner(version, department);
  return { versionId, hospitalId: version.hospitalId, from: version.from, to: version.to };
}

interface ParsedQuestion {
  matches(study: AskedStudy): boolean;
  /** A study was asked for by name, so that it is answered also where nothing lists it. */
  named: boolean;
}

function parseQuestion(question: WhoQuestion, { known, layout }: AskedSchedule): ParsedQuestion {
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
