import { Button } from '#web/components/button.tsx';
import { counted } from '#web/words/counted.ts';

interface Props {
  /** Ticked, and open at all. */
  chosen: number;
  open: number;
  onAccept(all: boolean): void;
}

/** Always in sight below the findings: accept the ticked warnings, or every open one. */
export function AcceptBar({ chosen, open, onAccept }: Props) {
  return (
    <section className="accept-bar no-print" aria-label="Accept warnings">
      <p className="accept-bar-words" aria-live="polite">
        {chosen === 0 ? (
          <>
            {counted(open, 'warning')} open.{' '}
            <span className="weak">Tick those that are known and right.</span>
          </>
        ) : (
          `${chosen} of ${counted(open, 'open warning')} ticked.`
        )}
      </p>
      {chosen > 0 ? (
        <Button look="primary" onPress={() => onAccept(false)}>
          Accept {chosen} …
        </Button>
      ) : null}
      {chosen < open ? (
        <Button onPress={() => onAccept(true)}>{open === 1 ? 'Accept it …' : `Accept all ${open} …`}</Button>
      ) : null}
    </section>
  );
}
