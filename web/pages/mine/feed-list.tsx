import { Button } from '#web/components/button.tsx';
import { Moment } from '#web/components/moment.tsx';
import { useDepartment } from '#web/shell/department.ts';
import type { Feed } from './mine-query.ts';

interface Props {
  feeds: readonly Feed[];
  onRevoke(feed: Feed): void;
}

/** The feeds that somebody has made of the own duties. */
export function FeedList({ feeds, onRevoke }: Props) {
  const timeZone = useDepartment()?.timeZone ?? 'UTC';
  if (feeds.length === 0) return null;
  return (
    <ul className="panel">
      {feeds.map((feed) => (
        <li key={feed.id} className="mine-feed-row">
          <span className="small">
            Made <Moment at={feed.createdAt} timeZone={timeZone} />
            <br />
            {feed.lastUsedAt ? (
              <>
                last asked for <Moment at={feed.lastUsedAt} timeZone={timeZone} />
              </>
            ) : (
              'no calendar has asked for it yet'
            )}
          </span>
          <Button small look="danger" onPress={() => onRevoke(feed)}>
            Revoke
          </Button>
        </li>
      ))}
    </ul>
  );
}
