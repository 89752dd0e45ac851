import { z } from 'zod';
import { zoneClock } from '#src/domain/zone-clock.ts';
import type { DutyInForce } from '#src/services/duty-service.ts';
import { presentInstant } from '#src/services/present/present-who.ts';
import { assignmentSourceWord, shiftTypeWord } from './answer-words.ts';
import { reachableSchema } from './response-parts.ts';

export const dutySchema = z
  .object({
    department: z.string(),
    version: z.uuid(),
    asOf: z.string().nullable(),
    scheduleDate: z.string(),
    shiftType: shiftTypeWord,
    from: z.string(),
    to: z.string(),
    person: reachableSchema.nullable(),
    hospitals: z.array(z.string()),
    reads: z.array(z.string()),
    source: assignmentSourceWord,
    reason: z.string().nullable(),
  })
  .meta({ id: 'Duty' });

/** A duty with instants of the department's zone. */
export function presentDuty(duty: DutyInForce): z.infer<typeof dutySchema> {
  const { department, versionId, asOf, entry, person, from, to, hospitals, reads } = duty;
  const clock = zoneClock(department.timeZone);
  return {
    ...{ department: department.code, version: versionId },
    asOf: asOf === null ? null : presentInstant(asOf, department.timeZone),
    ...{
      scheduleDate: entry.date,
      shiftType: entry.shiftType,
      from: clock.present(from),
      to: clock.present(to),
    },
    person: person && { name: person.name, email: person.email, phone: person.phone, pager: person.pager },
    ...{ hospitals, reads, source: entry.source, reason: entry.reason },
  };
}
