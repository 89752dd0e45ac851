import { Facts } from '#web/components/facts.tsx';
import { Badge, Notice } from '#web/components/notice.tsx';
import type { Import } from '#web/pages/versions/version-queries.ts';
import { datesText } from '#web/words/date-span.ts';
import { instantText } from '#web/words/instants.ts';
import { spanText } from '#web/words/moments.ts';

interface Props {
  /** The last look that brought a roster, and one after it that did not. */
  seen: Import | null;
  failed: Import | null;
  timeZone: string;
}

/** After so long Amion may well say something else again. */
const OLD_MS = 24 * 60 * 60_000;

/** When Amion was looked at last, and how old its roster was then. */
export function LastLook({ seen, failed, timeZone }: Props) {
  return (
    <div className="stack drift-look">
      {seen ? (
        <Facts
          facts={[
            ['Looked at', <LookedAt key="at" at={seen.scrapedAt} timeZone={timeZone} />],
            ['Roster as of', seen.sourceAsOf ? instantText(seen.sourceAsOf, timeZone) : 'Amion did not say'],
            ['Dates', `${datesText(seen)}${seen.accounting ? `, ${seen.accounting.read} rows read` : ''}`],
          ]}
        />
      ) : (
        <p className="weak">Amion has not been looked at yet.</p>
      )}
      {failed ? (
        <Notice tone="warning" title={`The look of ${instantText(failed.scrapedAt, timeZone)} failed.`}>
          {failed.errorMessage}
          {seen ? ' Below stands what the one before it found.' : ''}
        </Notice>
      ) : null}
    </div>
  );
}

const LookedAt = ({ at, timeZone }: { at: string; timeZone: string }) => (
  <span className="row">
    {instantText(at, timeZone)}
    <span className="weak small">{spanText(at, new Date())} ago</span>
    {Date.now() - Date.parse(at) > OLD_MS ? <Badge tone="warning">may be stale</Badge> : null}
  </span>
);
