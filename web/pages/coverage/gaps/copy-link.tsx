import { Check, Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#web/components/button.tsx';

type State = 'waiting' | 'copied' | 'refused';

const WORDS: Record<State, string> = {
  waiting: 'Copy link',
  copied: 'Copied',
  refused: 'The browser refused it',
};

/** Puts an address of this site where it can be pasted from. */
export function CopyLink({ address }: { address: string }) {
  const [state, setState] = useState<State>('waiting');
  const copy = () =>
    navigator.clipboard.writeText(new URL(address, location.origin).href).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  const Picture = state === 'copied' ? Check : Link2;
  return (
    <span className="gap-copy no-print">
      <Button look="quiet" small onPress={() => void copy()}>
        <Picture size={15} aria-hidden="true" />
        {WORDS[state]}
      </Button>
      <span className="unseen" role="status">
        {state === 'waiting' ? '' : WORDS[state]}
      </span>
    </span>
  );
}
