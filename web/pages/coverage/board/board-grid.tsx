import { type FocusEvent, type MouseEvent, useDeferredValue, useMemo } from 'react';
import { BoardBody } from './board-body.tsx';
import { studyKeyOf } from './board-chunk.ts';
import { BoardHead } from './board-head.tsx';
import { hospitalOf } from './board-items.ts';
import { BoardSide } from './board-side.tsx';
import { gridOf } from './grid-roles.ts';
import type { BoardModel, BoardProps } from './use-board.ts';
import type { ActiveBlock } from './use-board-focus.ts';

interface Props {
  board: BoardModel;
  shown: Pick<BoardProps, 'zoom' | 'reader' | 'open' | 'today' | 'onOpen'>;
}

/**
 * Hospitals and studies down, schedule dates and their hours across; only what is in view is drawn. Dates and studies follow
 * the scrolling at once, the blocks in slices of time, so that it never waits for them.
 */
export function BoardGrid({ board, shown: { zoom, reader, open, today, onOpen } }: Props) {
  const { axis, items, measures, chunks, focus, drawn, drawnRows, blocksOf, height } = board;
  const { firstColumn, firstRow } = board;
  const view = useDeferredValue(
    useMemo(
      () => ({ columns: drawn, rows: drawnRows, firstColumn, firstRow }),
      [drawn, drawnRows, firstColumn, firstRow],
    ),
  );

  const onClick = ({ target }: MouseEvent) => {
    const block = blockOf(target);
    const item = items.find(({ key }) => key === block?.study);
    if (block && item?.kind === 'study')
      onOpen({ hospital: item.study.hospital, study: item.study.study, at: block.from });
  };
  const onFocus = ({ target }: FocusEvent) => {
    const block = blockOf(target);
    if (block && (block.from !== focus.active?.from || block.study !== focus.active.study))
      focus.setActive(block);
  };
  return (
    <div
      {...gridOf('Who reads what', items.length + 1, axis.dates.length + 1)}
      {...{ onClick, onFocus, onPointerOver: sayOnRest, onKeyDown: focus.onKeyDown }}
      className="board-canvas"
      data-zoom={zoom}
      style={{ width: measures.side + (axis.edges.at(-1) ?? 0), height }}
    >
      <BoardHead
        {...{ axis, today }}
        columns={drawn}
        date={axis.dates[firstColumn] ?? ''}
        hospital={hospitalOf(items[firstRow])}
        height={measures.head}
        side={measures.side}
      />
      <BoardSide {...{ items, measures, height }} rows={drawnRows} />
      <BoardBody
        {...{ axis, items, measures, blocksOf, view, reader }}
        onDrawn={focus.settleFocus}
        runsOf={chunks.runsOf}
        active={focus.active}
        openStudy={open ? studyKeyOf(open) : null}
        openAt={open ? Date.parse(open.at) / 60_000 : null}
      />
    </div>
  );
}

const blockElementOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('.board-run') : null;

/** Where the pointer rests on a block it says the whole of it. */
function sayOnRest({ target }: { target: EventTarget }): void {
  const block = blockElementOf(target);
  if (block) block.title = block.ariaLabel ?? '';
}

function blockOf(target: EventTarget): ActiveBlock | null {
  const block = blockElementOf(target);
  const study = block?.closest<HTMLElement>('[data-study]')?.dataset['study'];
  const date = block?.closest<HTMLElement>('[data-date]')?.dataset['date'];
  const from = block?.dataset['from'];
  return from && study && date ? { study, from, start: Date.parse(from) / 60_000, date } : null;
}
