import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Badge } from '#web/components/notice.tsx';
import { type CellPlace, cellsOf } from './message-cells.ts';
import { type Message, placeText } from './message-place.ts';

interface Props {
  message: Message;
  isAccepted: boolean;
  chosen: ReadonlySet<string> | undefined;
  onChoose: ((key: string, isChosen: boolean) => void) | undefined;
  onShow: ((place: CellPlace) => void) | undefined;
  isCurrent: boolean;
  actions: ReactNode;
}

/** One message: what is wrong and what to do, where it stands, and what can be done here. */
export function MessageRow({ message, isAccepted, chosen, onChoose, onShow, isCurrent, actions }: Props) {
  const { text, severity, context } = message;
  const place = placeText(message);
  return (
    <li className="message" aria-current={isCurrent || undefined}>
      {onChoose && severity === 'WARNING' ? (
        <input
          type="checkbox"
          className="message-box"
          aria-label={`Choose: ${text}`}
          checked={isAccepted || (chosen?.has(context.key) ?? false)}
          disabled={isAccepted}
          onChange={(event) => onChoose(context.key, event.target.checked)}
        />
      ) : null}
      <div className="message-words">
        <p>{text}</p>
        {onShow ? <CellLinks message={message} onShow={onShow} /> : null}
        {place && !(onShow && cellsOf(message).length > 0) ? <p className="weak small">{place}</p> : null}
      </div>
      {isAccepted ? <Badge tone="good">accepted</Badge> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </li>
  );
}

const MOST_LINKS = 4;

/** The first places of a message, to be pressed. */
function CellLinks({ message, onShow }: { message: Message; onShow(place: CellPlace): void }) {
  const { range } = message.context;
  const all = cellsOf(message);
  // A range is one place.
  const places = typeof range === 'string' ? all.slice(0, 1) : all;
  const more = places.length - MOST_LINKS;
  return (
    <p className="message-places">
      {places.slice(0, MOST_LINKS).map((place) => (
        <Button
          key={`${place.cell ?? place.row} ${place.sheet}`}
          className="message-place"
          onPress={() => onShow(place)}
        >
          <span className="unseen">Show </span>
          {typeof range === 'string' ? `cells ${range}` : placeName(place, places[0]?.sheet)}
          <span className="unseen">: {message.text}</span>
        </Button>
      ))}
      {more > 0 ? <span className="weak small">and {more} more</span> : null}
    </p>
  );
}

/** `cell B3`, with its sheet where that is not the one that the message begins with. */
function placeName({ sheet, cell, row }: CellPlace, first?: string): string {
  const where = cell === null ? (row === null ? null : `row ${row}`) : `cell ${cell}`;
  if (where === null) return `sheet “${sheet}”`;
  return sheet === first ? where : `${where} of “${sheet}”`;
}
