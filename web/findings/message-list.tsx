import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Badge, type Tone } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { type CellPlace, cellsOf } from './message-cells.ts';
import { codeText, groupMessages, type Message, placeText } from './message-place.ts';
import './message-list.css';

const TONES: Record<Message['severity'], Tone> = { ERROR: 'danger', WARNING: 'warning', INFO: 'info' };
const NAMES: Record<Message['severity'], string> = { ERROR: 'Error', WARNING: 'Warning', INFO: 'Note' };

interface Props {
  messages: readonly Message[];
  /** Keys of warnings that the department has accepted. */
  accepted?: ReadonlySet<string>;
  /** Chosen, by key: where given, warnings have a box to tick. */
  chosen?: ReadonlySet<string>;
  onChoose?(key: string, isChosen: boolean): void;
  /** What can be done about a message. */
  actions?(message: Message): ReactNode;
  /** Leads to a place of a message in its workbook: where given, places can be pressed. */
  onShow?(place: CellPlace): void;
  /** Is being looked at. */
  isCurrent?(message: Message): boolean;
  empty?: ReactNode;
}

/** Everything found, by code, the gravest first; each says where, what, and what to do. */
export function MessageList(props: Props) {
  const { messages, accepted, chosen, onChoose, actions, onShow, isCurrent, empty } = props;
  if (messages.length === 0) return <>{empty ?? <EmptyState title="Nothing was found." />}</>;
  return (
    <div className="stack">
      {groupMessages(messages).map(({ severity, code, messages: same }) => (
        <details
          key={`${severity} ${code}`}
          className="messages panel"
          open={severity !== 'INFO' && !areAccepted(same, accepted)}
        >
          <summary className="messages-head">
            <Badge tone={TONES[severity]}>{NAMES[severity]}</Badge>
            <strong>{codeText(code)}</strong>
            <span className="weak small">{same.length}</span>
            {areAccepted(same, accepted) ? <Badge tone="good">accepted</Badge> : null}
            <code className="messages-code weak">{code}</code>
          </summary>
          <ul>
            {same.map((message) => (
              <MessageRow
                key={`${message.context.key} ${message.text}`}
                {...{ message, chosen, onChoose, onShow }}
                isCurrent={isCurrent?.(message) ?? false}
                isAccepted={accepted?.has(message.context.key) ?? false}
                actions={actions?.(message)}
              />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

/** What somebody has seen to already begins closed. */
const areAccepted = (messages: readonly Message[], accepted: ReadonlySet<string> | undefined): boolean =>
  accepted !== undefined && messages.every(({ context }) => accepted.has(context.key));

interface RowProps {
  message: Message;
  isAccepted: boolean;
  chosen: ReadonlySet<string> | undefined;
  onChoose: Props['onChoose'] | undefined;
  onShow: Props['onShow'] | undefined;
  isCurrent: boolean;
  actions: ReactNode;
}

function MessageRow({ message, isAccepted, chosen, onChoose, onShow, isCurrent, actions }: RowProps) {
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
          aria-label={`Show ${placeName(place)}: ${message.text}`}
          onPress={() => onShow(place)}
        >
          {typeof range === 'string' ? `cells ${range}` : placeName(place, places[0]?.sheet)}
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
