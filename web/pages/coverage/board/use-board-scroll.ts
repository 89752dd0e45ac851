import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { BoardItem } from './board-items.ts';
import type { BoardMeasures } from './board-measures.ts';
import { columnAt, columnOf, columnWidth, type TimeAxis } from './time-axis.ts';

interface Options {
  frame: HTMLElement | null;
  axis: TimeAxis;
  items: readonly BoardItem[];
  measures: BoardMeasures;
  /** First schedule date in view. */
  from: string;
  /** Somebody has scrolled, and rests at another one. */
  onFrom(date: string): void;
  /** Stay drawn wherever the board is scrolled to: the focus is there. */
  keptRow: number;
  keptColumn: number;
}

/**
 * Scrolling in both directions: which rows and columns are drawn, and where the board stands. Studies and dates in sight all
 * the time cover what is before the first row and column, so that these begin at 0.
 */
export function useBoardScroll({ frame, axis, items, measures, from, onFrom, keptRow, keptColumn }: Options) {
  const settled = useRef<{ date: string; axis: TimeAxis | null }>({ date: '', axis: null });
  /** Where the board was last put by us: resting there is nobody's wish. */
  const target = useRef(-1);
  const wasScrolling = useRef(false);

  const columns = useVirtualizer({
    ...{ horizontal: true, count: axis.dates.length, overscan: 1 },
    useFlushSync: false,
    getScrollElement: () => frame,
    estimateSize: (column) => columnWidth(axis, column),
    rangeExtractor: useCallback((range: Range) => indexesOf(range, keptColumn), [keptColumn]),
    onChange({ isScrolling }) {
      const hasCome = wasScrolling.current && !isScrolling;
      wasScrolling.current = isScrolling;
      // Where it stands by now: what the virtualizer knows may be from before the axis changed.
      if (!hasCome || !frame || Math.abs(frame.scrollLeft - target.current) <= 2) return;
      const date = dateAt(axis, frame.scrollLeft);
      if (date === settled.current.date) return;
      settled.current = { date, axis };
      onFrom(date);
    },
  });
  const rows = useVirtualizer({
    ...{ count: items.length, overscan: 3, scrollPaddingEnd: measures.head },
    useFlushSync: false,
    getScrollElement: () => frame,
    estimateSize: (row) => (items[row]?.kind === 'hospital' ? measures.hospital : measures.study),
    rangeExtractor: useCallback((range: Range) => indexesOf(range, keptRow), [keptRow]),
  });

  // Sizes are computed, not measured: whatever changes them makes the virtualizers ask again.
  useLayoutEffect(() => {
    if (axis) columns.measure();
  }, [axis, columns]);
  useLayoutEffect(() => {
    if (items && measures) rows.measure();
  }, [items, measures, rows]);
  useLayoutEffect(() => {
    // What is not laid out, as on paper, has forgotten where it stood.
    if (!frame) settled.current.axis = null;
    if (!frame || (settled.current.date === from && settled.current.axis === axis)) return;
    settled.current = { date: from, axis };
    frame.scrollLeft = axis.edges[Math.max(0, columnOf(axis, from))] ?? 0;
    target.current = frame.scrollLeft;
  }, [from, axis, frame]);

  return { columns, rows };
}

interface Range {
  startIndex: number;
  endIndex: number;
  overscan: number;
  count: number;
}

/** What is in view, a little around it, and the one that is kept. */
function indexesOf({ startIndex, endIndex, overscan, count }: Range, kept: number): number[] {
  const [first, last] = [Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)];
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (kept >= 0 && kept < first) return [kept, ...indexes];
  return kept > last && kept < count ? [...indexes, kept] : indexes;
}

/** The first schedule date of which more than half is in view. */
function dateAt(axis: TimeAxis, offset: number): string {
  const column = columnAt(axis, offset);
  const isPast = offset - (axis.edges[column] ?? 0) > columnWidth(axis, column) / 2;
  return axis.dates[isPast ? column + 1 : column] ?? axis.dates.at(-1) ?? '';
}
