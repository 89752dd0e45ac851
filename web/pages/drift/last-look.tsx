import { Badge, Notice } from '#web/components/notice.tsx';
import { datesText } from '#web/pages/versions/date-span.ts';
import { hospitalMoment } from '#web/pages/versions/hospital-moment.ts';
import type { Import } from '#web/pages/versions/version-queries.ts';
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
        <dl className="drift-facts">
          <div>
            <dt>Looked at</dt>
            <dd className="row">
              {hospitalMoment(seen.scrapedAt, timeZone)}
              <span className="weak small">{spanText(seen.scrapedAt, new Date())} ago</span>
              {Date.now() - Date.parse(seen.scrapedAt) > OLD_MS ? (
                <Badge tone="warning">may be stale</Badge>
              ) : null}
            </dd>
          </div>
          <div>
            <dt>Roster as of</dt>
            <dd>{seen.sourceAsOf ? hospitalMoment(seen.sourceAsOf, timeZone) : 'Amion did not say'}</dd>
          </div>
          <div>
            <dt>Dates</dt>
            <dd>
              {datesText(seen)}{' '}
              <span className="weak small">{seen.accounting ? `${seen.accounting.read} rows read` : ''}</span>
            </dd>
          </div>
        </dl>
      ) : (
        <p className="weak">Amion has not been looked at yet.</p>
      )}
      {failed ? (
        <Notice tone="warning" title={`The look of ${hospitalMoment(failed.scrapedAt, timeZone)} failed.`}>
          {failed.errorMessage}
          {seen ? ' Below stands what the one before it found.' : ''}
        </Notice>
      ) : null}
    </div>
  );
}
