import { instantText } from '#web/words/instants.ts';

/** An instant on the hospital's clock, with the zone's name. */
export function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  return (
    <time className="nowrap" dateTime={at}>
      {instantText(at, timeZone)}
    </time>
  );
}
