import { Button } from '#web/components/button.tsx';
import { instantText } from '#web/words/instants.ts';
import type { AcceptedWarning } from './version-queries.ts';

interface Props {
  acceptance: AcceptedWarning;
  timeZone: string;
  /** Null: the role may not. */
  onWithdraw: (() => void) | null;
}

/** Why, by whom and when a warning was accepted. */
export function AcceptedBy({ acceptance, timeZone, onWithdraw }: Props) {
  const { reason, acceptedAt, acceptedByEmail } = acceptance;
  return (
    <div className="accepted-by row">
      <p className="accepted-by-words small weak">
        “{reason}” {acceptedByEmail ?? 'Somebody'}, {instantText(acceptedAt, timeZone)}
      </p>
      {onWithdraw ? (
        <Button small look="quiet" onPress={onWithdraw} aria-label={`Withdraw the acceptance: ${reason}`}>
          Withdraw
        </Button>
      ) : null}
    </div>
  );
}
