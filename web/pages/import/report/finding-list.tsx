import type { ReactNode } from 'react';
import { EmptyState } from '#web/components/states.tsx';
import type { CellPlace } from '#web/findings/message-cells.ts';
import { MessageList } from '#web/findings/message-list.tsx';
import type { Message } from '#web/findings/message-place.ts';

/** Which warnings are accepted, and which are being chosen to be; `choose` null: the role may not. */
export interface Choosing {
  accepted: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  choose: ((key: string, isChosen: boolean) => void) | null;
}

interface Props {
  messages: readonly Message[];
  choosing: Choosing;
  onShow?(place: CellPlace): void;
  isCurrent?(message: Message): boolean;
  actions?(message: Message): ReactNode;
}

/** The messages of one source, with boxes where warnings may be accepted. */
export function FindingList({ messages, choosing: { accepted, chosen, choose }, ...rest }: Props) {
  return (
    <MessageList
      messages={messages}
      accepted={accepted}
      {...(choose && { chosen, onChoose: choose })}
      {...rest}
      empty={<EmptyState title="Nothing was found.">Everything is as it should be.</EmptyState>}
    />
  );
}
