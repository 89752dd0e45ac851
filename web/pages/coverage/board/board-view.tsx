import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState, ErrorState, Skeleton } from '#web/components/states.tsx';
import { boardQuery } from '../coverage-queries.ts';
import { BoardGrid } from './board-grid.tsx';
import { type BoardShape, shapeOf } from './board-shape.ts';
import { chunkOf } from './date-chunks.ts';
import { ReaderLegend } from './reader-legend.tsx';
import { type BoardProps, useBoard } from './use-board.ts';
import './board.css';
import './board-run.css';

/** The version as a board. What all of it looks like is known once its first dates are here. */
export function BoardView(props: BoardProps) {
  const { version, span, from } = props;
  const [first] = useState(() => chunkOf(from, span));
  const { data, error, refetch } = useQuery(boardQuery(version, first));
  if (!data) {
    if (error) return <ErrorState error={error} retry={() => void refetch()} />;
    return (
      <div className="board-skeleton">
        <Skeleton lines={14} label="Loading the board" />
      </div>
    );
  }
  if (data.studies.length === 0)
    return (
      <EmptyState title="This version lists no study.">
        <p>It has no coverage matrix yet. Import one, and it shows here who reads what.</p>
      </EmptyState>
    );
  return <Board {...props} shape={shapeOf(data)} />;
}

function Board({ shape, ...props }: BoardProps & { shape: BoardShape }) {
  const board = useBoard(props, shape);
  const { chunks, focus, items, readers } = board;
  const error = chunks.error ?? focus.fault;
  return (
    <section className="board" aria-label="Board">
      <ReaderLegend readers={readers} chosen={props.reader} onChoose={props.onReader} />
      {error ? <ErrorState error={error} retry={chunks.retry} /> : null}
      <div ref={board.setFrame} className="board-frame no-print" hidden={items.length === 0}>
        {board.isMeasured ? <BoardGrid board={board} shown={props} /> : null}
      </div>
      {items.length === 0 ? (
        <EmptyState title="No study matches.">
          <p>Search for a hospital or a study such as CT Neuro, or choose all hospitals.</p>
        </EmptyState>
      ) : null}
    </section>
  );
}
