import { zoneClock } from '#src/domain/zone-clock.ts';
import type { DepartmentRoster } from '../roster-service.ts';
import { presentInstant } from './present-who.ts';

/** The JSON document of a roster: instants with the offset of the department's zone. */
export function presentRoster({ department, from, to, days, versions }: DepartmentRoster) {
  const { timeZone } = department;
  const clock = zoneClock(timeZone);
  return {
    ...{ department: department.code, timeZone, from, to },
    versions: versions.map(({ versionId, asOf, ...span }) => ({
      ...{ version: versionId, from: span.from, to: span.to },
      asOf: asOf === null ? null : presentInstant(asOf, timeZone),
    })),
    days: days.map(({ date, dayType, versionId }) => ({ date, dayType, version: versionId })),
    duties: versions.flatMap(({ versionId, duties }) =>
      duties.map(({ entry, person, hospitals, reads, ...hours }) => ({
        ...{ id: entry.id, version: versionId, scheduleDate: entry.date, shiftType: entry.shiftType },
        ...{ from: clock.present(hours.from), to: clock.present(hours.to) },
        ...{ start: entry.start, end: entry.end },
        person: person && {
          ...{ id: person.id, name: person.name, email: person.email, specialty: person.specialty },
          ...{ phone: person.phone, pager: person.pager },
        },
        ...{ hospitals, reads, source: entry.source, reason: entry.reason },
        ...{ report: entry.report, line: entry.line },
      })),
    ),
    open: versions.flatMap(({ versionId, open }) =>
      open.map(({ scheduleDate, shiftType, ...hours }) => ({
        ...{ version: versionId, scheduleDate, shiftType },
        ...{ from: clock.present(hours.from), to: clock.present(hours.to) },
      })),
    ),
  };
}
