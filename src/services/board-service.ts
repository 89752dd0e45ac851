import { type Board, computeBoard } from '#src/coverage/compute-board.ts';
import { type CalendarDay, computeCalendar } from '#src/coverage/compute-calendar.ts';
import type { LocalDate } from '#src/domain/local-date.ts';
import type { DateSpan } from '#src/domain/schedule-dates.ts';
import type { ScheduleVersion } from '#src/domain/schedule-version.ts';
import type { ServiceContext } from './service-context.ts';
import { loadFacts } from './version-judgement.ts';
import { requireFewDates, spanOfVersion, withNeighbours } from './version-span.ts';

export interface DatedBoard extends DateSpan, Board {
  timeZone: string;
}

export interface DatedCalendar extends DateSpan {
  timeZone: string;
  days: CalendarDay[];
}

/** A version to look at; as of now, in two queries whatever the size. Null dates: the version's own. */
export interface BoardService {
  /** Who reads each study from when to when. BAD_REQUEST for more than 35 schedule dates, or none. */
  viewBoard(version: ScheduleVersion, from: LocalDate | null, to: LocalDate | null): Promise<DatedBoard>;
  /** How much of each schedule date is covered. BAD_REQUEST where the version has none of the dates. */
  viewCalendar(
    version: ScheduleVersion,
    from: LocalDate | null,
    to: LocalDate | null,
  ): Promise<DatedCalendar>;
}

/** Five weeks: a month with the weeks around it. */
export const MOST_BOARD_DATES = 35;

export function boardService({ database: { db } }: ServiceContext): BoardService {
  const factsAround = async ({ id }: ScheduleVersion, span: DateSpan) => {
    const { from, to } = withNeighbours(span);
    return (await loadFacts(db, id, from, to)).facts;
  };
  return {
    async viewBoard(version, from, to) {
      const span = spanOfVersion(version, from, to);
      requireFewDates(span, MOST_BOARD_DATES, 'A board shows');
      const facts = await factsAround(version, span);
      return { ...span, timeZone: facts.timeZone, ...computeBoard(facts, span.from, span.to) };
    },

    async viewCalendar(version, from, to) {
      const span = spanOfVersion(version, from, to);
      const facts = await factsAround(version, span);
      return { ...span, timeZone: facts.timeZone, days: computeCalendar(facts, span.from, span.to) };
    },
  };
}
