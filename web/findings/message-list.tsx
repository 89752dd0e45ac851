import type { ReactNode } from 'react';
import { Badge, type Tone } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
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
  empty?: ReactNode;
}

/** Everything found, by code, the gravest first; each says where, what, and what to do. */
export function MessageList({ messages, accepted, chosen, onChoose, actions, empty }: Props) {
  if (messages.length === 0) return <>{empty ?? <EmptyState title="Nothing was found." />}</>;
  return (
    <div className="stack">
      {groupMessages(messages).map(({ severity, code, messages: same }) => (
        <details key={`${severity} ${code}`} className="messages panel" open={severity !== 'INFO'}>
          <summary className="messages-head">
            <Badge tone={TONES[severity]}>{NAMES[severity]}</Badge>
            <strong>{codeText(code)}</strong>
            <span className="weak small">{same.length}</span>
            <code className="messages-code weak">{code}</code>
          </summary>
          <ul>
            {same.map((message) => (
              <MessageRow
                key={`${message.context.key} ${message.text}`}
                {...{ message, chosen, onChoose }}
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

interface RowProps {
  message: Message;
  isAccepted: boolean;
  chosen: ReadonlySet<string> | undefined;
  onChoose: Props['onChoose'] | undefined;
  actions: ReactNode;
}

function MessageRow({ message, isAccepted, chosen, onChoose, actions }: RowProps) {
  const { text, severity, context } = message;
  const place = placeText(message);
  return (
    <li className="message">
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
        {place ? <p className="weak small">{place}</p> : null}
      </div>
      {isAccepted ? <Badge tone="good">accepted</Badge> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </li>
  );
}
