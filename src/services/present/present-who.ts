import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import type { WhoResult } from '../who-service.ts';

/** The JSON document of `who`: instants with the offset of the department's zone. */
export function presentWho({ department, versionId, asOf, answers }: WhoResult) {
  const clock = zoneClock(department.timeZone);
  return {
    department: department.code,
    timeZone: department.timeZone,
    version: versionId,
    asOf: asOf === null ? null : presentInstant(asOf, department.timeZone),
    answers: answers.map(({ at, reader, until, next, ...answer }) => ({
      ...{ at: clock.present(at), hospital: answer.hospital, study: answer.study, label: answer.label },
      studyType: answer.studyType,
      reader: reader && { name: reader.name, email: reader.email, phone: reader.phone, pager: reader.pager },
      ...{ cause: answer.cause, because: answer.because },
      until: until === null ? null : clock.present(until),
      next,
    })),
  };
}

/** An instant in UTC with the offset of a zone, to the minute. */
export function presentInstant(instant: string, timeZone: string): string {
  return zoneClock(timeZone).present(Math.floor(Date.parse(instant) / 60_000) as EpochMinute);
}
