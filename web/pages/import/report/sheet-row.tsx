import { memo } from 'react';
import { SEVERITY_NAMES, SeverityMark } from '#web/findings/severity-mark.tsx';
import type { GridColumn, GridRow } from './sheet-grid.ts';
import type { CellMark, SheetMarks } from './sheet-marks.ts';

interface Props {
  row: GridRow;
  index: number;
  columns: readonly GridColumn[];
  marks: SheetMarks;
  /** Where the keyboard is. */
  current: string;
  /** Whose messages are shown. */
  chosen: string | null;
  onChoose(cell: string): void;
}

/** One row of the picture, or a run of blank ones. */
export const SheetRow = memo(function SheetRow({
  row,
  index,
  columns,
  marks,
  current,
  chosen,
  onChoose,
}: Props) {
  if (row.kind === 'gap')
    return (
      <tr className="sheet-gap-row" aria-rowindex={index + 2}>
        <th scope="row" aria-label={`Rows ${row.from} to ${row.to} are blank`}>
          ⋮
        </th>
        <td colSpan={columns.length} />
      </tr>
    );
  const own = marks.rows.get(row.row);
  return (
    <tr aria-rowindex={index + 2} data-severity={own?.severity.toLowerCase()}>
      <th scope="row">
        {row.row}
        {own ? <Said mark={own} /> : null}
      </th>
      {columns.map((column, place) => {
        if (column.kind === 'gap') return <td key={column.from} className="sheet-gap" />;
        const cell = `${column.letters}${row.row}`;
        const mark = marks.cells.get(cell);
        return (
          <td
            key={cell}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: what a cell of a grid is
            role="gridcell"
            data-cell={cell}
            data-severity={mark?.severity.toLowerCase()}
            aria-colindex={place + 2}
            aria-selected={cell === chosen}
            tabIndex={cell === current ? 0 : -1}
            title={titleOf(cell, row.texts.get(column.letters), mark)}
            onClick={() => onChoose(cell)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onChoose(cell);
            }}
          >
            <span className="sheet-cell">
              {mark ? <Said mark={mark} /> : null}
              <span className="sheet-text">{row.texts.get(column.letters)}</span>
            </span>
          </td>
        );
      })}
    </tr>
  );
});

function Said({ mark: { severity, messages } }: { mark: CellMark }) {
  const what = SEVERITY_NAMES[severity];
  return (
    <>
      <SeverityMark severity={severity} />
      <span className="unseen">
        {messages.length === 1 ? what : `${what}, ${messages.length} messages`}:{' '}
      </span>
    </>
  );
}

/** For the pointer: a long text whole, and what is said of the cell. */
function titleOf(cell: string, text: string | undefined, mark: CellMark | undefined): string | undefined {
  if (mark) return mark.messages.map((message) => message.text).join('\n');
  return text && text.length > 24 ? `${cell}: ${text}` : undefined;
}
