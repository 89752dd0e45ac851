import { zoneClock } from '#src/domain/zone-clock.ts';
import type { CandidateResult } from '../candidate-service.ts';

/** The JSON document of who may take a shift: instants with the offset of the department's zone. */
export function presentCandidates({ department, versionId, shift, candidates }: CandidateResult) {
  const clock = zoneClock(department.timeZone);
  return {
    ...{ department: department.code, timeZone: department.timeZone, version: versionId },
    ...{ date: shift.date, shiftType: shift.shiftType },
    ...{ from: clock.present(shift.from), to: clock.present(shift.to) },
    candidates: candidates.map(({ person, ...candidate }) => ({
      person: {
        ...{ id: person.id, name: person.name, email: person.email, specialty: person.specialty },
        ...{ phone: person.phone, pager: person.pager },
      },
      ...candidate,
    })),
  };
}
