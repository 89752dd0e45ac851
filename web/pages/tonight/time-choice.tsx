import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button, IconButton } from '#web/components/button.tsx';
import { localNow, moveLocal } from '#web/words/moments.ts';

interface Props {
  /** Local time of the hospital; left out: now. */
  at: string | undefined;
  timeZone: string;
  onChange(at: string | undefined): void;
}

/** Another time, on the hospital's clock. */
export function TimeChoice({ at, timeZone, onChange }: Props) {
  const shown = at?.slice(0, 16) ?? localNow(timeZone);
  return (
    <fieldset className="time-choice" aria-label={`Time, in ${timeZone}`}>
      <IconButton label="An hour earlier" onPress={() => onChange(moveLocal(shown, -60))}>
        <ChevronLeft size={18} aria-hidden="true" />
      </IconButton>
      <input
        type="datetime-local"
        className="field-input time-choice-input"
        aria-label={`Time at the hospital, ${timeZone}`}
        value={shown}
        onChange={(event) => event.target.value && onChange(event.target.value)}
      />
      <IconButton label="An hour later" onPress={() => onChange(moveLocal(shown, 60))}>
        <ChevronRight size={18} aria-hidden="true" />
      </IconButton>
      <Button look={at ? 'primary' : 'plain'} isDisabled={!at} onPress={() => onChange(undefined)}>
        Now
      </Button>
    </fieldset>
  );
}
