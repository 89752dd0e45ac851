import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '#web/components/button.tsx';
import { Badge } from '#web/components/notice.tsx';
import { rowOf } from '#web/findings/message-cells.ts';
import { codeText, type Message } from '#web/findings/message-place.ts';
import { SEVERITY_NAMES, SeverityMark } from '#web/findings/severity-mark.tsx';
import { isDrawn, type PictureSheet } from './sheet-grid.ts';
import { markedCells, type SheetMarks } from './sheet-marks.ts';

interface Props {
  sheet: PictureSheet;
  marks: SheetMarks;
  accepted: ReadonlySet<string>;
  cell: string | null;
  /** To another marked cell. */
  onStep(cell: string): void;
}

/** Below the picture: what is said of the chosen cell, and a way through the marked ones. */
export function CellMessages({ sheet, marks, accepted, cell, onStep }: Props) {
  const marked = markedCells(marks).filter((one) => isDrawn(sheet, one));
  const at = cell === null ? -1 : marked.indexOf(cell);
  const [before, after] = [marked[at === -1 ? marked.length - 1 : at - 1], marked[at + 1]];
  return (
    <div className="cell-messages" role="status">
      <div className="spread">
        <p>
          {cell === null ? (
            <span className="weak">
              {marked.length === 0
                ? 'No cell of this sheet is marked.'
                : 'Press a cell to see what is said of it.'}
            </span>
          ) : (
            <>
              <strong>{cell}</strong> <TextOf sheet={sheet} cell={cell} />
            </>
          )}
        </p>
        {marked.length > 0 ? (
          <div className="row small weak nowrap">
            <IconButton
              label="The marked cell before"
              isDisabled={!before}
              onPress={() => before && onStep(before)}
            >
              <ChevronLeft size={17} aria-hidden="true" />
            </IconButton>
            {at === -1 ? `${marked.length} marked` : `${at + 1} of ${marked.length} marked`}
            <IconButton
              label="The next marked cell"
              isDisabled={!after}
              onPress={() => after && onStep(after)}
            >
              <ChevronRight size={17} aria-hidden="true" />
            </IconButton>
          </div>
        ) : null}
      </div>
      {cell === null ? null : <Said messages={saidOf(marks, cell)} accepted={accepted} />}
      {marks.sheet ? (
        <details>
          <summary className="small">Of the sheet as a whole: {marks.sheet.messages.length}</summary>
          <Said messages={marks.sheet.messages} accepted={accepted} />
        </details>
      ) : null}
    </div>
  );
}

const saidOf = (marks: SheetMarks, cell: string): readonly Message[] => [
  ...(marks.cells.get(cell)?.messages ?? []),
  ...(marks.rows.get(rowOf(cell))?.messages ?? []),
];

function TextOf({ sheet, cell }: { sheet: PictureSheet; cell: string }) {
  const row = sheet.rows.find((one) => one.row === rowOf(cell));
  const text = row?.cells.find(({ column }) => cell === `${column}${row.row}`)?.text;
  if (text !== undefined) return <q>{text}</q>;
  return (
    <span className="weak">{isDrawn(sheet, cell) ? 'is blank' : 'is below the part that is drawn'}</span>
  );
}

function Said({ messages, accepted }: { messages: readonly Message[]; accepted: ReadonlySet<string> }) {
  if (messages.length === 0) return <p className="weak small">Nothing was found here.</p>;
  return (
    <ul className="stack">
      {messages.map((message) => (
        <li key={`${message.context.key} ${message.text}`} className="cell-message">
          <SeverityMark severity={message.severity} size={16} />
          <p>
            <span className="unseen">{SEVERITY_NAMES[message.severity]}: </span>
            {message.text} <span className="weak small">{codeText(message.code)}</span>{' '}
            {accepted.has(message.context.key) ? <Badge tone="good">accepted</Badge> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
