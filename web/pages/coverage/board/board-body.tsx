import type { VirtualItem } from '@tanstack/react-virtual';
import { memo, useLayoutEffect, useMemo } from 'react';
import { BoardColumns } from './board-head.tsx';
import { BoardRow, HospitalRow } from './board-row.tsx';
import type { BoardModel } from './use-board.ts';
import type { ActiveBlock } from './use-board-focus.ts';

/** What of the board is drawn. */
export interface BoardWindow {
  columns: readonly number[];
  rows: readonly VirtualItem[];
  /** The first that is in view: a little more is drawn around it. */
  firstColumn: number;
  firstRow: number;
}

interface Props extends Pick<BoardModel, 'axis' | 'items' | 'blocksOf'> {
  view: BoardWindow;
  measures: BoardModel['measures'];
  runsOf: BoardModel['chunks']['runsOf'];
  active: ActiveBlock | null;
  reader: string | undefined;
  /** Key of the study whose reason is open, and an instant of the block. */
  openStudy: string | null;
  openAt: number | null;
  onDrawn(): void;
}

/** The rows of the board and their blocks. */
export const BoardBody = memo(function BoardBody(props: Props) {
  const { axis, items, blocksOf, view, measures, runsOf, reader, openStudy, openAt, onDrawn } = props;
  const { side, head } = measures;
  const tabStop = useTabStop(props);
  useLayoutEffect(onDrawn);
  return (
    <>
      <BoardColumns axis={axis} columns={view.columns} side={side} />
      {view.rows.map(({ index, start, size }) => {
        const item = items[index];
        if (!item) return null;
        const place = { place: index + 2, top: head + start, height: size };
        if (item.kind === 'hospital')
          return <HospitalRow key={item.key} {...place} hospital={item.hospital} />;
        return (
          <BoardRow
            key={item.key}
            {...{ ...place, axis, side, runsOf, blocksOf, reader }}
            study={item.study}
            columns={view.columns}
            active={tabStop?.study === item.key ? tabStop : null}
            openAt={openStudy === item.key ? openAt : null}
          />
        );
      })}
    </>
  );
});

/** The block that has the focus, else the first one in view. */
function useTabStop({ axis, items, view, runsOf, active }: Props): ActiveBlock | null {
  return useMemo(() => {
    if (active) return active;
    for (const { index } of view.rows) {
      const item = items[index];
      if (item?.kind !== 'study' || index < view.firstRow) continue;
      for (const column of view.columns) {
        if (column < view.firstColumn) continue;
        const date = axis.dates[column] ?? '';
        const [first] = runsOf(item.key, date) ?? [];
        if (first) return { study: item.key, from: first.from, start: first.start, date };
      }
    }
    return null;
  }, [active, axis, items, view, runsOf]);
}
