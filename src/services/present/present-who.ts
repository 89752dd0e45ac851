import { type EpochMinute, zoneClock } from '#src/domain/zone-clock.ts';
import type { WhoResult } from '../who-service.ts';

/** The JSON document of `who`: instants with the offset of the department's zone. */
export function presentWho({ department, versionId, asOf, answers }: WhoResult) {
  const present = presentOnce(department.timeZone);
  return {
    department: department.code,
    timeZone: department.timeZone,
    version: versionId,
    asOf: asOf === null ? null : presentInstant(asOf, department.timeZone),
    answers: answers.map(({ at, reader, until, next, ...answer }) => ({
      ...{ at: present(at), hospital: answer.hospital, study: answer.study, label: answer.label },
      studyType: answer.studyType,
      reader: reader && { name: reader.name, email: reader.email, phone: reader.phone, pager: reader.pager },
      ...{ cause: answer.cause, because: answer.because },
      until: until === null ? null : present(until),
      next,
    })),
  };
}

/** A night has few instants and a hundred answers. */
function presentOnce(timeZone: string): (instant: EpochMinute) => string {
  const clock = zoneClock(timeZone);
  const texts = new Map<EpochMinute, string>();
  return (instant) => {
    const text = texts.get(instant) ?? clock.present(instant);
    texts.set(instant, text);
    return text;
  };
}

/** An instant in UTC with the offset of a zone, to the minute. */
export function presentInstant(instant: string, timeZone: string): string {
  return zoneClock(timeZone).present(Math.floor(Date.parse(instant) / 60_000) as EpochMinute);
}
