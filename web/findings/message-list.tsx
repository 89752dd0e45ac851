import { type ReactNode, useState } from 'react';
import { Button } from '#web/components/button.tsx';
import { Badge, type Tone } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
import type { CellPlace } from './message-cells.ts';
import {
  codeText,
  groupMessages,
  type Message,
  type MessageGroup as MessagesOfCode,
} from './message-place.ts';
import { MessageRow } from './message-row.tsx';
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

type GroupProps = Omit<Props, 'empty'> & Pick<MessagesOfCode, 'severity' | 'code'>;

/** Everything found, by code, the gravest first; each says where, what, and what to do. */
export function MessageList({ messages, empty, ...rest }: Props) {
  if (messages.length === 0) return <>{empty ?? <EmptyState title="Nothing was found." />}</>;
  return (
    <div className="stack">
      {groupMessages(messages).map((group) => (
        <MessageGroup key={`${group.severity} ${group.code}`} {...group} {...rest} />
      ))}
    </div>
  );
}

/** Nobody reads more at once, and a page with thousands of rows is slow. */
const SHOWN_AT_ONCE = 50;

function MessageGroup({ severity, code, messages, accepted, actions, isCurrent, ...rest }: GroupProps) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const isAccepted = areAccepted(messages, accepted);
  const more = Math.min(messages.length - shown, SHOWN_AT_ONCE);
  return (
    <details className="messages panel" open={severity !== 'INFO' && !isAccepted}>
      <summary className="messages-head">
        <Badge tone={TONES[severity]}>{NAMES[severity]}</Badge>
        <strong>{codeText(code)}</strong>
        <span className="weak small">{messages.length.toLocaleString('en-US')}</span>
        {isAccepted ? <Badge tone="good">accepted</Badge> : null}
        <code className="messages-code weak">{code}</code>
      </summary>
      <ul>
        {messages.slice(0, shown).map((message) => (
          <MessageRow
            key={`${message.context.key} ${message.text}`}
            message={message}
            chosen={rest.chosen}
            onChoose={rest.onChoose}
            onShow={rest.onShow}
            isCurrent={isCurrent?.(message) ?? false}
            isAccepted={accepted?.has(message.context.key) ?? false}
            actions={actions?.(message)}
          />
        ))}
      </ul>
      {more > 0 ? (
        <div className="messages-more">
          <Button small onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
            Show {more} more
          </Button>
          <span className="weak small">
            {shown} of {messages.length.toLocaleString('en-US')}
          </span>
        </div>
      ) : null}
    </details>
  );
}

/** What somebody has seen to already begins closed. */
const areAccepted = (messages: readonly Message[], accepted: ReadonlySet<string> | undefined): boolean =>
  accepted !== undefined && messages.every(({ context }) => accepted.has(context.key));
