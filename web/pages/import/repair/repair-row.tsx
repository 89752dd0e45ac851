import type { ReactNode } from 'react';
import { Button } from '#web/components/button.tsx';
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
        <span className="weak small">{about}</span>
        {first ? (
          <Button
            small
            look="quiet"
            aria-label={`Show ${title} in the roster`}
            onPress={() => onShowLine(first)}
          >
            line {first.line}
          </Button>
        ) : null}
      </div>
      <div className="repair-how">{children}</div>
    </li>
  );
}

export const rowsText = (rows: number): string => `${rows} ${rows === 1 ? 'row' : 'rows'}`;
