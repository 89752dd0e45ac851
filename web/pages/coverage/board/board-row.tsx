import { memo } from 'react';
import { BoardCell } from './board-cell.tsx';
import type { BoardStudy, Run } from './board-chunk.ts';
import { gridRow, rowHeader } from './grid-roles.ts';
import type { TimeAxis } from './time-axis.ts';
import type { BoardChunks } from './use-board-chunks.ts';
import type { ActiveBlock } from './use-board-focus.ts';

interface Place {
  /** From 1; the line of the dates is the first. */
  place: number;
  top: number;
  height: number;
}

interface Props extends Place {
  study: BoardStudy;
  axis: TimeAxis;
  /** Width of the column of the studies. */
  side: number;
  /** Those that are drawn. */
  columns: readonly number[];
  runsOf: BoardChunks['runsOf'];
  blocksOf(runs: readonly Run[]): readonly Run[];
  reader: string | undefined;
  active: ActiveBlock | null;
  openAt: number | null;
}

/** One study through the schedule dates in view; its name is seen in the column of the studies. */
export const BoardRow = memo(function BoardRow({
  study,
  place,
  top,
  height,
  columns,
  runsOf,
  blocksOf,
  active,
  ...cell
}: Props) {
  const { axis } = cell;
  return (
    <div {...gridRow(place)} className="board-row" style={{ top, height }} data-study={study.key}>
      <span {...rowHeader()} className="unseen">
        {study.hospital} {study.name}
      </span>
      {columns.map((column) => {
        const date = axis.dates[column] ?? '';
        const runs = runsOf(study.key, date);
        return (
          <BoardCell
            key={date}
            {...cell}
            column={column}
            blocks={runs && blocksOf(runs)}
            activeFrom={active?.date === date ? active.from : null}
          />
        );
      })}
    </div>
  );
});

/** The heading of a hospital. */
export const HospitalRow = memo(function HospitalRow({
  place,
  top,
  height,
  hospital,
}: Place & { hospital: string }) {
  return (
    <div {...gridRow(place)} className="board-row board-hospital" style={{ top, height }}>
      <span {...rowHeader()} className="unseen">
        {hospital}
      </span>
    </div>
  );
});
