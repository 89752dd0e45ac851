import { memo } from 'react';
import { dayText, dayYearText, monthText } from '#web/words/moments.ts';
import { columnHeader, gridRow } from './grid-roles.ts';
import { columnWidth, hourTicks, type TimeAxis } from './time-axis.ts';

interface Props {
  axis: TimeAxis;
  columns: readonly number[];
  /** The date that stands first, and the hospital that stands on top. */
  date: string;
  hospital: string;
  today: string;
  height: number;
  /** Width of the column of the studies. */
  side: number;
}

/** The lines of dates and hours; in their corner what one is looking at. */
export const BoardHead = memo(function BoardHead({
  axis,
  columns,
  date,
  hospital,
  today,
  height,
  side,
}: Props) {
  return (
    <div {...gridRow(1)} className="board-head" style={{ height }}>
      <div {...columnHeader(1)} className="board-corner" style={{ width: side }}>
        <span className="board-corner-month">{monthText(date)}</span>
        <strong>{hospital}</strong>
        <span className="unseen">Study</span>
      </div>
      {columns.map((column) => (
        <DateHead key={axis.dates[column]} {...{ axis, column, today, side }} />
      ))}
    </div>
  );
});

const DateHead = memo(function DateHead({
  axis,
  column,
  today,
  side,
}: {
  axis: TimeAxis;
  column: number;
  today: string;
  side: number;
}) {
  const date = axis.dates[column] ?? '';
  const width = columnWidth(axis, column);
  return (
    <div
      {...columnHeader(column + 2)}
      className="board-date"
      data-weekend={isWeekend(date) || undefined}
      data-today={date === today || undefined}
      style={{ left: side + (axis.edges[column] ?? 0), width }}
      title={dayYearText(date)}
    >
      <span className="board-date-name">
        {width < 84 ? dayText(date).split(' ').slice(0, 2).join(' ') : dayText(date)}
        {date === today ? <span className="unseen">, today</span> : null}
      </span>
      <span className="board-hours" aria-hidden="true">
        {hourTicks(axis, column).map(({ x, text }) => (
          <span key={x} className="board-hour" style={{ left: x }}>
            {text}
          </span>
        ))}
      </span>
    </div>
  );
});

/** Behind the blocks: where a date begins, its midnight, and the weekends. */
export const BoardColumns = memo(function BoardColumns({
  axis,
  columns,
  side,
}: Pick<Props, 'axis' | 'columns' | 'side'>) {
  return (
    <div aria-hidden="true">
      {columns.map((column) => (
        <div
          key={axis.dates[column]}
          className="board-column"
          data-weekend={isWeekend(axis.dates[column] ?? '') || undefined}
          style={{ left: side + (axis.edges[column] ?? 0), width: columnWidth(axis, column) }}
        >
          {hourTicks(axis, column).map(({ x, isMidnight }) => (
            <span
              key={x}
              className={isMidnight ? 'board-line board-line-midnight' : 'board-line'}
              style={{ left: x }}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

const isWeekend = (date: string): boolean => /^S/.test(dayText(date));
