import { Button } from '#web/components/button.tsx';
import { hospitalMoment } from './hospital-moment.ts';
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
        “{reason}” {acceptedByEmail ?? 'Somebody'}, {hospitalMoment(acceptedAt, timeZone)}
      </p>
      {onWithdraw ? (
        <Button small look="quiet" onPress={onWithdraw} aria-label={`Withdraw the acceptance: ${reason}`}>
          Withdraw
        </Button>
      ) : null}
    </div>
  );
}
