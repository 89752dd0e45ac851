import { type EpochMinute, type ZoneClock, zoneClock } from '#src/domain/zone-clock.ts';
import type { DatedBoard } from '../board-service.ts';

/** The JSON document of a board: instants with the offset of the department's zone, people once and by their place. */
export function presentBoard({ from, to, timeZone, people, rows }: DatedBoard) {
  const present = eachOnce(zoneClock(timeZone));
  const place = new Map(people.map(({ id }, index) => [id, index]));
  return {
    ...{ from, to, timeZone },
    people: people.map(({ id, name, specialty }) => ({ id, name, specialty })),
    rows: rows.map(({ hospital, study, label, studyType, runs }) => ({
      ...{ hospital, study, label, studyType },
      runs: runs.map((run) => ({
        ...{ from: present(run.from), to: present(run.to), scheduleDate: run.scheduleDate },
        ...{ window: run.window, scenario: run.scenario, position: run.position, shiftType: run.shiftType },
        ...{ person: run.person ? (place.get(run.person.id) ?? null) : null, cause: run.cause },
      })),
    })),
  };
}

/** Many runs share their instants. */
function eachOnce(clock: ZoneClock): (instant: EpochMinute) => string {
  const texts = new Map<EpochMinute, string>();
  return (instant) => {
    const text = texts.get(instant) ?? clock.present(instant);
    texts.set(instant, text);
    return text;
  };
}
