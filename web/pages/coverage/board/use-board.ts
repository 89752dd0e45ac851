import { useLayoutEffect, useMemo, useState } from 'react';
import type { DateSpan } from '#web/words/date-span.ts';
import type { CoverageSearch, RunKey } from '../coverage-search.ts';
import { isWanted } from '../study-filter.ts';
import { type Run, studyKeyOf } from './board-chunk.ts';
import { type BoardItem, toItems } from './board-items.ts';
import { measuresFor } from './board-measures.ts';
import { type BoardShape, growShape } from './board-shape.ts';
import { type BoardZoom, dateWidthOf } from './board-zoom.ts';
import { joinRuns } from './join-runs.ts';
import { columnOf, newTimeAxis, offsetIn } from './time-axis.ts';
import { useBoardChunks } from './use-board-chunks.ts';
import { useBoardFocus } from './use-board-focus.ts';
import { useBoardScroll } from './use-board-scroll.ts';
import { useWidth } from './use-width.ts';

export interface BoardProps extends Pick<CoverageSearch, 'hospital' | 'find' | 'reader'> {
  version: string;
  span: DateSpan;
  timeZone: string;
  zoom: BoardZoom;
  /** First schedule date in view. */
  from: string;
  /** Schedule date of now. */
  today: string;
  /** The run whose reason is open. */
  open: RunKey | null;
  onFrom(date: string): void;
  onOpen(run: RunKey): void;
  onReader(id: string | undefined): void;
}

/** Dates that are fetched on either side of those in view. */
const AHEAD = 3;
/** Px that a block keeps from the edge of the board when it is moved into view. */
const MARGIN = 12;

const asTheyAre = (runs: readonly Run[]): readonly Run[] => runs;
const rowOf = (items: readonly BoardItem[], study: string | undefined): number =>
  study === undefined ? -1 : items.findIndex(({ kind, key }) => kind === 'study' && key === study);

/** Everything that the board is drawn from. */
export function useBoard(props: BoardProps, firstShape: BoardShape) {
  const { version, span, timeZone, zoom, from, hospital, find, open, onFrom } = props;
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [shape, setShape] = useState(firstShape);
  const width = useWidth(frame);
  const measures = measuresFor(width);
  const dateWidth = dateWidthOf(zoom, Math.max(width - measures.side, 200), shape.open);
  const axis = useMemo(
    () => newTimeAxis({ span, open: shape.open, timeZone, dateWidth }),
    [span, shape.open, timeZone, dateWidth],
  );
  const items = useMemo(
    () => toItems(shape.studies.filter((study) => isWanted(study, { hospital, find }))),
    [shape.studies, hospital, find],
  );
  const blocksOf = zoom === 'night' ? asTheyAre : joinRuns;

  const focus = useBoardFocus({
    ...{ frame, version, span, dates: axis.dates, items, blocksOf },
    show({ study, date }, { start, end }) {
      if (!frame) return;
      rows.scrollToIndex(rowOf(items, study), { align: 'auto' });
      const column = columnOf(axis, date);
      const edge = axis.edges[column] ?? 0;
      const [left, right] = [start, end].map((minute) => edge + offsetIn(axis, column, minute));
      const room = frame.clientWidth - measures.side - MARGIN;
      const farthest = Math.max(0, (left ?? 0) - MARGIN);
      if (frame.scrollLeft > (left ?? 0)) frame.scrollLeft = farthest;
      else if ((right ?? 0) > frame.scrollLeft + room)
        frame.scrollLeft = Math.min((right ?? 0) - room, farthest);
    },
  });
  const { active } = focus;
  const { columns, rows } = useBoardScroll({
    ...{ frame: width > 0 ? frame : null, axis, items, measures, from, onFrom },
    keptRow: rowOf(items, active?.study),
    keptColumn: active ? columnOf(axis, active.date) : -1,
  });

  const { startIndex, endIndex } = columns.range ?? { startIndex: columnOf(axis, from), endIndex: 0 };
  const chunks = useBoardChunks(
    ...([version, span] as const),
    axis.dates[Math.max(0, startIndex - AHEAD)] ?? span.from,
    axis.dates[Math.max(startIndex, endIndex) + AHEAD] ?? span.to,
    active?.date ?? null,
  );
  const grown = useMemo(() => chunks.loaded.reduce(growShape, shape), [chunks.loaded, shape]);
  if (grown !== shape) setShape(grown);

  const openRow = rowOf(items, open ? studyKeyOf(open) : undefined);
  useLayoutEffect(() => {
    if (frame && openRow >= 0) rows.scrollToIndex(openRow, { align: 'auto' });
  }, [openRow, frame, rows]);

  const virtualColumns = columns.getVirtualItems();
  const drawn = useMemo(() => virtualColumns.map(({ index }) => index), [virtualColumns]);
  const readers = useMemo(() => {
    const byId = new Map(
      chunks.loaded.flatMap((chunk) => chunk.readers.map((reader) => [reader.id, reader])),
    );
    return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  }, [chunks.loaded]);

  return {
    ...{ setFrame, isMeasured: width > 0, measures, axis, items, chunks, focus, readers },
    ...{ blocksOf, drawn, drawnRows: rows.getVirtualItems(), height: measures.head + rows.getTotalSize() },
    firstColumn: Math.max(0, startIndex),
    firstRow: rows.range?.startIndex ?? 0,
  };
}

export type BoardModel = ReturnType<typeof useBoard>;
