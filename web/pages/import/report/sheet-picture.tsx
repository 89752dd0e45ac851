import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { rowOf } from '#web/findings/message-cells.ts';
import { buildGrid, type PictureSheet } from './sheet-grid.ts';
import { markedCells, type SheetMarks } from './sheet-marks.ts';
import { SheetRow } from './sheet-row.tsx';
import { stepFrom, stepOfKey } from './sheet-steps.ts';
import './sheet-picture.css';

/** A cell that is to have the focus; each press is a request of its own, also for the same cell. */
export interface CellRequest {
  cell: string;
}

interface Props {
  sheet: PictureSheet;
  marks: SheetMarks;
  request: CellRequest | null;
  /** The cell whose messages are shown. */
  chosen: string | null;
  onChoose(cell: string): void;
}

const ROW_HEIGHT = 30;
const HEADER_HEIGHT = 30;

/** A sheet as the spreadsheet shows it, with what was found drawn on its cells; arrow keys go from cell to cell. */
export function SheetPicture({ sheet, marks, request, chosen, onChoose }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const grid = useMemo(() => buildGrid(sheet, marks), [sheet, marks]);
  const [current, setCurrent] = useState(() => chosen ?? markedCells(marks)[0] ?? 'A1');
  const rows = useVirtualizer({
    count: grid.rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    paddingStart: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT * 2,
    scrollPaddingEnd: ROW_HEIGHT * 2,
  });
  const show = (cell: string, takesFocus: boolean): void => {
    const index = grid.rows.findIndex((row) => row.kind === 'row' && row.row === rowOf(cell));
    if (index < 0) return;
    setCurrent(cell);
    rows.scrollToIndex(index, { align: 'auto' });
    // Once the row is drawn.
    requestAnimationFrame(() => {
      const place = frame.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`);
      place?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (takesFocus) place?.focus({ preventScroll: true });
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a cell is brought into sight once, when it is chosen
  useEffect(() => {
    if (chosen !== null) show(chosen, false);
  }, [chosen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request is answered once, whatever else changes
  useEffect(() => {
    if (request) show(request.cell, true);
  }, [request]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOfKey(event);
    if (step === null) return;
    event.preventDefault();
    show(stepFrom(grid, current, step), true);
  };
  const items = rows.getVirtualItems();
  const first = items[0]?.start ?? HEADER_HEIGHT;
  const rest = rows.getTotalSize() - (items.at(-1)?.end ?? HEADER_HEIGHT);
  return (
    <div className="sheet-frame" ref={frame}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that one moves in by arrow keys is a grid
        role="grid"
        className="sheet"
        aria-label={`Sheet ${sheet.name}`}
        aria-rowcount={grid.rows.length + 1}
        aria-colcount={grid.columns.length + 1}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col className="sheet-numbers" />
          {grid.columns.map((column) =>
            column.kind === 'gap' ? (
              <col key={column.from} className="sheet-gap" />
            ) : (
              <col key={column.letters} style={{ width: `${column.width + 2.5}ch` }} />
            ),
          )}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th className="sheet-corner" aria-label="Rows" />
            {grid.columns.map((column) =>
              column.kind === 'gap' ? (
                <th
                  key={column.from}
                  scope="col"
                  className="sheet-gap"
                  aria-label={`Columns ${column.from} to ${column.to} are blank`}
                >
                  …
                </th>
              ) : (
                <th key={column.letters} scope="col">
                  {column.letters}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {first > HEADER_HEIGHT ? <Room height={first - HEADER_HEIGHT} /> : null}
          {items.map(({ index }) => {
            const row = grid.rows[index];
            return row ? (
              <SheetRow
                key={row.kind === 'row' ? row.row : `gap ${row.from}`}
                {...{ row, marks, current, chosen }}
                index={index}
                columns={grid.columns}
                onChoose={(cell) => {
                  setCurrent(cell);
                  onChoose(cell);
                }}
              />
            ) : null;
          })}
          {rest > 0 ? <Room height={rest} /> : null}
        </tbody>
      </table>
      {grid.rows.length === 0 ? <p className="weak sheet-blank">This sheet is blank.</p> : null}
    </div>
  );
}

/** Where rows are that are not in sight. */
const Room = ({ height }: { height: number }) => (
  <tr>
    <td style={{ height }} />
  </tr>
);
