import { instantText } from '#web/words/instants.ts';

/** An instant on the hospital's clock, with the zone's name. */
export function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  const [date, clock] = instantText(at, timeZone).split(', ');
  return (
    <time dateTime={at}>
      <span className="nowrap">{date},</span> <span className="nowrap">{clock}</span>
    </time>
  );
}
