import { memo } from 'react';
import { blockLabel, blockText } from './block-words.ts';
import type { Run } from './board-chunk.ts';
import { gridCell } from './grid-roles.ts';
import { columnWidth, offsetIn, type TimeAxis } from './time-axis.ts';

export interface CellProps {
  axis: TimeAxis;
  column: number;
  /** Width of the column of the studies, which stands before. */
  side: number;
  /** Undefined: not here yet. */
  blocks: readonly Run[] | undefined;
  /** Id of the reader whose blocks stand out. */
  reader: string | undefined;
  /** First instant of the block that Tab leads to, where it is in this cell. */
  activeFrom: string | null;
  /** An instant of the block whose reason is open, where it is in this cell. */
  openAt: number | null;
}

/** One study on one schedule date: a block for each answer, as wide as it lasts. */
export const BoardCell = memo(function BoardCell({
  axis,
  column,
  side,
  blocks,
  reader,
  activeFrom,
  openAt,
}: CellProps) {
  const left = side + (axis.edges[column] ?? 0);
  const width = columnWidth(axis, column);
  return (
    <div
      {...gridCell(column + 2)}
      aria-busy={blocks ? undefined : true}
      className={blocks ? 'board-cell' : 'board-cell board-cell-waiting'}
      style={{ left, width }}
      data-date={axis.dates[column]}
    >
      {blocks?.map((run) => {
        const from = offsetIn(axis, column, run.start);
        const size = offsetIn(axis, column, run.end) - from - 1;
        const isOpen = openAt !== null && run.start <= openAt && openAt < run.end;
        return (
          <button
            key={run.start}
            type="button"
            className={classOf(run, reader, isOpen)}
            style={{ left: from, width: size }}
            tabIndex={activeFrom === run.from ? 0 : -1}
            aria-label={blockLabel(run)}
            data-from={run.from}
          >
            {textOf(run, size)}
          </button>
        );
      })}
    </div>
  );
});

function classOf(run: Run, reader: string | undefined, isOpen: boolean): string {
  const look = run.cause === null ? (run.reader?.colour ?? '') : 'board-hole';
  const isOther = reader !== undefined && run.cause === null && run.reader?.id !== reader;
  const isChosen = reader !== undefined && run.cause === null && !isOther;
  return `board-run ${look}${isOther ? ' board-run-other' : ''}${isChosen ? ' board-run-chosen' : ''}${isOpen ? ' board-run-open' : ''}`;
}

function textOf(run: Run, width: number) {
  const text = blockText(run, width);
  return run.cause !== null && text !== '' ? <span className="board-hole-words">{text}</span> : text;
}
