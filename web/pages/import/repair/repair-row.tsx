import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { counted } from '#web/words/counted.ts';
import type { LinePlace } from '../report/message-lines.ts';

interface Props {
  title: string;
  about: string;
  lines: readonly LinePlace[];
  onShowLine(place: LinePlace): void;
  isDone: boolean;
  children: ReactNode;
}

/** One thing to put right: what it is, where it stands, and what can be done. */
export function RepairRow({ title, about, lines, onShowLine, isDone, children }: Props) {
  const [first] = lines;
  return (
    <li className="repair" data-done={isDone || undefined}>
      <div className="repair-what">
        <strong>{title}</strong>
        <span className="weak small">
          {about}
          {first ? ' · ' : ''}
          {first ? (
            <Button
              className="message-place"
              aria-label={`Show line ${first.line}: ${title}`}
              onPress={() => onShowLine(first)}
            >
              line {first.line}
            </Button>
          ) : null}
        </span>
      </div>
      <div className="repair-how">{children}</div>
    </li>
  );
}

export const rowsText = (rows: number): string => counted(rows, 'row');
