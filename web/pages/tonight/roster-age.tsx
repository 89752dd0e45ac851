import { Link } from '@tanstack/react-router';
import { useMay } from '#web/client/session.ts';
import { Badge } from '#web/components/notice.tsx';
import { momentText, spanText, zoneName } from '#web/words/moments.ts';

/** A roster that nobody has looked at for longer than a day may have changed on Amion. */
const STALE_MS = 24 * 60 * 60_000;

interface Props {
  version: string;
  asOf: string | null;
  /** The moment that is answered. */
  at: string | undefined;
  timeZone: string;
}

/** How old the answer's sources are. */
export function RosterAge({ version, asOf, at, timeZone }: Props) {
  const mayRead = useMay('read');
  const isStale = asOf !== null && Date.now() - Date.parse(asOf) > STALE_MS;
  const moment = at ?? new Date().toISOString();
  return (
    <span className="row">
      {at ? (
        <strong className="tonight-clock">
          {momentText(at)} {zoneName(moment, timeZone)}
        </strong>
      ) : null}
      <span>{asOf ? `roster as of ${momentText(asOf)}` : 'no roster was imported'}</span>
      {isStale ? <Badge tone="warning">may be stale: {spanText(asOf, new Date())} old</Badge> : null}
      {mayRead ? (
        <Link to="/versions/$versionId" params={{ versionId: version }} className="small">
          version {version.slice(-6)}
        </Link>
      ) : null}
    </span>
  );
}
