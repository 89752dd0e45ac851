import { Badge } from '#web/components/notice.tsx';
import { dayText } from '#web/words/moments.ts';
import type { RosterDay } from './roster-grid.ts';

/** `Sat 12 Dec`, and what kind of day it is. */
export function DayWords({ day: { date, kind }, today }: { day: RosterDay; today: string }) {
  return (
    <span className="day-words">
      <span className="day-date">{dayText(date)}</span>
      {date === today ? <Badge tone="info">Today</Badge> : null}
      {kind === 'weekday' ? null : (
        <span className="day-kind">{kind === 'holiday' ? 'Holiday' : 'Weekend'}</span>
      )}
    </span>
  );
}
